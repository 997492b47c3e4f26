"""Where a person's words were deleted from the log, so that a report can say so instead of looking broken."""

from __future__ import annotations

import enum

import attrs

from interview_engine.core import events as e
from interview_engine.core.log import Record
from interview_engine.core.state import Room
from interview_engine.core.turns import Outcome
from interview_engine.core.views import Viewer, seen_event
from interview_engine.ids import SeatId, TurnId


class DeletedText(enum.Enum):
    """What was deleted."""

    NAME = "name"
    ANSWER = "answer"
    EVIDENCE = "evidence"
    FEEDBACK = "feedback"


@attrs.frozen(kw_only=True)
class Deletion:
    """One text that is gone: what it was, whose, and of which turn."""

    what: DeletedText
    seat_id: SeatId
    turn_id: TurnId | None = None


def deletions(log: tuple[Record, ...], room: Room, viewer: Viewer) -> tuple[Deletion, ...]:
    """List the deleted texts that the viewer would otherwise read.

    Args:
        log: The log, or what is left of it.
        room: The room that the log leads to, unprojected.
        viewer: Who reads.

    Returns:
        One entry per deleted text, in the order of the log.
    """
    found = (
        _deletion(record.event, room) for record in log if record.redacted and _seen(record, room, viewer)
    )
    return tuple(deletion for deletion in found if deletion is not None)


def _seen(record: Record, room: Room, viewer: Viewer) -> bool:
    """Return whether the viewer may know of the event; what an AI candidate prepared is known as its turn."""
    if isinstance(record.event, e.AnswerPrepared):
        turn = room.turn(record.event.turn_id)
        return turn is not None and turn.outcome is not None
    return seen_event(room, record.event, viewer) is not None


def _deletion(event: e.Event, room: Room) -> Deletion | None:
    match event:
        case e.SeatTaken() if _is_nameless(room, event.seat_id):
            return Deletion(what=DeletedText.NAME, seat_id=event.seat_id)
        case e.TurnClosed() | e.AnswerPrepared() if _is_empty(room, event.turn_id):
            return Deletion(what=DeletedText.ANSWER, seat_id=event.seat_id, turn_id=event.turn_id)
        case e.EvaluationRecorded():
            return Deletion(what=DeletedText.EVIDENCE, seat_id=event.seat_id, turn_id=event.turn_id)
        case e.FeedbackRecorded():
            return Deletion(what=DeletedText.FEEDBACK, seat_id=event.seat_id)
        case _:
            return None


def _is_nameless(room: Room, seat_id: SeatId) -> bool:
    seat = room.seat(seat_id)
    return seat is not None and not seat.name


def _is_empty(room: Room, turn_id: TurnId) -> bool:
    turn = room.turn(turn_id)
    return turn is not None and turn.outcome is Outcome.ANSWERED and not turn.text
