"""Everything that a server keeps in its one file: rooms, people, and its pulse."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path

from adapters.sqlite_store.database import DEFAULT_BUSY_WAIT, DEFAULT_READERS, open_database
from adapters.sqlite_store.directory import SqliteDirectory
from adapters.sqlite_store.ownership import Ownership
from adapters.sqlite_store.pulse import SqlitePulse
from adapters.sqlite_store.store import SqliteEventStore
from interview_engine.ids import Millis


async def open_everything(
    path: Path,
    *,
    ownership: Ownership = Ownership.EXCLUSIVE,
    busy_wait: Millis = DEFAULT_BUSY_WAIT,
    readers: int = DEFAULT_READERS,
) -> tuple[SqliteEventStore, SqliteDirectory, SqlitePulse]:
    """Open a database for rooms, people and the pulse; closing the store closes all.

    Takes and raises what `open_store` does.
    """
    opening = partial(open_database, path, ownership=ownership, busy_wait=busy_wait, readers=readers)
    database = await asyncio.to_thread(opening)
    return SqliteEventStore(database), SqliteDirectory(database), SqlitePulse(database)
