"""Moving deadlines: every instant that has not come yet moves together, so nobody loses time to a stop."""

from __future__ import annotations

from interview_engine.core.changed import changed
from interview_engine.core.seats import Seat
from interview_engine.core.state import Pause, Room, Wait
from interview_engine.core.turns import Turn
from interview_engine.ids import Millis


def later(instant: Millis, by: Millis) -> Millis:
    """Return an instant moved into the future."""
    return Millis(instant + by)


def with_time(turn: Turn, ms: Millis) -> Turn:
    """Return an open turn whose deadline is `ms` later; a closed or waiting one unchanged."""
    if turn.deadline is None or turn.outcome is not None:
        return turn
    return changed(turn, deadline=later(turn.deadline, ms))


def shifted(room: Room, ms: Millis, now: Millis) -> Room:
    """Return a room in which every clock is `ms` later; those that a pause holds move with its beginning.

    Args:
        room: The room as it was when its clocks stopped.
        ms: How long they stood still.
        now: The instant at which they go on.
    """
    current = room.current
    if current is not None:
        current = changed(current, turns=tuple(_later_turn(turn, ms) for turn in current.turns))
    wait = room.wait
    if wait is not None:
        wait = _later_wait(wait, ms)
    paused = room.paused
    if paused is not None:
        paused = _later_pause(paused, ms)
    seats = tuple(_later_seat(seat, ms, now) for seat in room.seats)
    return changed(room, current=current, wait=wait, paused=paused, seats=seats)


def _later_turn(turn: Turn, ms: Millis) -> Turn:
    """Return an open turn as if it had begun later: a stop is no part of its owner's absence."""
    if turn.deadline is None or turn.outcome is not None:
        return turn
    return changed(with_time(turn, ms), stopped_ms=later(turn.stopped_ms, ms))


def _later_wait(wait: Wait, ms: Millis) -> Wait:
    return changed(wait, until=later(wait.until, ms))


def _later_pause(pause: Pause, ms: Millis) -> Pause:
    """Return the pause as if it had begun later: what the clocks had left when it began stays the same."""
    return changed(pause, since=later(pause.since, ms))


def _later_seat(seat: Seat, ms: Millis, now: Millis) -> Seat:
    """Return the seat as if its owner had not been away while the clocks stood still."""
    if seat.away_since is None:
        return seat
    return changed(seat, away_since=Millis(min(seat.away_since + ms, now)))
