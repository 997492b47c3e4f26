"""A room leaves and comes back byte for byte."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.service.event_store import AppendConflict
from adapters.service.memory_store import MemoryEventStore
from adapters.sqlite_store.exchange import export_room, import_room
from adapters.sqlite_store.store import SqliteEventStore
from interview_engine.ids import Seq
from tests.contracts.event_store import NOW, OTHER, ROOM, lines
from tests.sqlite_store.open_rooms import play


def test_an_exported_room_is_imported_byte_for_byte(tmp_path: Path) -> None:
    async def scene(store: SqliteEventStore) -> None:
        await store.append(ROOM, Seq(0), lines('{"seq":1,"말":"안녕\\n"}'.encode(), b"", b"\x00\r"), at=NOW)
        text = await export_room(store, ROOM)
        assert text == '{"seq":1,"말":"안녕\\n"}\n'.encode() + b"\n\x00\r\n"
        assert await import_room(store, OTHER, text, at=NOW, finished=True) == 3
        assert await store.read(OTHER) == await store.read(ROOM)
        assert await export_room(store, OTHER) == text
        assert await store.rooms(unfinished_only=True) == (await store.rooms())[1:]

    play(tmp_path / "rooms.db", scene)


@given(st.lists(st.binary(max_size=30).map(lambda line: line.replace(b"\n", b"")), min_size=1))
def test_any_lines_go_round(texts: list[bytes]) -> None:
    async def scene() -> None:
        store = MemoryEventStore()
        await store.append(ROOM, Seq(0), lines(*texts), at=NOW)
        await import_room(store, OTHER, await export_room(store, ROOM), at=NOW)
        assert await store.read(OTHER) == lines(*texts)

    asyncio.run(scene())


def test_what_would_not_come_back_is_refused(tmp_path: Path) -> None:
    async def scene(store: SqliteEventStore) -> None:
        await store.append(ROOM, Seq(0), lines(b"two\nlines"), at=NOW)
        with pytest.raises(ValueError, match="record 1 holds a line feed"):
            await export_room(store, ROOM)
        for cut in (b"", b"one\ntw"):
            with pytest.raises(ValueError, match="cut off"):
                await import_room(store, OTHER, cut, at=NOW)
        with pytest.raises(AppendConflict):
            await import_room(store, ROOM, b"one\n", at=NOW)

    play(tmp_path / "rooms.db", scene)
