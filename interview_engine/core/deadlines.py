"""Deadlines are derived from state: the next instant at which a `Tick` will change something.

An instant that equals a deadline is late: intervals are half-open.
"""

from __future__ import annotations

import enum

from interview_engine.core.seats import Seat, SeatKind
from interview_engine.core.stages import Stage
from interview_engine.core.state import Room
from interview_engine.core.turns import Turn
from interview_engine.ids import Millis, SeatId, TurnId
from interview_engine.values import value


class DeadlineKind(enum.Enum):
    """What runs out."""

    TURN = "turn"
    SEAT_GRACE = "seat_grace"
    WAIT = "wait"
    DORMANT = "dormant"


@value(kw_only=True)
class Deadline:
    """The instant at which something runs out."""

    at: Millis
    kind: DeadlineKind
    turn_id: TurnId | None = None
    seat_id: SeatId | None = None


def next_deadline(room: Room) -> Deadline | None:
    """Return the earliest deadline, or None when only people or effects can move the room on.

    Deadlines at the same instant come in a fixed order: turns in speaking order, seats in order of
    arrival, then what the room waits for.
    """
    if room.stage in (Stage.WAITING, Stage.FINISHED):
        return None
    if room.paused is not None:
        at = Millis(room.paused.since + room.settings.dormant_ms)
        return Deadline(at=at, kind=DeadlineKind.DORMANT)
    earliest: Deadline | None = None
    if room.current is not None:
        for turn in room.current.turns:
            if turn.deadline is None or turn.outcome is not None:
                continue
            at = turn_deadline(room, turn)
            if earliest is None or at < earliest.at:
                earliest = Deadline(at=at, kind=DeadlineKind.TURN, turn_id=turn.turn_id)
    for seat in room.seats:
        if seat.away_since is None or seat.absent or seat.left or seat.kind is not SeatKind.HUMAN:
            continue
        at = Millis(seat.away_since + room.settings.disconnect_grace_ms)
        if earliest is None or at < earliest.at:
            earliest = Deadline(at=at, kind=DeadlineKind.SEAT_GRACE, seat_id=seat.seat_id)
    if room.wait is not None and (earliest is None or room.wait.until < earliest.at):
        earliest = Deadline(at=room.wait.until, kind=DeadlineKind.WAIT)
    return earliest


def turn_deadline(room: Room, turn: Turn) -> Millis:
    """Return when an open turn runs out: later, within the room's cap, while its owner is disconnected.

    Args:
        room: The room.
        turn: A turn that has begun.

    Returns:
        The first instant that is too late.
    """
    assert turn.deadline is not None, "the turn has begun"
    seat = room.seat(turn.seat_id)
    if seat is None or seat.away_since is None or turn.speaking:
        return turn.deadline
    return Millis(
        turn.deadline + time_owed(room, turn, seat, turn.deadline + room.settings.disconnect_cap_ms)
    )


def time_owed(room: Room, turn: Turn, seat: Seat, until: int) -> Millis:
    """Return how much answer time a disconnected owner gets back at an instant.

    Args:
        room: The room, for its cap per turn.
        turn: The open turn.
        seat: Its owner's seat, away.
        until: The instant of the return.

    Returns:
        Milliseconds, at most what is left of the cap.
    """
    if seat.away_since is None or turn.opened_at is None:
        return Millis(0)
    lost = until - max(seat.away_since, turn.opened_at + turn.stopped_ms)
    return Millis(max(0, min(lost, room.settings.disconnect_cap_ms - turn.returned_ms)))
