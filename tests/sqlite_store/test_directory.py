"""The directory on SQLite keeps the contract, shares the rooms' file, and forgets without a trace."""

from __future__ import annotations

import asyncio
import random
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing
from pathlib import Path

import pytest
from hypothesis import given, settings

from adapters.service.event_store import StoreCorrupt, StoreFull, StoreUnavailable
from adapters.service.people.directory import Directory, ItemKind
from adapters.service.people.identity import UserId
from adapters.sqlite_store.backup import back_up, restore
from adapters.sqlite_store.checking import check
from adapters.sqlite_store.directory import SqliteDirectory
from adapters.sqlite_store.everything import open_everything
from adapters.sqlite_store.schema import MIGRATIONS, migrate
from adapters.sqlite_store.store import SqliteEventStore
from interview_engine.ids import Millis, RoomId, Seq
from tests.contracts.directory import GUEST, OWNER, DirectoryContract, entry, item, member
from tests.contracts.directory_model import CALLS, Call, follow_memory
from tests.contracts.event_store import NOW, ROOM, lines
from tests.sqlite_store.open_rooms import tamper

SECRET = "제 연락처는 공일공"

Scene = Callable[[SqliteEventStore, SqliteDirectory], Awaitable[None]]


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[Directory]:
    store, directory, _ = await open_everything(folder / "rooms.db")
    try:
        yield directory
    finally:
        await store.close()


class TestSqliteDirectory(DirectoryContract):
    def opened(self, folder: Path) -> AbstractAsyncContextManager[Directory]:
        return opened(folder)


@settings(max_examples=20)
@given(CALLS)
def test_it_says_what_one_in_memory_says(calls: list[Call]) -> None:
    follow_memory(opened, calls)


def play(path: Path, scene: Scene) -> None:
    async def run() -> None:
        store, directory, _ = await open_everything(path, busy_wait=Millis(200))
        try:
            await scene(store, directory)
        finally:
            await store.close()

    asyncio.run(run())


async def write(store: SqliteEventStore, directory: SqliteDirectory) -> None:
    await store.append(ROOM, Seq(0), lines(b"one"), at=NOW)
    await directory.add_room(entry(ROOM, title=SECRET))
    await directory.add_room(entry("another", title="another room"))
    await directory.admit(member(ROOM))
    await directory.keep(item("x", body=SECRET * 900))
    await directory.keep(item("y", owner=GUEST, body="another's"))


async def look(store: SqliteEventStore, directory: SqliteDirectory) -> None:
    assert await store.read(ROOM) == lines(b"one")
    assert await directory.room(RoomId(ROOM)) == entry(ROOM, title=SECRET)
    assert await directory.membership(RoomId(ROOM), GUEST) == member(ROOM)
    assert await directory.item(ItemKind.DOCUMENT, "x") == item("x", body=SECRET * 900)


def holds(folder: Path, text: str) -> list[str]:
    return [path.name for path in sorted(folder.iterdir()) if text.encode() in path.read_bytes()]


def test_rooms_and_people_are_there_after_reopening(tmp_path: Path) -> None:
    play(tmp_path / "rooms.db", write)
    play(tmp_path / "rooms.db", look)


def test_a_database_of_version_one_opens_and_takes_people_in(tmp_path: Path) -> None:
    path = tmp_path / "rooms.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrate(connection, path, MIGRATIONS[:1])
        connection.execute("INSERT INTO room VALUES ('old', 1, 2, 3, 0)")
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
        assert not {"room_entry", "membership", "item"} & tables

    async def scene(store: SqliteEventStore, directory: SqliteDirectory) -> None:
        assert [room.room_id for room in await store.rooms()] == ["old"]
        await write(store, directory)
        await look(store, directory)

    play(path, scene)


def test_a_backup_holds_both_and_brings_both_back(tmp_path: Path) -> None:
    play(tmp_path / "rooms.db", write)
    back_up(tmp_path / "rooms.db", tmp_path / "copy.db")
    restore(tmp_path / "copy.db", tmp_path / "again.db")
    play(tmp_path / "again.db", look)
    assert check(tmp_path / "again.db").sound


Deletion = Callable[[SqliteDirectory], Awaitable[object]]


async def _drop_and_remove(directory: SqliteDirectory) -> None:
    await directory.remove_room(RoomId(ROOM))
    assert await directory.drop(ItemKind.DOCUMENT, "x", OWNER)


async def _forget_and_remove(directory: SqliteDirectory) -> None:
    await directory.forget(OWNER)
    await directory.remove_room(RoomId(ROOM))


@pytest.mark.parametrize("delete", [_drop_and_remove, _forget_and_remove])
def test_deleted_text_is_in_no_file_while_the_database_is_still_open(
    tmp_path: Path, delete: Deletion
) -> None:
    async def scene(store: SqliteEventStore, directory: SqliteDirectory) -> None:
        await write(store, directory)
        assert holds(tmp_path, SECRET)
        await delete(directory)
        assert holds(tmp_path, SECRET) == []
        assert await store.read(ROOM) == lines(b"one")
        assert await directory.item(ItemKind.DOCUMENT, "y") is not None

    play(tmp_path / "rooms.db", scene)


def test_items_that_were_replaced_side_by_side_leave_no_copies_behind_after_a_deletion(
    tmp_path: Path,
) -> None:
    chance = random.Random(1)
    left: list[str] = []

    async def scene(store: SqliteEventStore, directory: SqliteDirectory) -> None:
        # Durability is not in question here, and a test need not wait for so many fsyncs.
        store._writer._connection.execute("PRAGMA synchronous = OFF")
        for _ in range(600):
            number = chance.randrange(12)
            user_id, mark = UserId(f"u{number}"), f"<U{number:03}>"
            if chance.random() < 0.96:
                size = chance.choice((20, 100, 300, 900, 3_000)) // 6
                await directory.keep(
                    item(f"{number}-{chance.randrange(4)}", owner=user_id, body=mark * max(1, size))
                )
                continue
            await directory.forget(user_id)
            left.extend([mark] if holds(tmp_path, mark) else [])

    play(tmp_path / "rooms.db", scene)
    assert left == []


def test_an_erasure_that_a_reader_hinders_is_not_told_as_done_and_a_second_try_ends_it(
    tmp_path: Path,
) -> None:
    path = tmp_path / "rooms.db"

    async def scene(store: SqliteEventStore, directory: SqliteDirectory) -> None:
        await write(store, directory)
        await directory.remove_room(RoomId(ROOM))
        with closing(sqlite3.connect(path, isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM item").fetchone()
            with pytest.raises(StoreUnavailable):
                await directory.drop(ItemKind.DOCUMENT, "x", OWNER)
            reader.execute("ROLLBACK")
        assert not await directory.drop(ItemKind.DOCUMENT, "x", OWNER)
        assert holds(tmp_path, SECRET) == []

    play(path, scene)


def test_deleting_what_is_not_there_rebuilds_no_file(tmp_path: Path) -> None:
    async def scene(store: SqliteEventStore, directory: SqliteDirectory) -> None:
        await write(store, directory)
        asked: list[str] = []
        store._writer._connection.set_trace_callback(asked.append)
        assert not await directory.drop(ItemKind.DOCUMENT, "x", GUEST)
        await directory.remove_room(RoomId("missing"))
        await directory.forget(UserId("nobody"))
        assert "VACUUM" not in asked
        await directory.forget(OWNER)
        assert "VACUUM" in asked
        store._writer._connection.set_trace_callback(None)

    play(tmp_path / "rooms.db", scene)


def test_a_closed_or_full_store_is_told_as_the_stores_own_errors(tmp_path: Path) -> None:
    async def scene(store: SqliteEventStore, directory: SqliteDirectory) -> None:
        await directory.keep(item("x"))
        store._writer._connection.execute("PRAGMA max_page_count = 60")
        with pytest.raises(StoreFull):
            await directory.keep(item("y", body="x" * 400_000))
        assert await directory.item(ItemKind.DOCUMENT, "y") is None
        await store.close()
        with pytest.raises(StoreUnavailable):
            await directory.keep(item("x"))
        with pytest.raises(StoreUnavailable):
            await directory.item(ItemKind.DOCUMENT, "x")

    play(tmp_path / "rooms.db", scene)


def test_a_word_that_nobody_wrote_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "rooms.db"
    play(path, write)
    assert tamper(path, "UPDATE membership SET role = 'emperor'") == 1

    async def scene(store: SqliteEventStore, directory: SqliteDirectory) -> None:
        with pytest.raises(StoreCorrupt):
            await directory.members(RoomId(ROOM))

    play(path, scene)


_LET_IN = "SELECT room_id FROM membership WHERE user_id = 'u'"


@pytest.mark.parametrize(
    "asked",
    [
        f"SELECT * FROM room_entry WHERE owner = 'u' OR room_id IN ({_LET_IN})",
        "SELECT * FROM room_entry WHERE public = 1 ORDER BY created_at DESC, room_id LIMIT 9",
        "SELECT * FROM membership WHERE room_id = 'r' ORDER BY seat_id",
        "SELECT * FROM item WHERE owner = 'u' AND kind = 'document' ORDER BY at DESC, item_id",
        "SELECT * FROM item WHERE kind = 'document' ORDER BY at DESC, item_id",
        "DELETE FROM membership WHERE user_id = 'u'",
        "DELETE FROM item WHERE owner = 'u'",
    ],
)
def test_no_list_reads_a_whole_table_in_vain(tmp_path: Path, asked: str) -> None:
    path = tmp_path / "rooms.db"
    play(path, write)
    with closing(sqlite3.connect(path)) as connection:
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {asked}")]
    assert [step for step in plan if step.startswith("SCAN") and "USING" not in step] == []
