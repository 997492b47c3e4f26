"""Connections to the database, with the settings that durability and deletion rest on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from adapters.service.event_store import StoreUnavailable
from adapters.sqlite_store.failures import translated, translated_file_error
from interview_engine.ids import Millis

_WAL_LIMIT_BYTES: Final = 64 * 1024 * 1024


@contextmanager
def reported() -> Iterator[None]:
    """Raise the port's errors for SQLite's and the file system's within the block."""
    try:
        yield
    except sqlite3.Error as error:
        ours = translated(error)
        if ours is None:
            raise
        raise ours from error
    except OSError as error:
        raise translated_file_error(error) from error


def open_writer(path: Path, busy_wait: Millis) -> sqlite3.Connection:
    """Return the connection that writes: each COMMIT that returns has reached the disk.

    Args:
        path: The database file.
        busy_wait: How long a statement waits for another process's lock, in ms.

    Raises:
        StoreUnavailable: The file system can't keep a write-ahead log (a network drive).
    """
    connection = _connect(path, busy_wait)
    (mode,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
    if mode != "wal":
        connection.close()
        raise StoreUnavailable(f"{path} can't have a write-ahead log; keep it on a local disk")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute(f"PRAGMA journal_size_limit = {_WAL_LIMIT_BYTES}")
    return connection


def open_reader(path: Path, busy_wait: Millis) -> sqlite3.Connection:
    """Return a connection that never writes.

    Args:
        path: The database file, which must exist.
        busy_wait: How long a statement waits for a lock, in ms.
    """
    connection = _connect(path, busy_wait)
    connection.execute("PRAGMA query_only = ON")
    # Checkpoints stay with the writer: two connections that run them at once is what SQLite had a bug in.
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    return connection


def _connect(path: Path, busy_wait: Millis) -> sqlite3.Connection:
    # mode=rw: a file that went away must not come back empty.
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        timeout=busy_wait / 1000,
        isolation_level=None,
        check_same_thread=False,
    )
