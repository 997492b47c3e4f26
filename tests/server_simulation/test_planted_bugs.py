"""The simulation can fail: each planted bug of the server breaks its law within 200 seeds."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tests.planted.forks import DIED, Forks
from tests.planted.planted_bug import PlantedBug, patched
from tests.server_simulation.planted_in_server import BUGS, SEEDS

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def hunting() -> Iterator[Forks]:
    with Forks("tests.server_simulation.hunting") as forks:
        yield forks


@pytest.mark.parametrize("bug", BUGS, ids=lambda bug: bug.name.replace(" ", "-").replace("'", ""))
def test_a_planted_bug_is_found(bug: PlantedBug, hunting: Forks) -> None:
    compile(patched(bug), bug.file, "exec")
    answer = hunting.ask(bug.name)
    assert answer.text != DIED, answer.said
    told = json.loads(answer.text)
    assert 1 <= told["seeds"] <= SEEDS, f"{bug.name} was not found"
    assert bug.caught_by in told["laws"]


def test_there_are_enough_and_each_has_its_name() -> None:
    assert len(BUGS) >= 15
    assert len({bug.name for bug in BUGS}) == len(BUGS)
