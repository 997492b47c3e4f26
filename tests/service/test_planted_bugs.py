"""The service's tests can fail: a named test catches each planted bug, and passes without it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.planted.forks import Forks
from tests.planted.planted_bug import PlantedBug, patched
from tests.service.planted_in_service import BUGS

CAUGHT, SOUND = str(int(pytest.ExitCode.TESTS_FAILED)), str(int(pytest.ExitCode.OK))


@pytest.fixture(scope="module")
def trying() -> Iterator[Forks]:
    with Forks("tests.service.planted_in_service") as forks:
        yield forks


@pytest.mark.parametrize("bug", BUGS, ids=lambda bug: bug.name.replace(" ", "-"))
def test_a_planted_bug_is_caught(bug: PlantedBug, trying: Forks) -> None:
    compile(patched(bug), bug.file, "exec")
    outcome = trying.ask(bug.name, bug.caught_by)
    assert outcome.text == CAUGHT, f"{bug.caught_by} did not notice\n{outcome.said}"


def test_without_a_bug_the_same_tests_pass(trying: Forks) -> None:
    outcome = trying.ask("", *sorted({bug.caught_by for bug in BUGS}))
    assert outcome.text == SOUND, outcome.said


def test_each_has_its_name() -> None:
    assert len({bug.name for bug in BUGS}) == len(BUGS) >= 8
