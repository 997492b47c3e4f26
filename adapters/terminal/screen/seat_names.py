"""How seats are called on the screen."""

from __future__ import annotations

from adapters.terminal.texts import Texts
from interview_engine.core.seats import Seat
from interview_engine.core.state import Room
from interview_engine.ids import SeatId


def seat_name(room: Room, seat_id: SeatId, texts: Texts, me: SeatId | None = None) -> str:
    """Return a candidate's number and name, with a mark on the viewer's own seat.

    Args:
        room: The room as the viewer may see it.
        seat_id: Whose name.
        texts: The person's language.
        me: The viewer's seat.
    """
    seat = room.seat(seat_id)
    if seat is None:
        return seat_id
    parts = [texts.seat_number.format(number=seat.number)] if seat.number else []
    # A redacted log holds no name.
    parts.append(seat.name or seat_id)
    return " ".join(parts) + (f" ({texts.me_mark})" if seat_id == me else "")


def plain_name(room: Room, seat_id: SeatId) -> str:
    """Return a seat's display name alone; its id when the name was deleted."""
    seat = room.seat(seat_id)
    return seat.name if seat and seat.name else seat_id


def first_person(room: Room) -> Seat | None:
    """Return the first person who sat as a candidate, or None."""
    people = room.humans()
    return people[0] if people else None
