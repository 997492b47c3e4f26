"""A check lists every damage it can see."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from adapters.service.event_store import Snapshot, StoreCorrupt
from adapters.sqlite_store.checking import check
from adapters.sqlite_store.soundness import require_sound_lists
from adapters.sqlite_store.store import SqliteEventStore
from interview_engine.ids import Seq
from tests.contracts.event_store import NOW, OTHER, ROOM, lines
from tests.sqlite_store.open_rooms import play, tamper


@pytest.fixture
def database(tmp_path: Path) -> Path:
    async def write(store: SqliteEventStore) -> None:
        await store.append(ROOM, Seq(0), lines(b"one", b"two", b"three", b"four"), at=NOW)
        await store.append(OTHER, Seq(0), lines(b"theirs"), at=NOW)
        await store.save_snapshot(ROOM, Snapshot(seq=Seq(4), data=b"folded"))

    play(tmp_path / "rooms.db", write)
    return tmp_path / "rooms.db"


def test_a_sound_database_is_counted(database: Path) -> None:
    report = check(database)
    assert (report.rooms, report.records, report.damages) == (2, 5, ())
    assert report.sound


@pytest.mark.parametrize(
    "statement, room_id, seq, why",
    [
        ("UPDATE record SET line = x'00' WHERE seq = 2", ROOM, 2, "the record fails its checksum"),
        (
            "UPDATE record SET line = CAST(x'ff' AS TEXT) WHERE seq = 2",
            ROOM,
            2,
            "the record fails its checksum",
        ),
        (
            "UPDATE record SET checksum = CAST(x'ff' AS TEXT) WHERE seq = 2",
            ROOM,
            2,
            "the record fails its checksum",
        ),
        ("UPDATE snapshot SET data = CAST(x'ff' AS TEXT)", ROOM, 4, "the snapshot fails its checksum"),
        ("DELETE FROM record WHERE seq = 3", ROOM, 3, "the record is missing"),
        ("DELETE FROM record WHERE seq = 4", ROOM, 4, "ends at seq 3, not at 4"),
        ("UPDATE room SET last_seq = 9 WHERE last_seq = 1", OTHER, 2, "ends at seq 1, not at 9"),
        ("DELETE FROM room WHERE last_seq = 1", OTHER, 0, "stored, but not in the list of rooms"),
        ("DELETE FROM record WHERE room_id = 'room-2'", OTHER, 1, "ends at seq 0, not at 1"),
        ("UPDATE snapshot SET data = x'00'", ROOM, 4, "the snapshot fails its checksum"),
    ],
)
def test_each_kind_of_damage_is_named(
    database: Path, statement: str, room_id: str, seq: int, why: str
) -> None:
    assert tamper(database, statement) == 1
    (damage,) = check(database).damages
    assert (damage.room_id, damage.seq, damage.why) == (room_id, seq, why)


def test_all_damages_are_listed(database: Path) -> None:
    tamper(database, "UPDATE record SET line = x'00'")
    assert len(check(database).damages) == 5


def test_a_flipped_byte_in_the_file_is_found(database: Path) -> None:
    stored = database.read_bytes()
    assert stored.count(b"three") == 1
    database.write_bytes(stored.replace(b"three", b"thref"))
    (damage,) = check(database).damages
    assert (damage.room_id, damage.seq) == (ROOM, 3)


def test_rooms_and_what_no_server_starts_from_are_told_apart(database: Path) -> None:
    tamper(database, "UPDATE record SET line = x'00' WHERE seq < 3")
    report = check(database)
    assert (report.damaged_rooms, report.of_file) == (tuple(sorted((ROOM, OTHER))), ())
    tamper(database, "DELETE FROM room WHERE last_seq = 1")
    (lost,) = check(database).of_file
    assert lost.room_id == OTHER


def test_a_damaged_snapshot_is_named_and_loses_nothing(database: Path) -> None:
    tamper(database, "UPDATE snapshot SET data = x'00'")
    report = check(database)
    assert len(report.damages) == 1
    assert report.sound
    assert report.damaged_rooms == ()


def test_what_keeps_a_server_from_starting_is_found(database: Path) -> None:
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        # The index no longer is what its rows were put into.
        connection.execute(
            """UPDATE sqlite_master SET sql = replace(sql, 'updated_at DESC', 'created_at + 1')
            WHERE name = 'room_latest'"""
        )
    (damage, *_) = check(database).of_file
    assert damage.why.startswith("room: ")
    with pytest.raises(StoreCorrupt), closing(sqlite3.connect(database)) as connection:
        require_sound_lists(connection)
