"""The service's tests can fail: a named test catches each planted bug, and passes without it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.planted.planted_bug import ROOT, PlantedBug, patched
from tests.service.planted_in_service import BUGS

CAUGHT, SOUND = pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.OK
# One run tries them all, so one worker shall have it.
pytestmark = pytest.mark.xdist_group("bugs planted in the service")


@pytest.fixture(scope="module")
def outcomes() -> dict[str, int]:
    """What became of each bug's test, by the bug's name; "sound" is all of them without a bug."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST")}
    done = subprocess.run(
        [sys.executable, "-m", "tests.service.planted_in_service"],
        cwd=ROOT,
        env=environment | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=240,
        check=True,
    )
    told = [line.split("\t") for line in done.stdout.splitlines() if "\t" in line]
    return {name: int(code) for name, code in told}


@pytest.mark.parametrize("bug", BUGS, ids=lambda bug: bug.name.replace(" ", "-"))
def test_a_planted_bug_is_caught(bug: PlantedBug, outcomes: dict[str, int]) -> None:
    compile(patched(bug), bug.file, "exec")
    assert outcomes[bug.name] == CAUGHT, f"{bug.caught_by} did not notice"


def test_without_a_bug_the_same_tests_pass(outcomes: dict[str, int]) -> None:
    assert outcomes["sound"] == SOUND


def test_each_has_its_name() -> None:
    assert len({bug.name for bug in BUGS}) == len(BUGS) >= 8
