"""Erasure: after a deletion or redaction, the old text is in none of the database's files.

`secure_delete` zeroes a deleted cell where it lies, but SQLite copies cells when it balances a page and
leaves stale copies in the gaps, which nothing zeroes later. (Rooms that grew side by side and were deleted
at random left readable text that way with SQLite 3.40; `tests/sqlite_store/test_erasing.py` does the same.)
So the file is rebuilt with VACUUM and the write-ahead log cut to nothing. Writes wait meanwhile, for about
2 s beside 64 MB of rooms; deletions that wait together share one rebuilding. Out of reach are the drive's
own spare blocks, and backups.
"""

from __future__ import annotations

import sqlite3

from adapters.service.event_store import StoreUnavailable


def erase_traces(connection: sqlite3.Connection) -> None:
    """Rebuild the file without deleted text, if a deletion asks for it.

    Args:
        connection: The writer's, outside a transaction.

    Raises:
        StoreUnavailable: A reader holds the write-ahead log; the erasure stays due.
    """
    if not connection.execute("SELECT 1 FROM erasure_due").fetchone():
        return
    connection.execute("VACUUM")
    truncate_log(connection)
    connection.execute("DELETE FROM erasure_due")


def truncate_log(connection: sqlite3.Connection) -> None:
    """Copy the write-ahead log into the database and cut it to nothing.

    Raises:
        StoreUnavailable: A reader still needs it after the busy wait.
    """
    (busy, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise StoreUnavailable("a reader holds the write-ahead log")
