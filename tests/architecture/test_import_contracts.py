from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINT_IMPORTS = Path(sys.prefix) / "bin" / "lint-imports"


def lint_imports(root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [LINT_IMPORTS, "--no-cache", "--no-logo"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copy_of_the_packages(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for package in ("interview_engine", "adapters"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "adapters" / "stranger").mkdir()
    (tmp_path / "adapters" / "stranger" / "__init__.py").touch()
    return tmp_path


def test_the_import_contracts_hold() -> None:
    outcome = lint_imports(ROOT)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


@pytest.mark.parametrize(
    "file,source,broken",
    [
        ("core/planted.py", "import interview_engine.personas.question", "core knows a persona"),
        ("scoring/planted.py", "import interview_engine.core", "testing and offline > core"),
        ("scoring/planted.py", "import interview_engine.personas.question", "testing and offline > core"),
        ("personas/planted.py", "import interview_engine.scoring.board", "testing and offline > core"),
        ("core/seats.py", "import interview_engine.core.events", "decide > rules > evolve"),
        ("core/planted.py", "import attrs", "decide > rules > evolve"),
        ("scoring/planted.py", "import adapters.stranger", "the engine knows no adapter"),
        ("core/planted.py", "import random", "the engine is pure"),
        ("core/planted.py", "import hypothesis", "only testing may use hypothesis"),
        ("../adapters/planted/__init__.py", "import adapters.stranger", "adapters know the engine"),
    ],
)
def test_a_planted_import_breaks_its_contract(
    copy_of_the_packages: Path, file: str, source: str, broken: str
) -> None:
    planted = copy_of_the_packages / "interview_engine" / file
    planted.parent.mkdir(exist_ok=True)
    planted.write_text(source, encoding="utf-8")
    outcome = lint_imports(copy_of_the_packages)
    assert outcome.returncode == 1, outcome.stdout + outcome.stderr
    verdicts = [line for line in outcome.stdout.splitlines() if " BROKEN" in line]
    assert any(verdict.startswith(broken) for verdict in verdicts), outcome.stdout
