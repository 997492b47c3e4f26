from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from tests.docs.page_programs import ROOT

TALKS_TO_A_SERVER = "websocket_interview.py"
"""Run against one in tests/examples."""
PROGRAMS = sorted(
    program for program in (ROOT / "examples").glob("*.py") if program.name != TALKS_TO_A_SERVER
)


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_an_example_runs_and_says_what_it_did(program: Path, capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(program), run_name="__main__")
    assert capsys.readouterr().out.strip()
