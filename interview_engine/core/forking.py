"""`fork(log, at)`: a new room that shares a log's past, to answer a question again."""

from __future__ import annotations

from interview_engine.core import events as e
from interview_engine.core.changed import changed
from interview_engine.core.log import Record, record_events, room_of
from interview_engine.ids import CommandId, RoomId, RoundId, Salt, Seq


class ForkError(Exception):
    """A log cannot be forked at this place."""


def fork(log: tuple[Record, ...], at: Seq, *, room_id: RoomId, salt: Salt) -> tuple[Record, ...]:
    """Return the log of a new room that begins with the first `at` records of another.

    The first event names the parent room with the seq and hash of the fork; the rest is the same. The
    new log is chained and salted anew. The shell reports `OutageEnded(since=<the last instant>)` before
    anything else, so that the clocks go on from the moment of the fork.

    Args:
        log: The parent's log.
        at: Seq of the last shared record.
        room_id: The new room.
        salt: Fresh random text from the shell.

    Raises:
        ForkError: When the log has no such record, or words were deleted from what would be shared.
    """
    if not 1 <= at <= len(log):
        raise ForkError(f"the log has records 1 to {len(log)}, not {at}")
    if any(record.redacted for record in log[:at]):
        raise ForkError("words were deleted from this log; what is left is no interview to go on with")
    created = log[0].event
    assert isinstance(created, e.RoomCreated), "a log begins with RoomCreated"
    parent = e.ParentRoom(room_id=room_of(log), seq=at, hash=log[at - 1].hash)
    first = changed(created, room_id=room_id, parent=parent, cause=CommandId(""))
    return record_events((first, *(_uncaused(record.event) for record in log[1:at])), salt)


def _uncaused(event: e.Event) -> e.Event:
    """Return an event without its command: the new room has not been given any yet."""
    return changed(event, cause=CommandId("")) if event.cause else event


def seq_of_round(log: tuple[Record, ...], round_id: RoundId) -> Seq:
    """Return the seq at which a round was asked: where to fork to answer it again.

    Raises:
        ForkError: When it never was.
    """
    for record in log:
        if isinstance(record.event, e.RoundOpened) and record.event.round.round_id == round_id:
            return record.seq
    raise ForkError(f"round {round_id} was never asked")
