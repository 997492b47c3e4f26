"""A fork as a room of its own: the log's past is appended in one piece, and the time since is given back."""

from __future__ import annotations

import contextlib

from adapters.service.event_store import AppendConflict, EventStore, StoredRecord
from adapters.service.room_service import RoomService
from interview_engine.core import commands as c
from interview_engine.core.log import Record, encode_record
from interview_engine.core.seats import SeatKind
from interview_engine.ids import Millis, RoomId, Seq


async def open_fork(
    service: RoomService, store: EventStore, room_id: RoomId, forked: tuple[Record, ...], now: Millis
) -> bool:
    """Make a fork's log durable, and let the room go on from its last instant.

    Nobody is there yet: people's clocks wait for them, as after any lost connection.

    Args:
        service: Whose room it becomes.
        store: The service's store.
        room_id: The new room.
        forked: What `forking.fork` returned.
        now: The service's clock.

    Returns:
        False when the room has gone on already: a retry, which changes nothing.

    Raises:
        EventStoreError: The store did not take it; the same call again is safe.
    """
    records = tuple(StoredRecord(seq=record.seq, line=encode_record(record)) for record in forked)
    with contextlib.suppress(AppendConflict):
        await store.append(room_id, Seq(0), records, at=now)
    room = await service.room(room_id)
    if room.seq != len(forked):
        return False
    await service.command(room_id, c.OutageEnded(now=now, since=room.now))
    for seat in room.seats:
        if seat.kind in (SeatKind.HUMAN, SeatKind.OBSERVER) and not seat.left:
            await service.command(room_id, c.PresenceChanged(now=now, seat_id=seat.seat_id, connected=False))
    return True
