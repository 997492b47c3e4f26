from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def side_by_side(*commands: str) -> tuple[int, list[str]]:
    done = subprocess.run(
        [sys.executable, "-m", "scripts.side_by_side", *commands],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
    return done.returncode, done.stdout.splitlines()


def test_commands_run_at_the_same_time_and_are_told_of_in_their_order(tmp_path: Path) -> None:
    # Each waits for the other: one after the other, the first would wait for ever.
    first = f"cd {tmp_path}; touch first; until [ -e second ]; do sleep 0.02; done; echo the first"
    second = f"cd {tmp_path}; touch second; until [ -e first ]; do sleep 0.02; done; echo the second >&2"
    assert side_by_side(first, second) == (0, ["the first", "the second"])


def test_a_failure_fails_all_and_is_named_when_the_others_have_ended() -> None:
    code, said = side_by_side("echo why; exit 3", "echo the other")
    assert code == 1
    assert said == ["why", "the other", "failed: echo why; exit 3"]
