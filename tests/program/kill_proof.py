"""What must hold of a database after any number of kills: promises are kept, and nobody lost answer time."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import attrs

from adapters.sqlite_store.checking import check
from adapters.sqlite_store.opening import open_reader
from adapters.sqlite_store.reading import records_behind, summaries
from interview_engine.core import events as e
from interview_engine.core.evolve import evolve
from interview_engine.core.log import Record, decode_record
from interview_engine.core.stages import Stage
from interview_engine.core.state import Room
from interview_engine.core.turns import Outcome
from interview_engine.core.verifying import verify
from interview_engine.ids import CommandId, Millis, RoomId, SeatId, Seq
from tests.program.interview_load import Promise, Promises


@attrs.frozen(kw_only=True)
class Proof:
    """What was counted in the logs.

    Attributes:
        lost: Promises that the logs don't keep.
        outages: How many deaths gave a running interview its time back; `in_turns` of them with a turn open.
        shortened: Turns that had less time after a stop than before it, and deaths that gave nothing back.
        unanswered: People's turns that ran out or were given up.
        most_too_much_ms: The most thinking time that a death gave back.
    """

    rooms: int
    records: int
    lost: tuple[Promise, ...]
    outages: int
    in_turns: int
    shortened: tuple[str, ...]
    unanswered: tuple[str, ...]
    returned_ms: int
    most_too_much_ms: int


def logs_in(database: Path) -> dict[RoomId, tuple[Record, ...]]:
    """Return all logs of a database that no server has open; they must be undamaged."""
    assert check(database).sound
    with closing(open_reader(database, Millis(5_000))) as connection:
        known = summaries(connection, unfinished_only=False)
        return {
            room.room_id: tuple(
                decode_record(record.line) for record in records_behind(connection, room.room_id, Seq(0))
            )
            for room in known
        }


def prove(database: Path, promises: Promises, deaths: tuple[Millis, ...]) -> Proof:
    """Check every promise and every outage against the logs; each log must verify.

    Args:
        database: No server has it open.
        promises: What was acknowledged.
        deaths: When servers were found dead: whatever has a later instant was written by the next one.
    """
    logs = logs_in(database)
    lost = [promise for promise in promises.made if promise.room_id not in logs]
    by_room: dict[RoomId, list[Promise]] = {}
    for promise in promises.made:
        by_room.setdefault(promise.room_id, []).append(promise)
    tally = _Tally()
    for room_id, records in logs.items():
        verification = verify(records)
        assert verification.faults == (), (room_id, verification.faults)
        assert verification.room is not None
        made = by_room.get(room_id, [])
        lost += [promise for promise in made if not _kept(promise, records)]
        lost += _stolen(made)
        room: Room | None = None
        for record in records:
            before, room = room, evolve(room, record.event)
            if before is not None:
                fell = [death for death in deaths if before.now <= death < record.event.at]
                died = max(fell) if fell and _running(before) else None
                tally.look(before, room, record.event, died=died)
    return Proof(
        rooms=len(logs),
        records=sum(map(len, logs.values())),
        lost=tuple(lost),
        outages=tally.outages,
        in_turns=tally.in_turns,
        shortened=tuple(tally.shortened),
        unanswered=tuple(tally.unanswered),
        most_too_much_ms=tally.most_too_much_ms,
        returned_ms=tally.returned_ms,
    )


@attrs.define
class _Tally:
    outages: int = 0
    in_turns: int = 0
    returned_ms: int = 0
    most_too_much_ms: int = 0
    shortened: list[str] = attrs.Factory(list)
    unanswered: list[str] = attrs.Factory(list)

    def look(self, before: Room, after: Room, event: e.Event, *, died: Millis | None) -> None:
        """Take one event in, with the room before it and after it.

        Args:
            before: The room before it.
            after: The room after it.
            event: What happened.
            died: When the server died, if this is the first that a new one wrote to a running interview.
        """
        if isinstance(event, e.OutageNoted):
            # A slow store stops clocks too, from when it was asked; a death from when it came.
            self.shortened += _shortened(before, after, event, event.since if died is None else died)
        elif died is not None:
            self.shortened.append(f"{before.room_id}: nothing given back after seq {before.seq}")
        if isinstance(event, e.OutageNoted) and died is not None:
            self.most_too_much_ms = max(self.most_too_much_ms, died - event.since)
            self.outages += 1
            self.in_turns += bool(before.open_turns())
            self.returned_ms += event.lost_ms
        if isinstance(event, e.TurnClosed):
            self.unanswered += _given_up(before, event)


def _kept(promise: Promise, records: tuple[Record, ...]) -> bool:
    """Return whether a command is in the log where it was said to be, its giver's, with what was said."""
    if not 1 <= promise.seq <= len(records) or not records[promise.seq - 1].event.cause:
        return False
    event = records[promise.seq - 1].event
    caused = [record.seq for record in records if record.event.cause == event.cause]
    theirs = getattr(event, "seat_id", promise.seat_id) == promise.seat_id
    said = not promise.text or getattr(event, "text", "") == promise.text
    return caused == [promise.seq] and theirs and said


def _stolen(made: list[Promise]) -> list[Promise]:
    """Return the promises that stand where somebody else's, or another one, stands already."""
    first: dict[Seq, tuple[SeatId, CommandId]] = {}
    return [
        promise
        for promise in made
        if first.setdefault(promise.seq, (promise.seat_id, promise.command_id))
        != (promise.seat_id, promise.command_id)
    ]


def _running(room: Room) -> bool:
    return room.stage not in (Stage.WAITING, Stage.FINISHED) and room.paused is None


def _shortened(before: Room, after: Room, outage: e.OutageNoted, stopped_at: Millis) -> list[str]:
    left = {
        turn.turn_id: turn.deadline - stopped_at for turn in before.open_turns() if turn.deadline is not None
    }
    return [
        f"{before.room_id} {turn.turn_id}: {left[turn.turn_id]} -> {turn.deadline - outage.at}"
        for turn in after.open_turns()
        if turn.deadline is not None
        and turn.turn_id in left
        and turn.deadline - outage.at < left[turn.turn_id]
    ]


def _given_up(before: Room, closed: e.TurnClosed) -> list[str]:
    people = {seat.seat_id for seat in before.humans()}
    return [
        f"{before.room_id} {turn.turn_id}: {closed.outcome.value}"
        for turn in before.open_turns()
        if turn.turn_id == closed.turn_id
        and turn.seat_id in people
        and closed.outcome is not Outcome.ANSWERED
    ]
