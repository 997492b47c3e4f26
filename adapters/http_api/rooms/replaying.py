"""Replaying a room: what one seat was told of each event, as that event left the room."""

from __future__ import annotations

import msgspec

from adapters.http_api.rooms.shapes import RoomView
from interview_engine.core.codec import canonical, tag_of
from interview_engine.core.log import decode_log, fold_log
from interview_engine.core.views import Viewer, seen_event, view
from interview_engine.ids import Millis, SeatId

MOST_EVENTS = 2_000
"""Most records on one page."""


class Happened(msgspec.Struct, frozen=True, kw_only=True):
    """An event as the seat was told of it, in the words of the WebSocket's protocol."""

    seq: int
    name: str
    data: msgspec.Raw


class HappenedShape(msgspec.Struct, frozen=True, kw_only=True):
    """An event as the seat was told of it: `name` and `data` as in the WebSocket's `event`.

    Attributes:
        seq: Its place in the log; seqs that are missing tell of what the seat may not see.
        name: Which event, as `turn_opened`.
        data: Its fields.
    """

    seq: int
    name: str
    data: dict[str, object]


class Replay(msgspec.Struct, frozen=True, kw_only=True):
    """A page of a room's past."""

    seat_id: SeatId
    start: msgspec.Raw
    events: tuple[Happened, ...]
    next_after: int | None
    latest_seq: int
    latest_at: Millis


class ReplayShape(msgspec.Struct, frozen=True, kw_only=True):
    """A page of a room's past, as one seat was told of it.

    Attributes:
        seat_id: Whose past.
        start: The room behind `after`, which the events start from.
        events: What happened next.
        next_after: The `after` of the next page; None on the last one.
        latest_seq, latest_at: Where the log ends.
    """

    seat_id: SeatId
    start: RoomView  # type: ignore[valid-type]  # made of the fields that views show
    events: tuple[HappenedShape, ...]
    next_after: int | None
    latest_seq: int
    latest_at: Millis


def replayed(log: bytes, seat_id: SeatId, after: int, limit: int) -> bytes:
    """Return a page of a room's past as JSON: a `Replay`.

    Each event is shown by the room that it led to, so that nothing is known before its time.

    Args:
        log: The room's log in JSON Lines.
        seat_id: Whose past it is.
        after: Seq of the record that the page begins behind; at least the first, which opens the room.
        limit: Most records that the page covers.
    """
    records = tuple(decode_log(log.splitlines()))
    viewer = Viewer(seat_id=seat_id)
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
            seat_id=seat_id,
            start=start,
            events=tuple(events),
            next_after=reached if reached < len(records) else None,
            latest_seq=len(records),
            latest_at=records[-1].at,
        )
    )
