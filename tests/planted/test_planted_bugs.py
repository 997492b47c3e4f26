"""The tests can fail: each planted bug is caught, and without it the same tests pass."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.planted.bugs import BUGS
from tests.planted.planted_bug import PlantedBug, patched
from tests.planted.trying import Trials

pytestmark = pytest.mark.slow

CAUGHT, SOUND = pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.OK


@pytest.fixture(scope="module")
def trials() -> Iterator[Trials]:
    with Trials() as trials:
        yield trials


@pytest.mark.parametrize("bug", BUGS, ids=lambda bug: bug.name.replace(" ", "-"))
def test_a_planted_bug_is_caught(bug: PlantedBug, trials: Trials) -> None:
    compile(patched(bug), bug.file, "exec")
    done = trials.run(bug.caught_by.split(), bug.name)
    assert done.code == CAUGHT, f"{bug.name}: {bug.caught_by} did not notice\n{done.said}"


def test_without_a_bug_the_same_tests_pass(trials: Trials) -> None:
    done = trials.run(sorted({test for bug in BUGS for test in bug.caught_by.split()}))
    assert done.code == SOUND, done.said


def test_there_are_enough_and_each_has_its_name() -> None:
    assert len(BUGS) >= 24
    assert len({bug.name for bug in BUGS}) == len(BUGS)
    assert all(bug.right != bug.wrong for bug in BUGS)
