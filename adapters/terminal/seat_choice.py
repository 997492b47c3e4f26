"""Finding the seat that a person means on the command line."""

from __future__ import annotations

from adapters.terminal.failures import Failure
from adapters.terminal.screen.seat_names import first_person
from adapters.terminal.texts import Texts
from interview_engine.core.state import Room
from interview_engine.ids import SeatId


def seat_in(room: Room, wanted: str, texts: Texts) -> SeatId:
    """Return a seat by its id, its number or its holder's name.

    Raises:
        Failure: When there is none; the hint lists the seats.
    """
    for seat in room.seats:
        if wanted in (seat.seat_id, seat.name) or (seat.number and wanted == str(seat.number)):
            return seat.seat_id
    seats = ", ".join(f"{seat.seat_id} ({seat.name})" if seat.name else seat.seat_id for seat in room.seats)
    raise Failure(
        texts.trouble.error_no_seat.format(seat=wanted), texts.trouble.hint_no_seat.format(seats=seats)
    )


def own_seat(room: Room, wanted: str | None, texts: Texts) -> SeatId | None:
    """Return the seat that was asked for, or the first person's.

    Raises:
        Failure: When the seat that was asked for doesn't exist.
    """
    if wanted is not None:
        return seat_in(room, wanted, texts)
    person = first_person(room)
    return person.seat_id if person else None
