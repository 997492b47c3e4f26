"""When a node could serve: not while all that are ready hang, and well while one of several does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest

from adapters.service.room_writing import LONG_MS
from tests.server_simulation.faults import FaultKind, Plan
from tests.server_simulation.readiness import Readiness
from tests.server_simulation.simulation import simulate

Change = Callable[[Readiness], None]
ONE: Final = (0, lambda seen: seen.changed(["a"]))
BOTH: Final = (0, lambda seen: seen.changed(["a", "b"]))
UNTIL: Final = 10_000


def watched(*changes: tuple[int, Change]) -> Readiness:
    """Return what was seen, change by change at its instant, ms; it is past `UNTIL` now."""
    instants = [0]
    seen = Readiness(lambda: instants[0])
    for at, change in changes:
        instants[0] = at
        change(seen)
    instants[0] = UNTIL + 5_000
    return seen


def hung(node: str, since: int, until: int | None = None) -> tuple[tuple[int, Change], ...]:
    begins = ((since, lambda seen: seen.held_up(node)),)
    return begins if until is None else (*begins, (until, lambda seen: seen.let_go(node)))


@pytest.mark.parametrize(
    "changes, served, divided",
    [
        pytest.param((ONE,), UNTIL, False, id="one-node-that-is-ready-serves"),
        pytest.param((), 0, False, id="nobody-serves-nothing"),
        pytest.param((ONE, *hung("a", 3_000, 7_000)), 6_000 + LONG_MS, False, id="an-only-node-hangs"),
        pytest.param((ONE, *hung("a", 3_000)), 3_000 + LONG_MS, False, id="it-hangs-to-the-end"),
        pytest.param(
            (ONE, *hung("a", 3_000, 3_000 + LONG_MS)), UNTIL, False, id="a-short-wait-is-overlooked"
        ),
        pytest.param((BOTH, *hung("a", 3_000, 7_000)), UNTIL, True, id="one-of-two-hangs"),
        pytest.param(
            (BOTH, hung("a", 3_000)[0], hung("b", 5_000)[0], *hung("a", 3_000, 8_000)[1:]),
            5_000 + LONG_MS + 2_000,
            True,
            id="both-hang-for-a-while",
        ),
        pytest.param(
            (BOTH, hung("a", 3_000)[0], (6_000, lambda seen: seen.changed(["a"]))),
            6_000,
            True,
            id="the-other-dies-meanwhile",
        ),
        pytest.param((ONE, *hung("b", 3_000, 7_000)), UNTIL, True, id="another-one-hangs-while-it-begins"),
        pytest.param(
            (ONE, hung("a", 2_000)[0], (4_000, lambda seen: seen.changed([])), (9_000, BOTH[1])),
            2_000 + LONG_MS + 1_000,
            True,
            id="what-hung-is-dead-and-another-one-comes",
        ),
    ],
)
def test_time_counts_as_served_while_some_node_is_neither_away_nor_held_up(
    changes: tuple[tuple[int, Change], ...], served: int, *, divided: bool
) -> None:
    seen = watched(*changes)
    assert seen.served_ms(0, UNTIL) == served
    assert seen.divided(0, UNTIL) is divided


def test_a_restart_begins_when_somebody_is_ready_again() -> None:
    away = (4_000, lambda seen: seen.changed([]))
    back = (9_000, lambda seen: seen.changed(["b"]))
    assert watched(BOTH, (2_000, ONE[1])).begun(0, UNTIL) is None
    assert watched(ONE, away, back).begun(0, UNTIL) == 9_000
    assert watched(ONE, away, back).begun(0, 8_000) is None


# Two plans that a search has found: the second node closes a turn while the first one's append hangs.
HANGS_BESIDE_ANOTHER: Final = {
    "night/2536": """{"faults":[
        {"after_seq":44,"kind":"second_driver","ms":1,"where":0},
        {"after_seq":5,"kind":"store_unavailable","ms":15000,"where":0},
        {"after_seq":21,"kind":"crash_after_ack","ms":1,"where":0},
        {"after_seq":50,"kind":"store_slow","ms":2812,"where":0},
        {"after_seq":12,"kind":"crash_after_append","ms":1,"where":0}]}""",
    "hunt/196": """{"faults":[
        {"after_seq":13,"kind":"second_driver","ms":1,"where":0},
        {"after_seq":48,"kind":"store_slow","ms":1500,"where":11},
        {"after_seq":19,"kind":"store_slow","ms":2800,"where":10},
        {"after_seq":16,"kind":"store_slow","ms":8000,"where":0},
        {"after_seq":9,"kind":"store_slow","ms":8000,"where":10}]}""",
}


@pytest.mark.parametrize("seed", HANGS_BESIDE_ANOTHER)
def test_a_node_that_hangs_beside_one_that_serves_breaks_no_law(seed: str) -> None:
    played = simulate(seed, Plan.from_json(HANGS_BESIDE_ANOTHER[seed]))
    assert played.violations == ()
    assert played.hits[FaultKind.SECOND_DRIVER]
    assert played.hits[FaultKind.STORE_SLOW]


def test_a_node_serves_whoever_finds_it_while_it_is_still_beginning() -> None:
    # Its list of rooms can't be read for 2.8 s; a room that it creates meanwhile is served.
    plan = """{"faults":[
        {"after_seq":1,"kind":"read_fails","ms":2812,"where":0},
        {"after_seq":8,"kind":"half_open_server","ms":1,"where":0}]}"""
    played = simulate("night/22894", Plan.from_json(plan))
    assert played.violations == ()
    assert played.hits[FaultKind.READ_FAILS] > 1
