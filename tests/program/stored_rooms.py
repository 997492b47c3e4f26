"""Databases as a server would have left them, and damage done to them."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

from adapters.program.settings import DATABASE_NAME
from adapters.sqlite_store.exchange import import_room
from adapters.sqlite_store.store import open_store
from interview_engine.ids import RoomId
from tests.service.stage import ROOM, ServiceStage, begin, on_stage
from tests.service.virtual_time import BEGIN, run


def store_rooms(folder: Path, room_ids: Sequence[RoomId]) -> Path:
    """Write an interview that has begun into a new data folder, once for each id; return the database."""
    folder.mkdir(parents=True, mode=0o700)
    database = folder / DATABASE_NAME

    async def records() -> bytes:
        stage: ServiceStage = on_stage()
        await begin(stage.service)
        return b"".join(record.line + b"\n" for record in await stage.store.read(ROOM))

    async def write(text: bytes) -> None:
        store = await open_store(database)
        for room_id in room_ids:
            await import_room(store, room_id, text, at=BEGIN)
        await store.close()

    asyncio.run(write(run(records())))
    return database
