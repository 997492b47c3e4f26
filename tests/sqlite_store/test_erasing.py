"""After a redaction or deletion, no file of the database holds the old text."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from adapters.service.event_store import Snapshot, StoreUnavailable
from adapters.sqlite_store.store import SqliteEventStore
from interview_engine.ids import RoomId, Seq
from tests.contracts.event_store import NOW, OTHER, ROOM, lines
from tests.sqlite_store.open_rooms import play

SECRET = "제 전화번호는 공일공".encode()


def holds(folder: Path, text: bytes) -> list[str]:
    """Return the names of the files that hold a text."""
    return [path.name for path in sorted(folder.iterdir()) if text in path.read_bytes()]


async def write_secret(store: SqliteEventStore) -> None:
    await store.append(ROOM, Seq(0), lines(b"a", SECRET * 3, SECRET * 900), at=NOW)
    await store.append(OTHER, Seq(0), lines(b"another room"), at=NOW)
    await store.save_snapshot(ROOM, Snapshot(seq=Seq(3), data=SECRET * 50))


def test_replaced_text_is_in_no_file_while_the_store_is_still_open(tmp_path: Path) -> None:
    async def scene(store: SqliteEventStore) -> None:
        await write_secret(store)
        assert holds(tmp_path, SECRET)
        await store.replace(ROOM, lines(b"a", b"-", b"-"))
        assert holds(tmp_path, SECRET) == []
        assert await store.read(OTHER) == lines(b"another room")

    play(tmp_path / "rooms.db", scene)


def test_deleted_text_is_in_no_file_while_the_store_is_still_open(tmp_path: Path) -> None:
    async def scene(store: SqliteEventStore) -> None:
        await write_secret(store)
        await store.delete(ROOM)
        assert holds(tmp_path, SECRET) == []

    play(tmp_path / "rooms.db", scene)


def test_copies_that_sqlite_left_behind_while_it_moved_cells_are_gone_too(tmp_path: Path) -> None:
    """Rooms that grow side by side and go at random: `secure_delete` alone leaves text here (SQLite 3.40)."""
    chance = random.Random(0)
    left: list[int] = []

    async def scene(store: SqliteEventStore) -> None:
        # Durability is not in question here, and a test need not wait for 1,500 fsyncs.
        store._writer._connection.execute("PRAGMA synchronous = OFF")
        ends = dict.fromkeys(range(20), 0)
        for _ in range(1_500):
            room = chance.choice(list(ends))
            room_id, end, drawn = RoomId(f"room{room}"), ends[room], chance.random()
            mark = b"<R%03d>" % room
            if drawn < 0.97:
                text = mark * (chance.choice((50, 300, 700, 1_500, 3_000, 9_000)) // 6)
                await store.append(room_id, Seq(end), lines(text, after=end), at=NOW)
                ends[room] += 1
                continue
            if drawn < 0.985 and end:
                blank = [b"x" * chance.choice((20, 200, 800)) for _ in range(end)]
                await store.replace(room_id, lines(*blank))
            else:
                await store.delete(room_id)
                ends[room] = 0
            left.extend([room] if holds(tmp_path, mark) else [])

    play(tmp_path / "rooms.db", scene)
    assert left == []


def test_an_erasure_cut_short_is_made_good_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "rooms.db"
    play(path, write_secret)
    # What a crash between the deletion's commit and the rebuilding leaves.
    with closing(sqlite3.connect(path)) as connection, connection:
        # Some systems build SQLite with it on.
        connection.execute("PRAGMA secure_delete = OFF")
        connection.execute("DELETE FROM record WHERE room_id = ?", (ROOM,))
        connection.execute("DELETE FROM room WHERE room_id = ?", (ROOM,))
        connection.execute("DELETE FROM snapshot")
        connection.execute("INSERT INTO erasure_due VALUES (1)")
    assert holds(tmp_path, SECRET)

    async def look(store: SqliteEventStore) -> None:
        assert holds(tmp_path, SECRET) == []

    play(path, look)


def test_an_erasure_that_a_reader_hinders_is_not_told_as_done(tmp_path: Path) -> None:
    path = tmp_path / "rooms.db"

    async def scene(store: SqliteEventStore) -> None:
        await write_secret(store)
        with closing(sqlite3.connect(path, isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM record").fetchone()
            with pytest.raises(StoreUnavailable):
                await store.delete(ROOM)
            reader.execute("ROLLBACK")
        await store.delete(ROOM)
        assert holds(tmp_path, SECRET) == []

    play(path, scene)
