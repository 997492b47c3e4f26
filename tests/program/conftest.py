"""A program whose data folder is a test's own, and a way to call its commands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
from click.testing import CliRunner, Result

from adapters.program.command import command_line
from adapters.program.settings_loading import PREFIX
from adapters.terminal.bootstrap import Environment, Program
from adapters.terminal.command import spoken_language
from tests.program.server_process import Nursery


class Invoke(Protocol):
    """Runs the command line with these words, in these surroundings."""

    def __call__(self, *words: str | Path, **variables: str) -> Result: ...


@pytest.fixture
def invoke(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Invoke:
    """Return a function that runs the command line in a folder of the test's own."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)

    def run(*words: str | Path, **variables: str) -> Result:
        spoken = tuple(str(word) for word in words)
        program = Program(
            language=spoken_language(spoken), environment=Environment(data_folder=tmp_path / "data")
        )
        environment: dict[str, str | None] = {"COLUMNS": "200"}
        environment |= {f"{PREFIX}{name}": value for name, value in variables.items()}
        return CliRunner(env=environment).invoke(command_line(program), list(spoken))

    return run


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """Return what starts server processes."""
    servers = Nursery()
    yield servers
    servers.close()
