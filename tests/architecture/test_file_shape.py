from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("interview_engine", "adapters", "tests", "benchmarks", "examples")
FILES = sorted(file for package in PACKAGES for file in (ROOT / package).rglob("*.py"))
VAGUE = frozenset({"utils", "util", "helpers", "helper", "manager", "managers", "common", "misc"})
NEVER_LONGER_THAN = 500
EXPLAIN_ABOVE = 300
EXPLAINED = {
    "adapters/http_api/problems/catalogue.py": "the catalogue of problems: one list, read as a whole",
    "adapters/terminal/texts/english.py": "the terminal's texts: one list, read beside the Korean ones",
    "adapters/terminal/texts/korean.py": "the terminal's texts: one list, read beside the English ones",
    "benchmarks/llm/waiting.py": "one benchmark: its providers, its interview and its table",
    "interview_engine/core/commands.py": "the catalogue of commands: one list, read as a whole",
    "interview_engine/core/events.py": "the catalogue of events: one list, read as a whole",
    "tests/server_simulation/director.py": "one strike for each kind of fault",
    "tests/server_simulation/oracle.py": "one case for each frame that leaves a server",
    "tests/core/rules/test_lobby.py": "one scenario for each way into the room and out of it",
    "tests/core/rules/test_operating.py": "one scenario for each thing that a host does",
    "tests/llm/test_path.py": "one scenario for each way that a call can go",
    "tests/core/rules/test_presence.py": "one scenario for each way to be away",
}
"""Why a file is longer than EXPLAIN_ABOVE lines, by its path below the root."""


def length(file: Path) -> int:
    return len(file.read_text(encoding="utf-8").splitlines())


def path(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def test_there_are_files_to_look_at() -> None:
    assert {path(file).partition("/")[0] for file in FILES} >= {"interview_engine", "adapters", "tests"}


def test_no_file_is_too_long() -> None:
    assert {path(file): length(file) for file in FILES if length(file) > NEVER_LONGER_THAN} == {}


def test_a_long_file_is_explained() -> None:
    long = {path(file) for file in FILES if length(file) > EXPLAIN_ABOVE}
    assert long - set(EXPLAINED) == set(), "shorten it, or say in EXPLAINED why not"
    assert set(EXPLAINED) - long == set(), "shortened or gone: remove the explanation"


@pytest.mark.parametrize("package", PACKAGES)
def test_no_module_has_a_vague_name(package: str) -> None:
    names = {part for file in FILES if path(file).startswith(package) for part in file.with_suffix("").parts}
    assert names & VAGUE == set()
