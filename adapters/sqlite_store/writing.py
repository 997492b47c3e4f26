"""What is written, as statements inside a transaction that the writer opens and commits."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from adapters.service.event_store import AppendConflict, Snapshot, StoreCorrupt, StoredRecord, UnknownRoom
from adapters.sqlite_store.checksums import record_checksum, snapshot_checksum
from interview_engine.ids import Millis, RoomId, Seq


def append_records(
    connection: sqlite3.Connection,
    room_id: RoomId,
    expected: Seq,
    records: Sequence[StoredRecord],
    *,
    at: Millis,
    finished: bool,
) -> None:
    """Append gap-free records if the log ends at `expected`.

    Raises:
        AppendConflict: It ends elsewhere.
        StoreCorrupt: Records lie where the log should end.
    """
    ends_at = last_seq(connection, room_id)
    if ends_at != expected:
        raise AppendConflict(room_id, expected, ends_at)
    rows = [(room_id, r.seq, r.line, record_checksum(room_id, r.seq, r.line)) for r in records]
    try:
        connection.executemany("INSERT INTO record (room_id, seq, line, checksum) VALUES (?, ?, ?, ?)", rows)
    except sqlite3.IntegrityError as error:
        raise StoreCorrupt(room_id, Seq(expected + 1), "a record lies behind the log's end") from error
    connection.execute(
        """INSERT INTO room (room_id, last_seq, created_at, updated_at, finished) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (room_id) DO UPDATE SET last_seq = excluded.last_seq,
            updated_at = excluded.updated_at, finished = max(finished, excluded.finished)""",
        (room_id, records[-1].seq, at, at, finished),
    )


def put_snapshot(connection: sqlite3.Connection, room_id: RoomId, snapshot: Snapshot) -> None:
    """Keep a snapshot, unless a newer one is kept or the log doesn't reach it."""
    ends_at = last_seq(connection, room_id)
    if not 0 <= snapshot.seq <= ends_at or not ends_at:
        return
    checksum = snapshot_checksum(room_id, snapshot.seq, snapshot.data)
    # One that claims to be ahead of the log is damaged and gives way too.
    connection.execute(
        """INSERT INTO snapshot (room_id, seq, data, checksum) VALUES (?, ?, ?, ?)
        ON CONFLICT (room_id) DO UPDATE SET seq = excluded.seq, data = excluded.data,
            checksum = excluded.checksum WHERE excluded.seq >= seq OR seq > ?""",
        (room_id, snapshot.seq, snapshot.data, checksum, ends_at),
    )


def replace_records(connection: sqlite3.Connection, room_id: RoomId, records: Sequence[StoredRecord]) -> None:
    """Write gap-free records from seq 1 in place of a room's, and drop its snapshot.

    Raises:
        UnknownRoom: There is no such log.
        ValueError: The log has more or fewer.
    """
    ends_at = last_seq(connection, room_id)
    if not ends_at:
        raise UnknownRoom(room_id)
    if len(records) != ends_at:
        raise ValueError(f"{len(records)} records in place of {ends_at}")
    connection.executemany(
        """INSERT INTO record (line, checksum, room_id, seq) VALUES (?, ?, ?, ?)
        ON CONFLICT (room_id, seq) DO UPDATE SET line = excluded.line, checksum = excluded.checksum
            WHERE line != excluded.line OR checksum != excluded.checksum""",
        [(r.line, record_checksum(room_id, r.seq, r.line), room_id, r.seq) for r in records],
    )
    connection.execute("DELETE FROM snapshot WHERE room_id = ?", (room_id,))
    owe_erasure(connection)


def delete_room(connection: sqlite3.Connection, room_id: RoomId) -> None:
    """Delete a room's records and snapshot; a missing room is no error."""
    for table in ("record", "snapshot", "room"):
        connection.execute(f"DELETE FROM {table} WHERE room_id = ?", (room_id,))  # noqa: S608 # our own names
    # Due even for a missing room: the call may be a second try after a failed erasure.
    owe_erasure(connection)


def last_seq(connection: sqlite3.Connection, room_id: RoomId) -> Seq:
    """Return where a room's log ends; 0 for an unknown room."""
    row = connection.execute("SELECT last_seq FROM room WHERE room_id = ?", (room_id,)).fetchone()
    return Seq(row[0]) if row else Seq(0)


def owe_erasure(connection: sqlite3.Connection) -> None:
    """Remember, with a deletion, that its traces are still in the files."""
    connection.execute("INSERT OR IGNORE INTO erasure_due (due) VALUES (1)")
