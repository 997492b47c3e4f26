"""Replacing one value inside the room: a seat, the current round, one turn of any round."""

from __future__ import annotations

from collections.abc import Callable

from interview_engine.core.changed import changed
from interview_engine.core.seats import Seat
from interview_engine.core.state import Room
from interview_engine.core.turns import Round, Turn
from interview_engine.ids import SeatId, TurnId


def with_seat(room: Room, seat_id: SeatId, change: Callable[[Seat], Seat]) -> Room:
    """Return the room with one seat changed."""
    seats = tuple(change(seat) if seat.seat_id == seat_id else seat for seat in room.seats)
    return changed(room, seats=seats)


def with_turn(room: Room, turn_id: TurnId, change: Callable[[Turn], Turn]) -> Room:
    """Return the room with one turn changed, wherever its round is."""
    if room.current is not None:
        home = _round_with_turn(room.current, turn_id, change)
        if home is not None:
            return changed(room, current=home)
    for index in range(len(room.rounds) - 1, -1, -1):
        home = _round_with_turn(room.rounds[index], turn_id, change)
        if home is not None:
            return changed(room, rounds=(*room.rounds[:index], home, *room.rounds[index + 1 :]))
    return room


def _round_with_turn(home: Round, turn_id: TurnId, change: Callable[[Turn], Turn]) -> Round | None:
    for index, turn in enumerate(home.turns):
        if turn.turn_id == turn_id:
            return changed(home, turns=(*home.turns[:index], change(turn), *home.turns[index + 1 :]))
    return None
