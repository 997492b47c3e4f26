"""The examples that talk to a server, run against a whole one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.examples.node_packages import install, node
from tests.examples.whole_server import whole_server

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("whole server")]


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with whole_server() as url:
        yield url


def run(*command: str, cwd: Path) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr[-3_000:]
    assert done.stderr == ""
    return done.stdout


def require_whole_interview(said: str) -> None:
    """Check that a run asked its questions and printed a board of three with our feedback."""
    lines = said.splitlines()
    questions = [line for line in lines if line.startswith("Q. ")]
    assert len(questions) >= 4
    assert all(len(line) > 10 for line in questions)
    board = lines[len(questions) : len(questions) + 3]
    names = {line.split(" ", 1)[1].rsplit(" ", 1)[0] for line in board}
    assert "김지원" in names
    assert len(names) == 3
    assert {int(line[0]) for line in board} <= {1, 2, 3}
    assert all(0 <= float(line.rsplit(" ", 1)[1]) <= 100 for line in board)
    assert len(lines) == len(questions) + 5, "the summary and one thing to practise"


def test_the_python_example_holds_a_whole_interview(server: str) -> None:
    require_whole_interview(run(sys.executable, str(EXAMPLES / "websocket_interview.py"), server, cwd=ROOT))


def test_the_javascript_example_holds_a_whole_interview(server: str, tmp_path: Path) -> None:
    install(EXAMPLES, tmp_path)
    script = shutil.copy(EXAMPLES / "websocket_interview.mjs", tmp_path)
    require_whole_interview(run(node(), str(script), server, cwd=tmp_path))


def test_a_server_that_is_not_there_is_told() -> None:
    done = subprocess.run(
        [sys.executable, str(EXAMPLES / "websocket_interview.py"), "http://127.0.0.1:1"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode != 0
    assert "refused" in done.stderr.lower()
