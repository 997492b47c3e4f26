"""The `Pulse` on SQLite: one row in the rooms' own file, so that a restored backup knows its own instant."""

from __future__ import annotations

import asyncio
import sqlite3
from functools import partial

from adapters.sqlite_store.database import Database
from interview_engine.ids import Millis


class SqlitePulse:
    """One instant in one file; it ends when the store that it came with is closed.

    Raises what the event store does: `StoreUnavailable`, `StoreFull`, `AppendUnknown`.
    """

    def __init__(self, database: Database) -> None:
        self._writer = database.writer
        self._readers = database.readers

    async def beat(self, at: Millis) -> None:
        """Note an instant: see `Pulse.beat`."""
        await self._writer.write(partial(_put, at=at))

    async def require_writable(self) -> None:
        """Check that the file takes something as large as an answer.

        Raises:
            EventStoreError: It does not, or not in time.
        """
        await self._writer.write(_probe)

    async def latest(self) -> Millis | None:
        """Return the latest: see `Pulse.latest`."""
        return await asyncio.wrap_future(self._readers.submit(_latest))


def _put(connection: sqlite3.Connection, at: Millis) -> None:
    connection.execute(
        """INSERT INTO pulse (only_one, at) VALUES (1, ?)
        ON CONFLICT (only_one) DO UPDATE SET at = excluded.at""",
        (at,),
    )


def _probe(connection: sqlite3.Connection) -> None:
    connection.execute("INSERT OR REPLACE INTO write_probe (only_one, filling) VALUES (1, randomblob(32768))")


def _latest(connection: sqlite3.Connection) -> Millis | None:
    row = connection.execute("SELECT at FROM pulse").fetchone()
    return Millis(row[0]) if row is not None else None
