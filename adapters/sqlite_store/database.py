"""One open database: the writer, the readers and the lock that everything kept in the file shares."""

from __future__ import annotations

import sqlite3
from functools import partial
from pathlib import Path
from typing import Final

import attrs

from adapters.sqlite_store.erasing import erase_traces
from adapters.sqlite_store.opening import open_reader, open_writer, reported
from adapters.sqlite_store.ownership import Ownership, claim, make_private
from adapters.sqlite_store.readers import Readers
from adapters.sqlite_store.schema import migrate
from adapters.sqlite_store.soundness import require_sound_lists
from adapters.sqlite_store.writer import Writer
from interview_engine.ids import Millis

DEFAULT_BUSY_WAIT: Final = Millis(5_000)
DEFAULT_READERS: Final = 4


@attrs.frozen(kw_only=True)
class Database:
    """What reads and writes one file.

    Attributes:
        writer: The only one that writes.
        readers: Threads that read.
        lock: The claim on the file.
    """

    writer: Writer
    readers: Readers
    lock: sqlite3.Connection

    def close(self) -> None:
        """Write what waits, finish what is read, and let go of the file; blocks."""
        # Readers first: the writer, as the last connection, then leaves one clean file behind.
        self.readers.close()
        self.writer.close()
        self.lock.close()


def open_database(
    path: Path,
    *,
    ownership: Ownership = Ownership.EXCLUSIVE,
    busy_wait: Millis = DEFAULT_BUSY_WAIT,
    readers: int = DEFAULT_READERS,
) -> Database:
    """Open a database, made or brought to the newest schema where needed; blocks.

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
    with reported():
        lock = claim(path, ownership)
        try:
            make_private(path)
            connection = open_writer(path, busy_wait)
            try:
                migrate(connection, path)
                require_sound_lists(connection)
                erase_traces(connection)
            except BaseException:
                connection.close()
                raise
        except BaseException:
            lock.close()
            raise
    reading = Readers(partial(open_reader, path, busy_wait), readers)
    return Database(writer=Writer(connection), readers=reading, lock=lock)
