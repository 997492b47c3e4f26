"""The one table from SQLite's and the file system's codes to the port's errors."""

from __future__ import annotations

import errno
import sqlite3
from typing import Final

from adapters.service.event_store import (
    AppendUnknown,
    EventStoreError,
    StoreCorrupt,
    StoreFull,
    StoreUnavailable,
)
from interview_engine.ids import Seq

_UNAVAILABLE: Final = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_INTERRUPT,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_IOERR,
    }
)
_OPERATOR_MUST_ACT: Final = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY})
_DAMAGED: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
# Only these can come after the commit's last byte: a failed fsync may still have reached the disk.
_IN_DOUBT_AT_COMMIT: Final = frozenset({sqlite3.SQLITE_IOERR})
_EXTENDED_BITS: Final = 0xFF
_OPERATOR_MUST_ACT_ON_FILES: Final = frozenset(
    {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM}
)


def translated(error: sqlite3.Error, *, committing: bool = False) -> EventStoreError | None:
    """Return the port's error for SQLite's; None for one that only a bug of ours can cause.

    Args:
        error: What SQLite reported.
        committing: It came from COMMIT, so the write may have happened in spite of it.
    """
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    kind = code & _EXTENDED_BITS
    why = f"{error} ({error.sqlite_errorname})"
    if committing and kind in _IN_DOUBT_AT_COMMIT:
        return AppendUnknown(why)
    if kind in _UNAVAILABLE:
        return StoreUnavailable(why)
    if kind in _OPERATOR_MUST_ACT:
        return StoreFull(why)
    if kind in _DAMAGED:
        return StoreCorrupt(None, Seq(0), why)
    return None


def translated_file_error(error: OSError) -> EventStoreError:
    """Return the port's error for one of the file system."""
    if error.errno in _OPERATOR_MUST_ACT_ON_FILES:
        return StoreFull(str(error))
    return StoreUnavailable(str(error))
