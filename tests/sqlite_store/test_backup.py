"""Backups are sound, taken from a live database, and nothing is written over unasked."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from adapters.service.event_store import Snapshot, StoreCorrupt, StoreUnavailable
from adapters.sqlite_store.backup import back_up, restore
from adapters.sqlite_store.checking import DatabaseDamaged, check
from adapters.sqlite_store.errors import DatabaseInUse, ForeignDatabase, TargetExists
from adapters.sqlite_store.store import SqliteEventStore
from interview_engine.ids import Seq
from tests.contracts.event_store import NOW, OTHER, ROOM, lines
from tests.sqlite_store.open_rooms import play, tamper


async def write(store: SqliteEventStore) -> None:
    await store.append(ROOM, Seq(0), lines(b"one", b"two", b"three"), at=NOW)


def test_a_backup_of_a_busy_database_is_one_whole_file(tmp_path: Path) -> None:
    async def scene(store: SqliteEventStore) -> None:
        begun = asyncio.Event()

        async def keep_writing() -> None:
            for seq in range(0, 200, 2):
                if seq == 20:
                    begun.set()
                await store.append(ROOM, Seq(seq), lines(b"a" * 900, b"b" * 900, after=seq), at=NOW)

        writing = asyncio.ensure_future(keep_writing())
        await begun.wait()
        report = await asyncio.to_thread(back_up, tmp_path / "rooms.db", tmp_path / "copy.db")
        assert report.sound
        assert report.records % 2 == 0
        assert report.records > 0
        await writing

    play(tmp_path / "rooms.db", scene)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["copy.db", "rooms.db", "rooms.db-owner"]


def test_what_was_restored_is_what_was_backed_up(tmp_path: Path) -> None:
    database, copy = tmp_path / "rooms.db", tmp_path / "copy.db"
    play(database, write)
    back_up(database, copy)

    async def go_on(store: SqliteEventStore) -> None:
        await store.append(ROOM, Seq(3), lines(b"later", after=3), at=NOW)

    async def look(store: SqliteEventStore) -> None:
        assert await store.read(ROOM) == lines(b"one", b"two", b"three")
        await store.append(ROOM, Seq(3), lines(b"another", after=3), at=NOW)

    play(database, go_on)
    with pytest.raises(TargetExists):
        restore(copy, database)
    assert check(database).records == 4
    restore(copy, database, force=True)
    play(database, look)
    restore(copy, tmp_path / "new.db")
    play(tmp_path / "new.db", look)


def test_an_old_write_ahead_log_is_not_played_into_the_restored_file(tmp_path: Path) -> None:
    database, copy, crashed = tmp_path / "rooms.db", tmp_path / "copy.db", tmp_path / "crashed.db"
    play(database, write)
    back_up(database, copy)

    async def leave_a_log(store: SqliteEventStore) -> None:
        await store.append(ROOM, Seq(3), lines(b"later", after=3), at=NOW)
        for end in ("", "-wal"):
            crashed.with_name(crashed.name + end).write_bytes(
                database.with_name(database.name + end).read_bytes()
            )

    async def look(store: SqliteEventStore) -> None:
        assert await store.read(ROOM) == lines(b"one", b"two", b"three")

    play(database, leave_a_log)
    assert (tmp_path / "crashed.db-wal").stat().st_size > 0
    restore(copy, crashed, force=True)
    play(crashed, look)


def test_a_damaged_backup_is_refused_and_the_database_stays(tmp_path: Path) -> None:
    database, copy = tmp_path / "rooms.db", tmp_path / "copy.db"
    play(database, write)
    back_up(database, copy)
    tamper(copy, "UPDATE record SET line = x'00' WHERE seq = 2")
    before = database.read_bytes()
    with pytest.raises(StoreCorrupt) as caught:
        restore(copy, database, force=True)
    assert caught.value.seq == 2
    assert database.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["copy.db", "rooms.db", "rooms.db-owner"]


def test_a_copy_with_a_damaged_room_is_made_and_restored_only_when_asked_for(tmp_path: Path) -> None:
    database, copy, new = tmp_path / "rooms.db", tmp_path / "copy.db", tmp_path / "new.db"

    async def write_two(store: SqliteEventStore) -> None:
        await write(store)
        await store.append(OTHER, Seq(0), lines(b"theirs"), at=NOW)

    async def look(store: SqliteEventStore) -> None:
        assert await store.read(OTHER) == lines(b"theirs")
        with pytest.raises(StoreCorrupt):
            await store.read(ROOM)
        await store.delete(ROOM)

    play(database, write_two)
    tamper(database, "UPDATE record SET line = x'00' WHERE seq = 2")
    with pytest.raises(DatabaseDamaged) as caught:
        back_up(database, copy)
    assert caught.value.report.damaged_rooms == (ROOM,)
    assert back_up(database, copy, with_damage=True).damaged_rooms == (ROOM,)
    with pytest.raises(DatabaseDamaged):
        restore(copy, new)
    assert not new.exists()
    assert restore(copy, new, with_damage=True).damaged_rooms == (ROOM,)
    play(new, look)
    assert back_up(new, tmp_path / "healed.db").sound, "without the damaged room all is sound"


def test_no_copy_is_made_that_no_server_starts_from(tmp_path: Path) -> None:
    database, copy = tmp_path / "rooms.db", tmp_path / "copy.db"
    play(database, write)
    tamper(database, "DELETE FROM room")
    with pytest.raises(DatabaseDamaged):
        back_up(database, copy, with_damage=True)
    assert not copy.exists()


def test_a_damaged_snapshot_keeps_nobody_from_a_backup(tmp_path: Path) -> None:
    database, copy = tmp_path / "rooms.db", tmp_path / "copy.db"

    async def scene(store: SqliteEventStore) -> None:
        await write(store)
        await store.save_snapshot(ROOM, Snapshot(seq=Seq(3), data=b"folded"))

    async def look(store: SqliteEventStore) -> None:
        assert await store.load_snapshot(ROOM) is None
        assert len(await store.read(ROOM)) == 3

    play(database, scene)
    tamper(database, "UPDATE snapshot SET data = x'00'")
    assert back_up(database, copy).sound
    restore(copy, tmp_path / "new.db")
    play(tmp_path / "new.db", look)


def test_nothing_is_written_over_or_under_a_running_store(tmp_path: Path) -> None:
    database, copy = tmp_path / "rooms.db", tmp_path / "copy.db"

    async def scene(store: SqliteEventStore) -> None:
        await write(store)
        back_up(database, copy)
        with pytest.raises(TargetExists):
            back_up(database, copy)
        with pytest.raises(DatabaseInUse):
            restore(copy, database, force=True)
        assert len(await store.read(ROOM)) == 3

    play(database, scene)


def test_a_missing_or_foreign_source_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable):
        back_up(tmp_path / "nothing.db", tmp_path / "copy.db")
    tamper(tmp_path / "foreign.db", "CREATE TABLE theirs (a)")
    with pytest.raises(ForeignDatabase):
        back_up(tmp_path / "foreign.db", tmp_path / "copy.db")
    assert [p.name for p in tmp_path.iterdir()] == ["foreign.db"]
