"""What a seat may do now: the legality table, narrowed to what some arguments would carry through."""

from __future__ import annotations

from interview_engine.core import commands as c
from interview_engine.core.deadlines import turn_deadline
from interview_engine.core.legality import legal
from interview_engine.core.rules.lobby import start_refusal
from interview_engine.core.rules.operating import may_chat_now
from interview_engine.core.seats import Seat, SeatKind
from interview_engine.core.state import Room
from interview_engine.ids import SeatId

_PARTICIPANT = (
    c.LeaveRoom,
    c.SetReady,
    c.ShareResume,
    c.SaveDraft,
    c.SubmitAnswer,
    c.SkipTurn,
    c.SkipSpeech,
    c.SendChat,
)
_OPERATOR = (
    c.ChangeSettings,
    c.AddAiCandidate,
    c.RemoveAiCandidate,
    c.AddInterviewer,
    c.RemoveInterviewer,
    c.SetAccommodation,
    c.StartInterview,
    c.PauseInterview,
    c.ResumeInterview,
    c.SkipCandidate,
    c.SkipQuestion,
    c.AddTime,
    c.KickSeat,
    c.HandOverHost,
    c.EndEarly,
)


def legal_commands(room: Room, seat_id: SeatId) -> tuple[type[c.Command], ...]:
    """Return which commands the owner of a place may give now.

    Args:
        room: The room, at its latest instant.
        seat_id: A seat, or a free place (whose owner may only join).

    Returns:
        Command classes in the order of the documentation. Each would be carried out with suitable
        arguments; a command that is not listed is refused whatever its arguments.
    """
    seat = room.seat(seat_id)
    if seat_id in room.removed:
        return ()
    if seat is None:
        return (c.JoinRoom,) if legal(c.JoinRoom, room.stage, paused=False) else ()
    if seat.left:
        return ()
    paused = room.paused is not None
    allowed: list[type[c.Command]] = [
        kind
        for kind in _PARTICIPANT
        if legal(kind, room.stage, paused=paused) and _participant_may(room, seat, kind)
    ]
    if room.host == seat_id:
        allowed += [
            kind
            for kind in _OPERATOR
            if legal(kind, room.stage, paused=paused) and _host_may(room, seat, kind)
        ]
    return tuple(allowed)


def _participant_may(room: Room, seat: Seat, kind: type[c.Command]) -> bool:
    if kind is c.LeaveRoom:
        return seat.kind in (SeatKind.HUMAN, SeatKind.OBSERVER)
    if kind is c.SendChat:
        return may_chat_now(room, seat.seat_id, room.now)
    if seat.kind is not SeatKind.HUMAN:
        return False
    if kind is c.SkipSpeech:
        return any(turn.speaking and seat.seat_id not in turn.skip_votes for turn in room.open_turns())
    if kind in (c.SaveDraft, c.SubmitAnswer, c.SkipTurn):
        own = [turn for turn in room.open_turns() if turn.seat_id == seat.seat_id]
        clock = room.paused.since if room.paused is not None else room.now
        return any(clock < turn_deadline(room, turn) for turn in own)
    return True


def _host_may(room: Room, host: Seat, kind: type[c.Command]) -> bool:  # noqa: PLR0911 -- one line a command
    if kind is c.StartInterview:
        return start_refusal(room) is None
    if kind is c.RemoveAiCandidate:
        return any(seat.kind is SeatKind.AI for seat in room.seats)
    if kind is c.RemoveInterviewer:
        return bool(room.panel())
    if kind is c.ResumeInterview:
        return room.paused is not None
    if kind in (c.SkipCandidate, c.AddTime):
        return bool(room.open_turns())
    if kind is c.SkipQuestion:
        return room.current is not None
    others = [seat for seat in room.seats if seat.seat_id != host.seat_id and not seat.left]
    if kind is c.KickSeat:
        return any(seat.kind in (SeatKind.HUMAN, SeatKind.OBSERVER) for seat in others)
    if kind is c.HandOverHost:
        return any(seat.kind is SeatKind.HUMAN for seat in others)
    return True
