"""A damaged database does not open as if it held fewer rooms: whoever opens it is told."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from adapters.service.event_store import EventStoreError, StoreCorrupt, StoredRecord
from adapters.sqlite_store.store import open_store
from interview_engine.ids import Millis, RoomId, Seq

ROOMS = 60


async def _fill(path: Path) -> None:
    store = await open_store(path)
    for number in range(ROOMS):
        record = StoredRecord(seq=Seq(1), line=b"x" * 200)
        await store.append(RoomId(f"room-{number:03}"), Seq(0), (record,), at=Millis(number))
    await store.close()


async def _count(path: Path) -> int:
    store = await open_store(path)
    try:
        return len(await store.rooms())
    finally:
        await store.close()


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "rooms.db"
    asyncio.run(_fill(path))
    return path


def _pages(path: Path, name: str) -> list[int]:
    """Return the pages of a table or an index."""
    with closing(sqlite3.connect(path)) as connection:
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        assert size == 4_096
        found = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,))
        return [row[0] for row in found]


def _overwrite(path: Path, page: int, with_what: bytes) -> None:
    with path.open("r+b") as file:
        file.seek((page - 1) * 4_096)
        file.write((with_what * 4_096)[:4_096])


def test_a_sound_database_opens(database: Path) -> None:
    assert asyncio.run(_count(database)) == ROOMS


@pytest.mark.parametrize("name", ["room", "room_latest", "sqlite_autoindex_room_1"])
@pytest.mark.parametrize(
    "with_what",
    # Noise, nothing, and the page of an empty leaf: the last one reads as if there were no rooms.
    [b"\xa5", b"\0", b"\x0a\0\0\0\0\x10\0\0" + b"\0" * 4_088, b"\x0d\0\0\0\0\x10\0\0" + b"\0" * 4_088],
    ids=["noise", "zeros", "empty index", "empty table"],
)
def test_damaged_lists_are_told_of(database: Path, name: str, with_what: bytes) -> None:
    for page in _pages(database, name):
        _overwrite(database, page, with_what)
        with pytest.raises(EventStoreError):
            asyncio.run(_count(database))


def test_a_log_that_no_list_knows_is_told_of(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("DELETE FROM room WHERE room_id = 'room-017'")
        connection.commit()
    with pytest.raises(StoreCorrupt, match="room-017"):
        asyncio.run(_count(database))
