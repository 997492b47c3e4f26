"""Replaying a room: what was told at one place of each event, as that event left the room."""

from __future__ import annotations

import attrs
import msgspec

from adapters.http_api.rooms.shapes import RoomView
from interview_engine.core.codec import canonical, tag_of
from interview_engine.core.log import decode_log, fold_log
from interview_engine.core.views import Viewer, seen_event, view
from interview_engine.ids import Millis, SeatId

MOST_EVENTS = 2_000
"""Most records on one page."""


class Happened(msgspec.Struct, frozen=True, kw_only=True):
    """An event as it was told there, in the words of the WebSocket's protocol."""

    seq: int
    name: str
    data: msgspec.Raw


class HappenedShape(msgspec.Struct, frozen=True, kw_only=True):
    """An event as it was told there: `name` and `data` as in the WebSocket's `event`.

    Attributes:
        seq: Its place in the log; seqs that are missing tell of what one may not see from there.
        name: Which event, as `turn_opened`.
        data: Its fields.
    """

    seq: int
    name: str
    data: dict[str, object]


class Replay(msgspec.Struct, frozen=True, kw_only=True):
    """A page of a room's past."""

    seat_id: SeatId
    own_seat_id: SeatId
    start: msgspec.Raw
    events: tuple[Happened, ...]
    next_after: int | None
    latest_seq: int
    latest_at: Millis


class ReplayShape(msgspec.Struct, frozen=True, kw_only=True):
    """A page of a room's past, as it was told at one place.

    Attributes:
        seat_id: From where one looks: a seat, or `observers`.
        own_seat_id: The place of whoever asks.
        start: The room behind `after`, which the events start from.
        events: What happened next.
        next_after: The `after` of the next page; None on the last one.
        latest_seq, latest_at: Where the log ends.
    """

    seat_id: SeatId
    own_seat_id: SeatId
    start: RoomView  # type: ignore[valid-type]  # made of the fields that views show
    events: tuple[HappenedShape, ...]
    next_after: int | None
    latest_seq: int
    latest_at: Millis


@attrs.frozen(kw_only=True)
class Place:
    """From where somebody looks back.

    Attributes:
        seat_id: What the place is called.
        own: The place of whoever asks.
        viewer: Who looks from there.
    """

    seat_id: SeatId
    own: SeatId
    viewer: Viewer


def replayed(log: bytes, place: Place, after: int, limit: int) -> bytes:
    """Return a page of a room's past as JSON: a `Replay`.

    Each event is shown by the room that it led to, so that nothing is known before its time.

    Args:
        log: The room's log in JSON Lines.
        place: From where somebody looks.
        after: Seq of the record that the page begins behind; at least the first, which opens the room.
        limit: Most records that the page covers.
    """
    records = tuple(decode_log(log.splitlines()))
    viewer = place.viewer
    first = min(max(after, 1), len(records))
    room = fold_log(records[:first])
    start = msgspec.Raw(canonical(view(room, viewer)))
    events: list[Happened] = []
    page = records[first : first + limit]
    for record in page:
        room = fold_log((record,), room)
        seen = seen_event(room, record.event, viewer)
        if seen is not None:
            data = msgspec.Raw(canonical(seen))
            events.append(Happened(seq=record.seq, name=tag_of(record.event), data=data))
    reached = first + len(page)
    return canonical(
        Replay(
            seat_id=place.seat_id,
            own_seat_id=place.own,
            start=start,
            events=tuple(events),
            next_after=reached if reached < len(records) else None,
            latest_seq=len(records),
            latest_at=records[-1].at,
        )
    )
