"""mypy can skip a package in silence, so a planted error must be found in each of them."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
OUTPUT = frozenset({"build", "dist", "site"})
FILES = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mypy"]["files"]
CHECKED = tuple(name for name in FILES if not name.endswith(".py"))
"""The folders; the build hook is the one file beside them."""
PLANTED = 'planted: int = "a text"\n'


def test_mypy_finds_a_planted_error_in_every_folder(tmp_path: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    planted = [f"{folder}/inner/planted.py" for folder in CHECKED]
    for file in set(FILES) - set(CHECKED):
        (tmp_path / file).touch()
    for file in planted:
        (tmp_path / file).parent.mkdir(parents=True)
        (tmp_path / file).write_text(PLANTED, encoding="utf-8")
    outcome = subprocess.run(
        [sys.executable, "-m", "mypy", "--cache-dir", tmp_path / "cache"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    found = {line.partition(":")[0] for line in outcome.stdout.splitlines() if "[assignment]" in line}
    assert found == set(planted), outcome.stdout + outcome.stderr


def test_every_folder_that_holds_python_is_type_checked() -> None:
    folders = {
        file.relative_to(ROOT).parts[0]
        for folder in ROOT.iterdir()
        if folder.is_dir() and not folder.name.startswith(".") and folder.name not in OUTPUT
        for file in folder.rglob("*.py")
        if "node_modules" not in file.parts
    }
    assert folders == set(CHECKED)
