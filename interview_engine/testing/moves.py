"""Moves: commands that are made when their turn comes, from the room as it then is.

A move knows neither ids nor instants; the scenario fills both in. `answer("...")` answers the seat's own
open turn, whatever its id.
"""

from __future__ import annotations

from collections.abc import Callable

from interview_engine.core import commands as c
from interview_engine.core.deadlines import next_deadline
from interview_engine.core.state import Room
from interview_engine.core.turns import Turn
from interview_engine.ids import CommandId, Millis, SeatId, TurnId
from interview_engine.testing.rooms import human

Move = Callable[[Room], c.Command]
"""Makes a command from the room as it is when the command is given."""

NO_TURN = TurnId("no-turn")


def open_turn_of(room: Room, seat_id: SeatId) -> Turn | None:
    """Return a seat's open turn, or None."""
    return next((turn for turn in room.open_turns() if turn.seat_id == seat_id), None)


def fresh_id(room: Room, purpose: str) -> CommandId:
    """Return a command id that no committed command of the room has."""
    return CommandId(f"{purpose}@{room.seq}")


def answer(
    text: str = "저는 원인을 지표로 좁혔습니다.", *, by: SeatId | None = None, after_ms: int = 0
) -> Move:
    """Submit an answer to a seat's open turn.

    Args:
        text: The answer.
        by: Whose turn; the person whose turn is open when None.
        after_ms: How long after the room's latest event.
    """

    def make(room: Room) -> c.Command:
        seat_id, turn_id = _speaker(room, by)
        return c.SubmitAnswer(
            now=Millis(room.now + after_ms),
            id=fresh_id(room, "answer"),
            seat_id=seat_id,
            turn_id=turn_id,
            text=text,
        )

    return make


def draft(text: str, *, by: SeatId | None = None, after_ms: int = 0) -> Move:
    """Save a draft for a seat's open turn; arguments as for `answer`."""

    def make(room: Room) -> c.Command:
        seat_id, turn_id = _speaker(room, by)
        return c.SaveDraft(
            now=Millis(room.now + after_ms),
            id=fresh_id(room, "draft"),
            seat_id=seat_id,
            turn_id=turn_id,
            text=text,
        )

    return make


def skip(*, by: SeatId | None = None, after_ms: int = 0) -> Move:
    """Give a seat's open turn up; arguments as for `answer`."""

    def make(room: Room) -> c.Command:
        seat_id, turn_id = _speaker(room, by)
        return c.SkipTurn(
            now=Millis(room.now + after_ms), id=fresh_id(room, "skip"), seat_id=seat_id, turn_id=turn_id
        )

    return make


def pause(*, after_ms: int = 0) -> Move:
    """Let a moderator stop the clocks."""
    return lambda room: c.PauseInterview(now=Millis(room.now + after_ms), id=fresh_id(room, "pause"))


def resume(*, after_ms: int = 0) -> Move:
    """Let a moderator start the clocks again."""
    return lambda room: c.ResumeInterview(now=Millis(room.now + after_ms), id=fresh_id(room, "resume"))


def end_early(*, after_ms: int = 0) -> Move:
    """Let a moderator stop the questions."""
    return lambda room: c.EndEarly(now=Millis(room.now + after_ms), id=fresh_id(room, "end"))


def leave(seat_id: SeatId, *, after_ms: int = 0) -> Move:
    """Let a person give their seat up."""
    return lambda room: c.LeaveRoom(
        now=Millis(room.now + after_ms), id=fresh_id(room, "leave"), seat_id=seat_id
    )


def disconnect(seat_id: SeatId, *, after_ms: int = 0) -> Move:
    """Let a person's last connection be lost."""
    return lambda room: c.PresenceChanged(now=Millis(room.now + after_ms), seat_id=seat_id, connected=False)


def reconnect(seat_id: SeatId, *, after_ms: int = 0) -> Move:
    """Let a person come back."""
    return lambda room: c.PresenceChanged(now=Millis(room.now + after_ms), seat_id=seat_id, connected=True)


def outage(ms: int) -> Move:
    """Let the service be down for some time, from the room's latest event on."""
    return lambda room: c.OutageEnded(now=Millis(room.now + ms), since=room.now)


def tick(after_ms: int) -> Move:
    """Let time pass since the room's latest event."""
    return lambda room: c.Tick(now=Millis(room.now + after_ms))


def tick_to_deadline() -> Move:
    """Let time pass to the next deadline's very instant."""

    def make(room: Room) -> c.Command:
        deadline = next_deadline(room)
        assert deadline is not None, "the room has no deadline"
        return c.Tick(now=deadline.at)

    return make


def _speaker(room: Room, by: SeatId | None) -> tuple[SeatId, TurnId]:
    if by is not None:
        turn = open_turn_of(room, by)
        return by, turn.turn_id if turn else NO_TURN
    people = {seat.seat_id for seat in room.humans()}
    turn = next((turn for turn in room.open_turns() if turn.seat_id in people), None)
    return (turn.seat_id, turn.turn_id) if turn else (human(), NO_TURN)
