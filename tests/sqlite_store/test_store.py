"""The SQLite store keeps the contract, also after it was closed and opened again."""

from __future__ import annotations

import asyncio
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings

from adapters.service.event_store import EventStore, Snapshot
from adapters.sqlite_store.store import open_store
from interview_engine.ids import Seq
from tests.contracts.event_store import NOW, ROOM, EventStoreContract, lines
from tests.contracts.event_store_model import STEPS, Step, follow_model


async def open_sqlite(folder: Path) -> EventStore:
    return await open_store(folder / "rooms.db")


class TestSqliteStore(EventStoreContract):
    async def open(self, folder: Path) -> EventStore:
        return await open_sqlite(folder)


@settings(max_examples=20)
@given(STEPS)
def test_it_behaves_like_a_dict(steps: list[Step]) -> None:
    follow_model(open_sqlite, steps)


def test_what_was_written_is_there_after_reopening(tmp_path: Path) -> None:
    async def scene() -> None:
        store = await open_sqlite(tmp_path)
        await store.append(ROOM, Seq(0), lines(b"one", b"two"), at=NOW, finished=True)
        await store.save_snapshot(ROOM, Snapshot(seq=Seq(2), data=b"folded"))
        listed = await store.rooms()
        await store.close()
        again = await open_sqlite(tmp_path)
        assert await again.read(ROOM) == lines(b"one", b"two")
        assert await again.load_snapshot(ROOM) == Snapshot(seq=Seq(2), data=b"folded")
        assert await again.rooms() == listed
        await again.close()

    asyncio.run(scene())


def test_closing_writes_what_waits_and_leaves_one_clean_file(tmp_path: Path) -> None:
    async def scene() -> None:
        store = await open_sqlite(tmp_path)
        waiting = [
            asyncio.ensure_future(store.append(ROOM, Seq(seq), lines(b"x", after=seq), at=NOW))
            for seq in range(50)
        ]
        await asyncio.sleep(0)
        await store.close()
        await asyncio.gather(*waiting)
        assert sorted(entry.name for entry in os.scandir(tmp_path)) == ["rooms.db", "rooms.db-owner"]
        again = await open_sqlite(tmp_path)
        assert len(await again.read(ROOM)) == 50
        await again.close()

    asyncio.run(scene())


def test_the_files_are_readable_by_their_owner_only(tmp_path: Path) -> None:
    async def scene() -> None:
        store = await open_sqlite(tmp_path)
        await store.append(ROOM, Seq(0), lines(b"personal"), at=NOW)
        modes = {entry.name: stat.S_IMODE(entry.stat().st_mode) for entry in os.scandir(tmp_path)}
        await store.close()
        assert "rooms.db-wal" in modes
        assert set(modes.values()) == {0o600}

    asyncio.run(scene())


@pytest.mark.parametrize("readers", [1, 4])
def test_many_reads_at_once_see_whole_batches(tmp_path: Path, readers: int) -> None:
    async def scene() -> None:
        store = await open_store(tmp_path / "rooms.db", readers=readers)
        await store.append(ROOM, Seq(0), lines(b"0", b"0"), at=NOW)

        async def write() -> None:
            for seq in range(2, 40, 2):
                await store.append(ROOM, Seq(seq), lines(b"%d" % seq, b"%d" % seq, after=seq), at=NOW)

        async def look() -> None:
            for _ in range(10):
                assert len(await store.read(ROOM)) % 2 == 0

        await asyncio.gather(write(), *(look() for _ in range(20)))
        assert len(await store.read(ROOM)) == 40
        await store.close()

    asyncio.run(scene())
