"""What must hold when all is over: everybody knows the end, and the log tells the truth."""

from __future__ import annotations

import asyncio
from typing import Final

from interview_engine.core import events as e
from interview_engine.core.seats import SeatKind
from interview_engine.core.turns import Outcome
from interview_engine.core.verifying import verify
from interview_engine.ids import CommandId, SeatId
from interview_engine.testing.history import history_of
from interview_engine.testing.invariants import check
from tests.server_simulation.director import Director
from tests.server_simulation.faults import FaultKind
from tests.server_simulation.oracle import Oracle
from tests.server_simulation.people import Person
from tests.server_simulation.tabs import Tab
from tests.server_simulation.world import BEGIN, World

SETTLED_WITHIN_S: Final = 150
RESYNCED_WITHIN_S: Final = 30
COSTLY_EVERY: Final = 25
"""Every so many simulations the costly invariants are checked too."""
OF_REDACTED_LOGS: Final = (
    "seq_without_gaps",
    "hash_chain",
    "command_commits_once",
    "time_never_goes_back",
    "one_open_turn",
    "turn_closes_once",
    "nobody_loses_time",
)
"""The laws that ask for no words: where words were deleted, evidence can't be recomputed."""
SLACK_MS: Final = 400
"""How much of a turn may pass before its opening reaches anybody."""


async def settle_down(world: World, director: Director, oracle: Oracle) -> None:
    """Wait until everybody has an outcome for everything, knows the end, and counts as present or away."""
    for _ in range(SETTLED_WITHIN_S):
        # Whoever is connected to a node whose append still hangs is told nothing there.
        calm = world.elapsed_ms >= world.store_troubled_at and all(task.done() for task in director.erasing)
        if calm and not _unsettled(director, oracle):
            break
        await asyncio.sleep(1)
    for wrong in _unsettled(director, oracle):
        world.violated("everything settles", wrong)
    tabs = [tab for person in director.people for tab in person.tabs]
    before = {tab.connection.number: tab.resyncs for tab in tabs}
    for tab in tabs:
        tab.resync()
    for _ in range(RESYNCED_WITHIN_S):
        waiting = [tab for tab in tabs if not tab.connection.broken and not _knows_all(tab, before, oracle)]
        if not waiting:
            break
        await asyncio.sleep(1)
    for tab in tabs:
        if not tab.connection.broken:
            told = _knows_all(tab, before, oracle)
            world.require("a resync brings the whole state", told, f"c{tab.connection.number} at {tab.seq}")


def _knows_all(tab: Tab, before: dict[int, int], oracle: Oracle) -> bool:
    return tab.resyncs > before[tab.connection.number] and tab.seq == len(oracle.log)


def _unsettled(director: Director, oracle: Oracle) -> list[str]:
    wrong = [
        f"{person.name} has no outcome of {sorted(person.pending)}"
        for person in _here(director)
        if person.pending
    ]
    end = len(oracle.log)
    for person in _here(director):
        known = [tab.seq for tab in person.tabs if tab.welcome]
        if not known or max(seq or 0 for seq in known) != end:
            wrong.append(f"{person.name} knows {known} of {end}")
    wrong += [
        f"{person.name} was removed and is connected"
        for person in director.people
        if person.seat_id in oracle.log.room.removed and person.tabs
    ]
    wrong += [f"{node} is not ready" for node in director.nodes.values() if node.alive and not node.ready]
    return wrong


def _here(director: Director) -> list[Person]:
    return [person for person in director.people if not person.gone]


def judge_the_log(world: World, oracle: Oracle, director: Director) -> None:
    """Check the log, what was acknowledged, and the laws of interviews."""
    log = tuple(oracle.log.now.records)
    for fault in verify(log).faults:
        world.violated("the log verifies", f"seq {fault.seq}: {fault.code} {fault.detail}")
    for command, seq in oracle.outcomes.items():
        cause = log[seq - 1].event.cause if seq <= len(log) else CommandId("")
        kept = oracle.stands_for.get(cause) == command
        world.require("nothing acknowledged is lost", kept, f"{command} at {seq}")
    if not world.hits[FaultKind.REDACTION]:
        _judge_answers(world, oracle, director)
        names: tuple[str, ...] = ()
    else:
        names = OF_REDACTED_LOGS
    costly = world.dice("costly").below(COSTLY_EVERY) == 0
    for violation in check(history_of(log), costly=costly, names=names):
        world.violated(violation.invariant, violation.detail)


def _judge_answers(world: World, oracle: Oracle, director: Director) -> None:
    for person in director.people:
        for command_id, text in person.answers.items():
            seq = oracle.outcomes.get((person.seat_id, command_id))
            if seq is None:
                continue
            event = oracle.log.now.records[seq - 1].event
            kept = isinstance(event, e.TurnClosed) and event.text == text and event.seat_id == person.seat_id
            world.require("an acknowledged answer is kept word for word", kept, f"{command_id} at {seq}")


def _came_late(director: Director, oracle: Oracle, place: int, since: int, until: int) -> int:
    """Return for how long a turn's owner was not back yet after a restart, ms; 0 where that is not owed.

    It is owed up to the room's cap, which any other absence uses up too.
    """
    room, event = oracle.log.now.rooms[place - 1], oracle.log.now.records[place].event
    assert isinstance(event, e.TurnClosed)
    turn, seat = room.turn(event.turn_id), room.seat(event.seat_id)
    begun = director.world.readiness.begun(since, until)
    person = next((person for person in director.people if person.seat_id == event.seat_id), None)
    several = director.world.hits[FaultKind.SECOND_DRIVER]
    if several or None in (turn, seat, begun, person):
        return 0
    assert turn is not None
    assert seat is not None
    assert begun is not None
    assert person is not None
    # Whoever came in while the node was still resuming its rooms was not late.
    gone = director.world.readiness.gone_before(begun)
    # Nor was whoever the server saw: that a line broke again at once is no outage.
    seen = (
        noted.at - BEGIN
        for noted in (record.event for record in oracle.log.now.records[:place])
        if isinstance(noted, e.PresenceNoted) and noted.connected and noted.seat_id == event.seat_id
    )
    back = max(begun, min((at for at in (*person.welcomed_at, *seen) if at >= gone), default=until))
    spent = turn.returned_ms >= room.settings.disconnect_cap_ms
    if spent or seat.away_since is not None or back > until:
        return 0
    return director.world.readiness.served_ms(begun, back)


def judge_time(world: World, oracle: Oracle, director: Director) -> None:
    """Check with the world's own clock that an outage took nobody's answer time.

    A person whose turn ran out had a running server, whose store took what it asked, for at least as long as
    the turn was to last.
    """
    if any(world.hits[kind] for kind in (FaultKind.CLOCK_BACK, FaultKind.CLOCK_FORWARD)):
        return
    people = {seat.seat_id for seat in oracle.log.room.seats if seat.kind is SeatKind.HUMAN}
    opened: dict[str, tuple[SeatId, int, int]] = {}
    for place, record in enumerate(oracle.log.now.records):
        event = record.event
        if isinstance(event, e.TurnOpened):
            turn = oracle.log.now.rooms[place].turn(event.turn_id)
            if turn is not None and turn.seat_id in people:
                opened[event.turn_id] = (turn.seat_id, event.at - BEGIN, turn.allowance_ms)
        elif isinstance(event, e.TurnClosed) and event.turn_id in opened:
            _, since, allowance = opened[event.turn_id]
            seat = oracle.log.now.rooms[place - 1].seat(event.seat_id)
            # Who stayed away too long gives the turn up.
            absent = seat is None or seat.absent or seat.left
            ran_out = (event.by_clock or event.outcome is Outcome.TIMED_OUT) and not absent
            until = event.at - BEGIN
            late = _came_late(director, oracle, place, since, until)
            there = world.readiness.served_ms(since, until) - late
            world.require(
                "an outage takes nobody's time",
                not ran_out or there + SLACK_MS >= allowance,
                f"{event.turn_id} had {there} ms of {allowance} ms",
            )
