from __future__ import annotations

from pathlib import Path

import adapters

ROOT = Path(__file__).parents[2]


def test_adapters_is_a_namespace_without_a_file_of_its_own() -> None:
    assert vars(adapters)["__file__"] is None
    assert not (ROOT / "adapters" / "__init__.py").exists()


def test_every_adapter_is_a_real_package() -> None:
    folders = [folder for folder in (ROOT / "adapters").iterdir() if any(folder.glob("*.py"))]
    assert folders
    assert [folder.name for folder in folders if not (folder / "__init__.py").exists()] == []
