"""Checking a whole database: structure, lists, checksums, gaps; all damage is listed, not only the first.

StoreCorrupt
 `- DatabaseDamaged: a check went through, and lists what is damaged
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import attrs

from adapters.service.event_store import StoreCorrupt
from adapters.sqlite_store.checksums import record_checksum, snapshot_checksum
from adapters.sqlite_store.database import DEFAULT_BUSY_WAIT
from adapters.sqlite_store.opening import open_reader, reported
from adapters.sqlite_store.schema import require_ours
from adapters.sqlite_store.soundness import require_sound_lists
from interview_engine.ids import RoomId, Seq


@attrs.frozen(kw_only=True)
class Damage:
    """One thing that is not as it was written.

    Attributes:
        room_id: Whose log; None when it concerns the file.
        seq: The record; 0 when it concerns the whole room or file.
        why: What is wrong.
        harmless: Nothing is lost: a snapshot, whose log has everything.
    """

    room_id: RoomId | None
    seq: Seq = Seq(0)
    why: str
    harmless: bool = False


@attrs.frozen(kw_only=True)
class CheckReport:
    """What a check went through, and the damage it found."""

    rooms: int
    records: int
    damages: tuple[Damage, ...]

    @property
    def sound(self) -> bool:
        """True when nothing is lost."""
        return all(damage.harmless for damage in self.damages)

    @property
    def damaged_rooms(self) -> tuple[RoomId, ...]:
        """Rooms whose logs are damaged, each once, in the order of their ids."""
        found = {damage.room_id for damage in self.damages if not damage.harmless}
        return tuple(sorted(room_id for room_id in found if room_id is not None))

    @property
    def of_file(self) -> tuple[Damage, ...]:
        """What is damaged beside rooms' logs: the file itself, or the lists of what it holds.

        No server starts from such a file.
        """
        return tuple(damage for damage in self.damages if damage.room_id is None or not damage.seq)


class DatabaseDamaged(StoreCorrupt):
    """A check found damage.

    Attributes:
        report: All of it.
    """

    def __init__(self, report: CheckReport) -> None:
        first = next(damage for damage in report.damages if not damage.harmless)
        super().__init__(first.room_id, first.seq, first.why)
        self.report = report


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
            *_lists(connection),
            *_ends(connection),
            *_records(connection),
            *_snapshots(connection),
        )
        return CheckReport(rooms=rooms, records=records, damages=damages)


def _structure(connection: sqlite3.Connection) -> Iterator[Damage]:
    for (line,) in connection.execute("PRAGMA quick_check"):
        if line != "ok":
            yield Damage(room_id=None, why=str(line))


def _lists(connection: sqlite3.Connection) -> Iterator[Damage]:
    """Yield what keeps a server from starting; a log without its room is found with the ends."""
    try:
        require_sound_lists(connection)
    except StoreCorrupt as error:
        if error.room_id is None:
            yield Damage(room_id=None, why=error.why)


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
    # A text that is none, which damage may make of bytes, can't even be fetched.
    rows = connection.execute(
        """SELECT room_id, seq, iif(typeof(line) = 'blob', line, NULL), CAST(checksum AS BLOB) FROM record
        ORDER BY room_id, seq"""
    )
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
        "SELECT room_id, seq, iif(typeof(data) = 'blob', data, NULL), CAST(checksum AS BLOB) FROM snapshot"
    ):
        if not isinstance(data, bytes) or checksum != snapshot_checksum(room_id, seq, data):
            yield Damage(room_id=room_id, seq=seq, why="the snapshot fails its checksum", harmless=True)
