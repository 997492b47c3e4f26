"""Laws of replay: the log tells everything, in bytes too, and the clock alone brings every end."""

from __future__ import annotations

from collections.abc import Iterator

from interview_engine.core import commands as c
from interview_engine.core.codec import decode_room, encode_room
from interview_engine.core.deadlines import next_deadline
from interview_engine.core.decide import take
from interview_engine.core.evolve import fold
from interview_engine.core.log import decode_log, encode_log, fold_log
from interview_engine.core.settings import Asked
from interview_engine.core.stages import Stage
from interview_engine.core.state import Room
from interview_engine.core.verifying import verify
from interview_engine.testing.dice import Dice
from interview_engine.testing.history import History

SAMPLES = 3
"""At how many places of a log the costly checks look."""


def fold_total_and_pure(history: History) -> Iterator[str]:
    """Folding the events gives the very room that the commands returned."""
    if history.rooms[-1] != history.live:
        yield f"the log folds to another room than the live one at seq {history.live.seq}"


def snapshot_and_tail(history: History) -> Iterator[str]:
    """A snapshot at any place and the records after it lead to the same room as the whole log."""
    final = encode_room(history.rooms[-1])
    for seq in _places(history):
        before = encode_room(history.rooms[seq - 1])
        room = fold_log(history.log[seq:], decode_room(before)) if seq < len(history.log) else None
        if room is not None and encode_room(room) != final:
            yield f"a snapshot at seq {seq} leads elsewhere"
        if encode_room(history.rooms[seq - 1]) != before:
            yield f"folding on from seq {seq} changed the room it began with"


def codec_round_trip(history: History) -> Iterator[str]:
    """What is written is read back as the same values and bytes, and the written log is sound."""
    written = encode_log(history.log)
    read = tuple(decode_log(written.splitlines()))
    if tuple(record.event for record in read) != tuple(record.event for record in history.log):
        yield "an event is read back as another one"
    if encode_log(read) != written:
        yield "a log that was read is written in other bytes"
    for fault in verify(read).faults:
        yield f"the written log is not sound: seq {fault.seq} {fault.code} {fault.detail}"
    for seq in _places(history):
        room = history.rooms[seq - 1]
        data = encode_room(room)
        again = decode_room(data)
        if again != room or encode_room(again) != data:
            yield f"the room at seq {seq} is read back as another one"


def clock_alone_ends_it(history: History) -> Iterator[str]:
    """From any moment of a running interview, ticks at its deadlines alone bring its end."""
    if history.live.stage not in (Stage.WAITING, Stage.FINISHED):
        yield f"the interview hangs in {history.live.stage.value}"
    for seq in _places(history):
        room = history.rooms[seq - 1]
        if room.stage is not Stage.WAITING:
            yield from (f"after seq {seq} {fault}" for fault in _end_by_clock(room))


def _end_by_clock(room: Room) -> Iterator[str]:
    most, now = most_ticks(room), room.now
    for _ in range(most):
        if room.stage is Stage.FINISHED:
            return
        deadline = next_deadline(room)
        # Between the events of one command a room may have no deadline yet: a tick lets it go on.
        now = max(now, deadline.at) if deadline is not None else now
        step = take(room, c.Tick(now=now))
        if deadline is None and not step.events:
            yield f"the room stands in {room.stage.value} without a deadline"
            return
        assert step.room is not None, "a tick keeps the room"
        room = step.room
    if room.stage is not Stage.FINISHED:
        yield f"{most} ticks do not bring the end"


def most_ticks(room: Room) -> int:
    """Return how many ticks must suffice: a few per turn, round and seat that may still come."""
    candidates = len(room.candidates()) + 1
    rounds = sum(candidates if slot.asked is Asked.EACH else 1 for slot in room.settings.slots)
    rounds += len(room.panel()) * room.settings.follow_up_budget
    return 20 + 3 * len(room.seats) + rounds * (4 + 3 * candidates)


def same_commands_same_log(history: History) -> Iterator[str]:
    """The same commands, put to a new room, lead to the same outcomes and events."""
    room: Room | None = None
    seq = 0
    for number, taken in enumerate(history.taken):
        step = take(room, taken.command)
        if step.outcome != taken.outcome:
            yield f"command {number} became {step.outcome} instead of {taken.outcome}"
            return
        expected = tuple(record.event for record in history.log[seq : seq + taken.events])
        if step.events != expected:
            yield f"command {number} led to other events after seq {seq}"
            return
        seq += taken.events
        room = step.room
    if history.taken and room is not None and fold(r.event for r in history.log) != room:
        yield "the same commands lead to another room"


def _places(history: History) -> tuple[int, ...]:
    """Return some places of the log, drawn by its own hash."""
    dice = Dice(f"places/{history.log[-1].hash}")
    return tuple(dice.between(1, len(history.log)) for _ in range(SAMPLES))
