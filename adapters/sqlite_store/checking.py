"""Checking a whole database: structure, checksums, gaps; all damage is listed, not only the first."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import attrs

from adapters.sqlite_store.checksums import record_checksum, snapshot_checksum
from adapters.sqlite_store.database import DEFAULT_BUSY_WAIT
from adapters.sqlite_store.opening import open_reader, reported
from adapters.sqlite_store.schema import require_ours
from interview_engine.ids import RoomId, Seq


@attrs.frozen(kw_only=True)
class Damage:
    """One thing that is not as it was written.

    Attributes:
        room_id: Whose log; None when it concerns the file.
        seq: The record; 0 when it concerns the whole room or file.
        why: What is wrong.
    """

    room_id: RoomId | None
    seq: Seq = Seq(0)
    why: str


@attrs.frozen(kw_only=True)
class CheckReport:
    """What a check went through, and the damage it found."""

    rooms: int
    records: int
    damages: tuple[Damage, ...]

    @property
    def sound(self) -> bool:
        """True when nothing is damaged."""
        return not self.damages


def check(path: Path) -> CheckReport:
    """Read a whole database and report its damage; it may be in use meanwhile. Blocks.

    Args:
        path: The database file.

    Raises:
        StoreUnavailable: It can't be opened.
        StoreCorrupt: It is no database, or too damaged to be read.
        ForeignDatabase: Another program wrote it.
        NewerSchema: A later release wrote it.
    """
    with reported(), closing(open_reader(path, DEFAULT_BUSY_WAIT)) as connection:
        if not require_ours(connection, path):
            return CheckReport(rooms=0, records=0, damages=(Damage(room_id=None, why="no tables"),))
        connection.execute("BEGIN")
        (rooms,) = connection.execute("SELECT count(*) FROM room").fetchone()
        (records,) = connection.execute("SELECT count(*) FROM record").fetchone()
        damages = (
            *_structure(connection),
            *_ends(connection),
            *_records(connection),
            *_snapshots(connection),
        )
        return CheckReport(rooms=rooms, records=records, damages=damages)


def _structure(connection: sqlite3.Connection) -> Iterator[Damage]:
    for (line,) in connection.execute("PRAGMA quick_check"):
        if line != "ok":
            yield Damage(room_id=None, why=str(line))


def _ends(connection: sqlite3.Connection) -> Iterator[Damage]:
    """Yield rooms whose log doesn't end where the room says, and logs without a room."""
    rows = connection.execute(
        """SELECT room.room_id, room.last_seq, ifnull(max(record.seq), 0)
        FROM room LEFT JOIN record USING (room_id)
        GROUP BY room.room_id HAVING last_seq != ifnull(max(seq), 0)"""
    )
    for room_id, said, found in rows:
        yield Damage(
            room_id=room_id, seq=Seq(min(said, found) + 1), why=f"ends at seq {found}, not at {said}"
        )
    orphans = connection.execute(
        """SELECT room_id FROM record WHERE room_id NOT IN (SELECT room_id FROM room)
        UNION SELECT room_id FROM snapshot WHERE room_id NOT IN (SELECT room_id FROM room)"""
    )
    for (room_id,) in orphans:
        yield Damage(room_id=room_id, why="stored, but not in the list of rooms")


def _records(connection: sqlite3.Connection) -> Iterator[Damage]:
    rows = connection.execute("SELECT room_id, seq, line, checksum FROM record ORDER BY room_id, seq")
    before, last = None, 0
    for room_id, seq, line, checksum in rows:
        last = last if room_id == before else 0
        if seq != last + 1:
            yield Damage(room_id=room_id, seq=Seq(last + 1), why="the record is missing")
        if not isinstance(line, bytes) or checksum != record_checksum(room_id, seq, line):
            yield Damage(room_id=room_id, seq=seq, why="the record fails its checksum")
        before, last = room_id, seq


def _snapshots(connection: sqlite3.Connection) -> Iterator[Damage]:
    for room_id, seq, data, checksum in connection.execute(
        "SELECT room_id, seq, data, checksum FROM snapshot"
    ):
        if not isinstance(data, bytes) or checksum != snapshot_checksum(room_id, seq, data):
            yield Damage(room_id=room_id, seq=seq, why="the snapshot fails its checksum")
