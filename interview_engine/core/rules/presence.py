"""Nobody loses answer time to a lost connection, up to the room's cap, or to the service's downtime."""

from __future__ import annotations

from interview_engine.core import commands as c
from interview_engine.core import events as e
from interview_engine.core.deadlines import time_owed
from interview_engine.core.rules.answering import end_speech_if_unanimous, run_out
from interview_engine.core.rules.operating import go_on_after_pause
from interview_engine.core.seats import Seat, SeatKind
from interview_engine.core.stages import Stage
from interview_engine.core.transition import Transition
from interview_engine.core.turns import Outcome
from interview_engine.ids import Millis, SeatId


def presence_changed(t: Transition, command: c.PresenceChanged) -> None:
    """A connection was lost or came back; what is already known changes nothing."""
    seat = t.room.seat(command.seat_id)
    if seat is None or seat.left or seat.kind not in (SeatKind.HUMAN, SeatKind.OBSERVER):
        return
    if command.connected == (seat.away_since is None):
        return
    if command.connected:
        _come_back(t, seat)
    else:
        t.record(e.PresenceNoted(at=t.at, seat_id=seat.seat_id, connected=False))
        for turn in t.room.open_turns():
            end_speech_if_unanimous(t, turn.turn_id)


def _come_back(t: Transition, seat: Seat) -> None:
    paused = t.room.paused
    if paused is not None and paused.empty and seat.kind is SeatKind.HUMAN:
        go_on_after_pause(t)
    away = t.room.seat(seat.seat_id)
    assert away is not None, "a seat stays while its owner is away"
    # A pause gives its own time back: until it began the absence counts.
    until = t.room.paused.since if t.room.paused is not None else t.at
    for turn in t.room.open_turns():
        owed = time_owed(t.room, turn, away, until) if turn.seat_id == seat.seat_id else 0
        if owed:
            t.record(
                e.TimeGiven(
                    at=t.at,
                    seat_id=seat.seat_id,
                    turn_id=turn.turn_id,
                    ms=Millis(owed),
                    returned=True,
                )
            )
    t.record(e.PresenceNoted(at=t.at, seat_id=seat.seat_id, connected=True))


def grace_ended(t: Transition, seat_id: SeatId) -> None:
    """A person stayed away too long: the others go on; with nobody there the room waits."""
    t.record(e.SeatAbsent(at=t.at, seat_id=seat_id))
    if all(seat.absent for seat in t.room.humans()):
        if t.room.stage.asking:
            t.record(e.InterviewPaused(at=t.at, empty=True))
        return
    for turn in t.room.open_turns():
        if turn.seat_id == seat_id:
            run_out(t, turn, Outcome.ABANDONED)


def outage_ended(t: Transition, command: c.OutageEnded) -> None:
    """The service was down: every clock gets the time back, also the one by which a pause goes dormant."""
    running = t.room.stage not in (Stage.WAITING, Stage.FINISHED)
    since = max(command.since, t.room.now)
    if running and t.at > since:
        lost = Millis(t.at - since)
        t.record(e.OutageNoted(at=t.at, since=Millis(since), lost_ms=lost))
