"""The `EventStore` on SQLite: an append that returned is on the disk, whatever happens next."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from adapters.service.event_store import RoomSummary, Snapshot, StoredRecord, require_gap_free
from adapters.sqlite_store import reading, writing
from adapters.sqlite_store.database import DEFAULT_BUSY_WAIT, DEFAULT_READERS, Database, open_database
from adapters.sqlite_store.ownership import Ownership
from interview_engine.ids import Millis, RoomId, Seq


class SqliteEventStore:
    """Logs in one file. Made by `open_store`; used from one event loop or several.

    A cancelled append leaves its outcome open, like a lost reply: it is written whole or not at all.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._writer = database.writer
        self._readers = database.readers

    async def append(
        self,
        room_id: RoomId,
        expected: Seq,
        records: Sequence[StoredRecord],
        *,
        at: Millis,
        finished: bool = False,
    ) -> None:
        """Append records: see `EventStore.append`."""
        require_gap_free(records, after=expected)
        kept = tuple(records)
        work = partial(
            writing.append_records, room_id=room_id, expected=expected, records=kept, at=at, finished=finished
        )
        await self._writer.write(work)

    async def read(self, room_id: RoomId, after: Seq = Seq(0)) -> tuple[StoredRecord, ...]:
        """Return the records behind `after`: see `EventStore.read`."""
        look = partial(reading.records_behind, room_id=room_id, after=after)
        return await asyncio.wrap_future(self._readers.submit(look))

    async def save_snapshot(self, room_id: RoomId, snapshot: Snapshot) -> None:
        """Keep a snapshot: see `EventStore.save_snapshot`."""
        work = partial(writing.put_snapshot, room_id=room_id, snapshot=snapshot)
        await self._writer.write(work)

    async def load_snapshot(self, room_id: RoomId) -> Snapshot | None:
        """Return the latest snapshot: see `EventStore.load_snapshot`."""
        look = partial(reading.sound_snapshot, room_id=room_id)
        return await asyncio.wrap_future(self._readers.submit(look))

    async def rooms(self, *, unfinished_only: bool = False) -> tuple[RoomSummary, ...]:
        """Return all rooms: see `EventStore.rooms`."""
        look = partial(reading.summaries, unfinished_only=unfinished_only)
        return await asyncio.wrap_future(self._readers.submit(look))

    async def replace(self, room_id: RoomId, records: Sequence[StoredRecord]) -> None:
        """Write a log anew, and erase what it said before: see `EventStore.replace`."""
        require_gap_free(records, after=Seq(0))
        work = partial(writing.replace_records, room_id=room_id, records=tuple(records))
        await self._writer.write(work, erases=True)

    async def delete(self, room_id: RoomId) -> None:
        """Delete a log, and erase its text from the files: see `EventStore.delete`."""
        work = partial(writing.delete_room, room_id=room_id)
        await self._writer.write(work, erases=True)

    async def close(self) -> None:
        """Write what waits, finish what is read, and let go of the file; a second call does nothing."""
        await asyncio.to_thread(self._database.close)


async def open_store(
    path: Path,
    *,
    ownership: Ownership = Ownership.EXCLUSIVE,
    busy_wait: Millis = DEFAULT_BUSY_WAIT,
    readers: int = DEFAULT_READERS,
) -> SqliteEventStore:
    """Open a database in a thread of its own: arguments and errors are those of `open_database`."""
    opening = partial(open_database, path, ownership=ownership, busy_wait=busy_wait, readers=readers)
    return SqliteEventStore(await asyncio.to_thread(opening))
