"""The pulse lives in the rooms' file: after a restart and in a backup it says until when they were served."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from adapters.service.event_store import StoreFull
from adapters.sqlite_store.backup import back_up
from adapters.sqlite_store.everything import open_everything
from interview_engine.ids import Millis


def test_the_latest_beat_is_found_again(tmp_path: Path) -> None:
    async def scene() -> None:
        store, _, pulse = await open_everything(tmp_path / "rooms.db")
        assert await pulse.latest() is None
        for at in (5, 7, 6):
            await pulse.beat(Millis(at))
        assert await pulse.latest() == 6
        await store.close()
        back_up(tmp_path / "rooms.db", tmp_path / "copy.db")
        for name in ("rooms.db", "copy.db"):
            store, _, pulse = await open_everything(tmp_path / name)
            assert await pulse.latest() == 6
            await store.close()

    asyncio.run(scene())


def test_a_file_that_may_grow_no_more_takes_nothing(tmp_path: Path) -> None:
    async def scene() -> None:
        store, _, pulse = await open_everything(tmp_path / "rooms.db")
        await pulse.require_writable()
        writer = store._database.writer._connection
        (pages,) = writer.execute("PRAGMA page_count").fetchone()
        writer.execute(f"PRAGMA max_page_count = {pages - 7}")
        writer.execute("DELETE FROM write_probe")
        writer.execute("VACUUM")
        (pages,) = writer.execute("PRAGMA page_count").fetchone()
        writer.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreFull):
            await pulse.require_writable()
        await store.close()

    asyncio.run(scene())
