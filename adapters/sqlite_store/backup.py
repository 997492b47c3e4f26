"""Backups: one checked file, taken while the database is in use; and the way back.

One damaged room must not keep all others from being backed up: who asks for it gets a copy with damage, if
a server can start from it: it will put the damaged rooms aside and go on with the rest.

A backup keeps what was there when it was taken: text deleted later lives on in older backups.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from adapters.service.event_store import StoreUnavailable
from adapters.sqlite_store.checking import CheckReport, DatabaseDamaged, check
from adapters.sqlite_store.database import DEFAULT_BUSY_WAIT
from adapters.sqlite_store.erasing import truncate_log
from adapters.sqlite_store.errors import TargetExists
from adapters.sqlite_store.opening import open_reader, open_writer, reported
from adapters.sqlite_store.ownership import Ownership, claim, make_private
from adapters.sqlite_store.schema import require_ours

_COMPANIONS = ("-wal", "-shm", "-journal")


def back_up(database: Path, target: Path, *, with_damage: bool = False) -> CheckReport:
    """Copy a database, in use or not, into one new file, and check the copy. Blocks, never the database.

    Args:
        database: What to copy.
        target: The file to make.
        with_damage: Keep a copy with damaged rooms, too, if a server can start from it.

    Returns:
        What the check of the copy went through: sound, unless damage was asked for.

    Raises:
        TargetExists: The file is there already.
        DatabaseDamaged: Rooms are damaged and that was not asked for, or more than rooms: no file is made.
        StoreCorrupt: The database can't be read; no file is made.
        StoreFull: There is no space for the copy.
        StoreUnavailable: The database can't be read, or the copy not be written.
    """
    if target.exists():
        raise TargetExists(target)
    return _place_copy(database, target, with_damage=with_damage)


def restore(backup: Path, database: Path, *, force: bool = False, with_damage: bool = False) -> CheckReport:
    """Put a backup, checked first, in a database's place. Blocks.

    Args:
        backup: A file made by `back_up`; it stays as it is.
        database: Where to put it; no store may have it open.
        force: Write over a database that is there: its rooms are lost.
        with_damage: Take a backup with damaged rooms, too, if a server can start from it.

    Returns:
        What the check went through: sound, unless damage was asked for.

    Raises:
        TargetExists: There is a database, and no `force`.
        DatabaseInUse: A store has it open.
        DatabaseDamaged: Rooms of the backup are damaged and that was not asked for, or more than rooms:
            the database is as it was.
        StoreCorrupt: The backup can't be read; the database is as it was.
        StoreFull: There is no space for the copy.
    """
    with reported(), closing(claim(database, Ownership.EXCLUSIVE)):
        if database.exists() and not force:
            raise TargetExists(database)
        return _place_copy(backup, database, with_damage=with_damage)


def _place_copy(source: Path, target: Path, *, with_damage: bool) -> CheckReport:
    draft = target.with_name(target.name + ".part")
    _remove(draft)
    try:
        with reported():
            make_private(draft)
            _copy(source, draft)
            report = check(draft)
            if not report.sound and (report.of_file or not with_damage):
                raise DatabaseDamaged(report)
            _sync(draft)
        with reported():
            _retire(target)
            draft.replace(target)
            _sync(target.parent)
    finally:
        _remove(draft)
    return report


def _copy(source: Path, draft: Path) -> None:
    with (
        closing(open_reader(source, DEFAULT_BUSY_WAIT)) as reading,
        closing(sqlite3.connect(draft, isolation_level=None)) as writing,
    ):
        require_ours(reading, source)
        reading.backup(writing)
        # Out of write-ahead mode, so that the one file is all.
        writing.execute("PRAGMA journal_mode = DELETE")


def _retire(database: Path) -> None:
    """Leave no write-ahead log beside a file to be replaced: it would be played into the new one.

    Its content goes into the old file first, so that a crash in between loses nothing.
    """
    if not database.exists():
        return
    with suppress(sqlite3.Error, StoreUnavailable), closing(open_writer(database, DEFAULT_BUSY_WAIT)) as old:
        truncate_log(old)
    for end in _COMPANIONS:
        database.with_name(database.name + end).unlink(missing_ok=True)


def _remove(path: Path) -> None:
    for name in (path.name, *(path.name + end for end in _COMPANIONS)):
        path.with_name(name).unlink(missing_ok=True)


def _sync(path: Path) -> None:
    """Wait until a file, or a folder's list of names, is on the disk."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
