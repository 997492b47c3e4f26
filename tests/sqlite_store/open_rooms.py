"""A database on the stage: opened for one scene, closed after it."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path

from adapters.sqlite_store.ownership import Ownership
from adapters.sqlite_store.store import SqliteEventStore, open_store
from interview_engine.ids import Millis

Scene = Callable[[SqliteEventStore], Awaitable[None]]


def play(path: Path, scene: Scene, *, ownership: Ownership = Ownership.EXCLUSIVE) -> None:
    """Run a scene against a database."""

    async def run() -> None:
        store = await open_store(path, ownership=ownership, busy_wait=Millis(200))
        try:
            await scene(store)
        finally:
            await store.close()

    asyncio.run(run())


def tamper(path: Path, statement: str) -> int:
    """Change a closed database behind the store's back; return how many rows changed."""
    with closing(sqlite3.connect(path)) as connection, connection:
        return connection.execute(statement).rowcount
