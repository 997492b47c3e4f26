"""Whole interviews on the real server, by the thousand, on everything that can go wrong: no law is broken."""

from __future__ import annotations

import os
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from typing import Final

import attrs
import pytest

from interview_engine.testing.dice import Dice
from tests.server_simulation.faults import FaultKind, draw_plan
from tests.server_simulation.simulation import Played, simulate

INTERVIEWS: Final = 3_000
GROUPS: Final = 20
FAULTED: Final = 2_000
"""In so many of them something goes wrong; in the others nothing does, and all must be well too."""
FEWEST_HITS: Final = 8
"""So often each fault must really have happened in a test run."""
NIGHTLY: Final = 135_000
NIGHTLY_GROUP: Final = 500
NIGHTLY_FAULTED: Final = 100_000


@attrs.frozen
class Tally:
    """What many simulations came to."""

    hits: Counter[FaultKind]
    faulted: int
    records: int
    broken: tuple[str, ...]


def play_all(prefix: str, numbers: range) -> Tally:
    """Play seeds, and tell of each that broke a law how to see it again."""
    hits: Counter[FaultKind] = Counter()
    broken: list[str] = []
    records = faulted = 0
    for number in numbers:
        played = simulate(f"{prefix}/{number}")
        hits += played.hits
        faulted += bool(played.hits)
        records += played.records
        broken += _told(played)
    return Tally(hits, faulted, records, tuple(broken))


def _told(played: Played) -> list[str]:
    again = f"python -m tests.server_simulation.shrinking {played.seed}"
    return [f"{again}: {violation.law}: {violation.detail}" for violation in played.violations[:2]]


@pytest.mark.slow
@pytest.mark.parametrize("group", range(GROUPS))
def test_no_law_is_broken_whatever_goes_wrong(group: int) -> None:
    each = INTERVIEWS // GROUPS
    tally = play_all("test", range(group * each, (group + 1) * each))
    assert tally.broken == ()
    assert tally.faulted >= FAULTED // GROUPS
    assert tally.records > 25 * each, "interviews are held, not only opened"
    # A group is too small for every kind; what a kind needs over all groups is checked below.
    assert len(tally.hits) > len(FaultKind) * 2 // 3


@pytest.mark.slow
@pytest.mark.parametrize("kind", FaultKind)
def test_every_fault_really_happens(kind: FaultKind) -> None:
    # The seeds whose plan holds the kind are found without playing the others.
    hits, number = 0, 0
    while hits < FEWEST_HITS and number < INTERVIEWS:
        plan = draw_plan(Dice(f"test/{number}/plan"))
        if any(fault.kind is kind for fault in plan.faults):
            hits += simulate(f"test/{number}").hits[kind]
        number += 1
    assert hits >= FEWEST_HITS


@pytest.mark.nightly
@pytest.mark.timeout(6 * 3600)
def test_a_night_of_interviews_breaks_no_law() -> None:
    workers = os.cpu_count() or 1
    groups = [range(first, first + NIGHTLY_GROUP) for first in range(0, NIGHTLY, NIGHTLY_GROUP)]
    with ProcessPoolExecutor(max_workers=workers) as pool:
        tallies = list(pool.map(play_all, ["night"] * len(groups), groups))
    assert [line for tally in tallies for line in tally.broken] == []
    assert sum(tally.faulted for tally in tallies) >= NIGHTLY_FAULTED
    hits = sum((tally.hits for tally in tallies), Counter[FaultKind]())
    assert all(hits[kind] >= 100 * FEWEST_HITS for kind in FaultKind), hits
