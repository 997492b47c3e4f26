"""The tests can fail: each planted bug is caught, and without it the same tests pass."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.planted.bugs import BUGS
from tests.planted.forks import Forks
from tests.planted.planted_bug import PlantedBug, patched

pytestmark = pytest.mark.slow

CAUGHT, SOUND = str(int(pytest.ExitCode.TESTS_FAILED)), str(int(pytest.ExitCode.OK))


@pytest.fixture(scope="module")
def trying() -> Iterator[Forks]:
    with Forks("tests.planted.trying") as forks:
        yield forks


@pytest.mark.parametrize("bug", BUGS, ids=lambda bug: bug.name.replace(" ", "-"))
def test_a_planted_bug_is_caught(bug: PlantedBug, trying: Forks) -> None:
    compile(patched(bug), bug.file, "exec")
    outcome = trying.ask(bug.name, *bug.caught_by.split())
    assert outcome.text == CAUGHT, f"{bug.name}: {bug.caught_by} did not notice\n{outcome.said}"


def test_without_a_bug_the_same_tests_pass(trying: Forks) -> None:
    outcome = trying.ask("", *sorted({test for bug in BUGS for test in bug.caught_by.split()}))
    assert outcome.text == SOUND, outcome.said


def test_there_are_enough_and_each_has_its_name() -> None:
    assert len(BUGS) >= 24
    assert len({bug.name for bug in BUGS}) == len(BUGS)
    assert all(bug.right != bug.wrong for bug in BUGS)
