"""A room as JSON Lines, byte for byte as stored: one record a line, the form that `verify` reads.

Only the log is exchanged. Who owns a room and who was let into it stays in the directory, and so an imported
room is nobody's until an owner is given to it; a backup carries both.
"""

from __future__ import annotations

from adapters.service.event_store import EventStore, StoredRecord
from interview_engine.ids import Millis, RoomId, Seq


async def export_room(store: EventStore, room_id: RoomId) -> bytes:
    """Return a room's records, each ended by a line feed.

    Raises:
        UnknownRoom: There is no such log.
        ValueError: A record holds a line feed, so it has no place in such a file.
        StoreCorrupt: A record is damaged.
        StoreUnavailable: Try again.
    """
    records = await store.read(room_id)
    for record in records:
        if b"\n" in record.line:
            raise ValueError(f"record {record.seq} holds a line feed")
    return b"".join(record.line + b"\n" for record in records)


async def import_room(
    store: EventStore, room_id: RoomId, text: bytes, *, at: Millis, finished: bool = False
) -> int:
    """Store an exported room anew, and return how many records it has.

    Nothing in the lines is looked at: verify the log first if it comes from elsewhere.

    Args:
        store: Where to.
        room_id: The room's id; it must be free.
        text: What `export_room` returned.
        at: Instant of the import, for lists.
        finished: The interview is over.

    Raises:
        ValueError: The text is empty, or cut off in its last line.
        AppendConflict: There is such a room already.
        StoreUnavailable: Nothing was written; try again.
        StoreFull: Nothing was written; an operator must act.
        AppendUnknown: Read again to find out.
    """
    if not text.endswith(b"\n"):
        raise ValueError("the text is empty, or its last line is cut off")
    lines = text[:-1].split(b"\n")
    records = tuple(StoredRecord(seq=Seq(seq), line=line) for seq, line in enumerate(lines, start=1))
    await store.append(room_id, Seq(0), records, at=at, finished=finished)
    return len(records)
