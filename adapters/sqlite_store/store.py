"""The `EventStore` on SQLite: an append that returned is on the disk, whatever happens next."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from adapters.service.event_store import RoomSummary, Snapshot, StoredRecord, require_gap_free
from adapters.sqlite_store import reading, writing
from adapters.sqlite_store.erasing import erase_traces
from adapters.sqlite_store.opening import open_reader, open_writer, reported
from adapters.sqlite_store.ownership import Ownership, claim, make_private
from adapters.sqlite_store.readers import Readers
from adapters.sqlite_store.schema import migrate
from adapters.sqlite_store.writer import Writer
from interview_engine.ids import Millis, RoomId, Seq

DEFAULT_BUSY_WAIT: Final = Millis(5_000)
DEFAULT_READERS: Final = 4


class SqliteEventStore:
    """Logs in one file. Made by `open_store`; used from one event loop or several.

    A cancelled append leaves its outcome open, like a lost reply: it is written whole or not at all.
    """

    def __init__(self, writer: Writer, readers: Readers, lock: sqlite3.Connection) -> None:
        self._writer = writer
        self._readers = readers
        self._lock = lock

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
        await asyncio.wrap_future(self._writer.submit(work))

    async def read(self, room_id: RoomId, after: Seq = Seq(0)) -> tuple[StoredRecord, ...]:
        """Return the records behind `after`: see `EventStore.read`."""
        look = partial(reading.records_behind, room_id=room_id, after=after)
        return await asyncio.wrap_future(self._readers.submit(look))

    async def save_snapshot(self, room_id: RoomId, snapshot: Snapshot) -> None:
        """Keep a snapshot: see `EventStore.save_snapshot`."""
        work = partial(writing.put_snapshot, room_id=room_id, snapshot=snapshot)
        await asyncio.wrap_future(self._writer.submit(work))

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
        await asyncio.wrap_future(self._writer.submit(work, erases=True))

    async def delete(self, room_id: RoomId) -> None:
        """Delete a log, and erase its text from the files: see `EventStore.delete`."""
        work = partial(writing.delete_room, room_id=room_id)
        await asyncio.wrap_future(self._writer.submit(work, erases=True))

    async def close(self) -> None:
        """Write what waits, finish what is read, and let go of the file; a second call does nothing."""
        await asyncio.to_thread(self._close)

    def _close(self) -> None:
        # Readers first: the writer, as the last connection, then leaves one clean file behind.
        self._readers.close()
        self._writer.close()
        self._lock.close()


async def open_store(
    path: Path,
    *,
    ownership: Ownership = Ownership.EXCLUSIVE,
    busy_wait: Millis = DEFAULT_BUSY_WAIT,
    readers: int = DEFAULT_READERS,
) -> SqliteEventStore:
    """Open a database, made or brought to the newest schema where needed.

    Args:
        path: The file, on a local disk; its folder must exist.
        ownership: Whether other stores may have it open too.
        busy_wait: How long a write waits for another process's lock, in ms.
        readers: How many reads may run at once.

    Raises:
        DatabaseInUse: Another store owns or shares it.
        NewerSchema: A later release wrote it.
        ForeignDatabase: Another program wrote it.
        StoreUnavailable: It can't be opened now.
        StoreFull: There is no space, or no right to write.
        StoreCorrupt: It is not a database, or damaged.
    """
    return await asyncio.to_thread(_open, path, ownership, busy_wait, readers)


def _open(path: Path, ownership: Ownership, busy_wait: Millis, readers: int) -> SqliteEventStore:
    with reported():
        lock = claim(path, ownership)
        try:
            make_private(path)
            connection = open_writer(path, busy_wait)
            try:
                migrate(connection, path)
                erase_traces(connection)
            except BaseException:
                connection.close()
                raise
        except BaseException:
            lock.close()
            raise
    return SqliteEventStore(Writer(connection), Readers(partial(open_reader, path, busy_wait), readers), lock)
