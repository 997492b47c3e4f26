"""Who may open a database: one owner, or several that share it.

The lock is SQLite's own, on an empty file beside the database, so it works on every system and the kernel
lets go of it when a process dies. Compare-and-append keeps logs right under any number of writers; the
owner's lock is there because a server also keeps rooms in memory, and two servers on one file would each
tell only their own participants.
"""

from __future__ import annotations

import enum
import os
import sqlite3
from pathlib import Path

from adapters.sqlite_store.errors import DatabaseInUse


class Ownership(enum.Enum):
    """How a store opens its database."""

    EXCLUSIVE = "exclusive"
    """Refuse to start beside any other store: for a server."""
    SHARED = "shared"
    """Start beside other sharing stores, never beside an owner. Wants SQLite 3.51.3 or newer, for before
    it two processes that write at the same instant could, very rarely, damage the file."""


def claim(database: Path, ownership: Ownership) -> sqlite3.Connection:
    """Return a lock on a database; closing it lets go.

    Raises:
        DatabaseInUse: Somebody else holds it.
    """
    path = database.with_name(database.name + "-owner")
    make_private(path)
    lock = sqlite3.connect(path, timeout=0.0, isolation_level=None, check_same_thread=False)
    try:
        if ownership is Ownership.EXCLUSIVE:
            lock.execute("BEGIN EXCLUSIVE")
        else:
            lock.execute("BEGIN")
            # The first read takes the shared lock; BEGIN alone takes none.
            lock.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        lock.close()
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            raise DatabaseInUse(database) from error
        raise
    return lock


def make_private(path: Path) -> None:
    """Create a file that only its owner may read, unless it is there."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
