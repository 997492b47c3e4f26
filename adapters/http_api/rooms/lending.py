"""From where somebody looks back on a room: their own place, or one that is lent after the end.

The law: before the end nobody looks from anywhere but their own place.
"""

from __future__ import annotations

from typing import Final

from adapters.http_api.asking import Inside
from adapters.http_api.problems.problem import ApiError
from interview_engine.core.stages import Stage
from interview_engine.core.views import PUBLIC, Viewer
from interview_engine.ids import SeatId

OBSERVERS: Final = SeatId("observers")
"""The observers' place; no seat is called so, since seats' ids begin with `p-`, `ai-` or `panel-`."""


def viewer_from(inside: Inside, place: SeatId) -> Viewer:
    """Return who looks when somebody looks back from a place.

    Args:
        inside: Who asks, and the room.
        place: A candidate's seat, or `OBSERVERS`; one's own place is nobody else's to lend.

    Raises:
        ApiError: `no_such_view`: nobody can look from there; `not_finished`: not yet.
    """
    if place == inside.entrance.seat_id:
        return Viewer(seat_id=place)
    seat = inside.room.seat(place)
    if place != OBSERVERS and (seat is None or not seat.kind.candidate):
        raise ApiError("no_such_view")
    if inside.room.stage is not Stage.FINISHED:
        raise ApiError("not_finished")
    return PUBLIC if place == OBSERVERS else Viewer(seat_id=place, borrowed=True)
