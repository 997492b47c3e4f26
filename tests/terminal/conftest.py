"""A program whose data folder is a test's own, and a way to call its commands."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import pytest
from click.testing import CliRunner, Result

from adapters.terminal.bootstrap import Environment, Program
from adapters.terminal.command import command_line, spoken_language


class Invoke(Protocol):
    """Runs the command line with these words, on a screen of so many columns."""

    def __call__(self, *words: str | Path, columns: int = 80) -> Result: ...


ANSWERS = Path(__file__).parents[2] / "examples" / "answers"


@pytest.fixture
def invoke(tmp_path: Path) -> Invoke:
    """Return a function that runs the command line with these words."""

    def run(*words: str | Path, columns: int = 80) -> Result:
        spoken = tuple(str(word) for word in words)
        environment = Environment(data_folder=tmp_path / "data")
        program = Program(language=spoken_language(spoken), environment=environment)
        return CliRunner(env={"COLUMNS": str(columns)}).invoke(command_line(program), list(spoken))

    return run


@pytest.fixture(scope="session")
def finished_log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the log of a short interview, played once for all tests that only read it."""
    folder = tmp_path_factory.mktemp("finished")
    program = Program(language=spoken_language(()), environment=Environment(data_folder=folder))
    path = folder / "interview.jsonl"
    words = ["play", "--answers", str(ANSWERS / "middling.ko.json"), "--preset", "short", "--seed", "one"]
    result = CliRunner().invoke(command_line(program), [*words, "--log", str(path)])
    assert result.exit_code == 0, result.output
    return path
