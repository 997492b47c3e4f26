"""The tests can fail: each planted bug is caught, and without it the same tests pass."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.planted.bugs import BUGS
from tests.planted.planted_bug import ROOT, PlantedBug, patched
from tests.planted.planting import VARIABLE

pytestmark = pytest.mark.slow

CAUGHT, SOUND = pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.OK


def run(tests: list[str], bug: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run tests in a process of their own, with a bug or without."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST")}
    if bug is not None:
        environment[VARIABLE] = bug
    options = [
        "-q",
        "-x",
        "--no-header",
        "--tb=line",
        "--noconftest",
        "--timeout=10",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
    ]
    plugins = ["-p", "no:cov", "-p", "no:hypothesispytest", "-p", "tests.planted.planting"]
    return subprocess.run(
        [sys.executable, "-m", "pytest", *options, *plugins, *tests],
        cwd=ROOT,
        env=environment | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


@pytest.mark.parametrize("bug", BUGS, ids=lambda bug: bug.name.replace(" ", "-"))
def test_a_planted_bug_is_caught(bug: PlantedBug) -> None:
    compile(patched(bug), bug.file, "exec")
    done = run(bug.caught_by.split(), bug.name)
    assert done.returncode == CAUGHT, (
        f"{bug.name}: {bug.caught_by} did not notice\n{done.stdout}{done.stderr}"
    )


def test_without_a_bug_the_same_tests_pass() -> None:
    tests = sorted({test for bug in BUGS for test in bug.caught_by.split()})
    done = run(tests)
    assert done.returncode == SOUND, done.stdout + done.stderr


def test_there_are_enough_and_each_has_its_name() -> None:
    assert len(BUGS) >= 24
    assert len({bug.name for bug in BUGS}) == len(BUGS)
    assert all(bug.right != bug.wrong for bug in BUGS)
