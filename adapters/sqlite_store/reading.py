"""What is read, and checked on the way: checksums, gaps and the log's end. Damaged logs go without."""

from __future__ import annotations

import sqlite3

from adapters.service.event_store import RoomSummary, Snapshot, StoreCorrupt, StoredRecord, UnknownRoom
from adapters.sqlite_store.checksums import record_checksum, snapshot_checksum
from adapters.sqlite_store.failures import translated
from adapters.sqlite_store.writing import last_seq
from interview_engine.ids import Millis, RoomId, Seq


def records_behind(connection: sqlite3.Connection, room_id: RoomId, after: Seq) -> tuple[StoredRecord, ...]:
    """Return a room's records behind a seq, in order.

    Raises:
        UnknownRoom: There is no such log.
        StoreCorrupt: A record is damaged or missing.
    """
    ends_at = last_seq(connection, room_id)
    if not ends_at:
        raise UnknownRoom(room_id)
    start = max(after, 0)
    found = []
    # Damage may change a value's type too; a text that is none can't even be fetched.
    rows = connection.execute(
        """SELECT seq, iif(typeof(line) = 'blob', line, NULL), CAST(checksum AS BLOB) FROM record
        WHERE room_id = ? AND seq > ? ORDER BY seq""",
        (room_id, start),
    )
    for place, (seq, line, checksum) in enumerate(rows, start=start + 1):
        if seq != place:
            raise StoreCorrupt(room_id, Seq(place), "the record is missing")
        if not isinstance(line, bytes) or checksum != record_checksum(room_id, seq, line):
            raise StoreCorrupt(room_id, seq, "the record fails its checksum")
        found.append(StoredRecord(seq=seq, line=line))
    if start + len(found) < ends_at:
        raise StoreCorrupt(room_id, Seq(start + len(found) + 1), "the record is missing")
    if found and found[-1].seq > ends_at:
        raise StoreCorrupt(room_id, Seq(ends_at + 1), "a record lies behind the log's end")
    return tuple(found)


def lines_as_they_are(connection: sqlite3.Connection, room_id: RoomId) -> tuple[bytes, ...]:
    """Return a room's lines in order without any check, up to where the file itself doesn't read."""
    found: list[bytes] = []
    try:
        # Damage may have made a text of the bytes, and one that is no text.
        query = "SELECT CAST(line AS BLOB) FROM record WHERE room_id = ? ORDER BY seq"
        found.extend(line for (line,) in connection.execute(query, (room_id,)))
    except sqlite3.Error as error:
        if not isinstance(translated(error), StoreCorrupt):
            raise
    return tuple(found)


def lost_rooms(connection: sqlite3.Connection) -> tuple[RoomId, ...]:
    """Return rooms whose logs stand in no list of rooms; a sound database has none."""
    rows = connection.execute(
        "SELECT DISTINCT room_id FROM record WHERE room_id NOT IN (SELECT room_id FROM room) ORDER BY room_id"
    )
    return tuple(RoomId(room_id) for (room_id,) in rows)


def sound_snapshot(connection: sqlite3.Connection, room_id: RoomId) -> Snapshot | None:
    """Return a room's snapshot; None without one, or when it is damaged or ahead of its log."""
    row = connection.execute(
        """SELECT seq, iif(typeof(data) = 'blob', data, NULL), CAST(checksum AS BLOB) FROM snapshot
        WHERE room_id = ?""",
        (room_id,),
    ).fetchone()
    if row is None:
        return None
    seq, data, checksum = row
    if not isinstance(seq, int) or not isinstance(data, bytes) or seq > last_seq(connection, room_id):
        return None
    if checksum != snapshot_checksum(room_id, Seq(seq), data):
        return None
    return Snapshot(seq=Seq(seq), data=data)


def summaries(connection: sqlite3.Connection, *, unfinished_only: bool) -> tuple[RoomSummary, ...]:
    """Return all rooms, the latest append first; at one instant by room id."""
    rows = connection.execute(
        """SELECT room_id, last_seq, created_at, updated_at, finished FROM room
        WHERE finished <= ? ORDER BY updated_at DESC, room_id""",
        (not unfinished_only,),
    )
    return tuple(
        RoomSummary(
            room_id=RoomId(room_id),
            last_seq=Seq(ends_at),
            created_at=Millis(created_at),
            updated_at=Millis(updated_at),
            finished=bool(finished),
        )
        for room_id, ends_at, created_at, updated_at, finished in rows
    )
