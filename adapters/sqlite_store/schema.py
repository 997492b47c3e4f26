"""The tables, and how an older database becomes the newest: numbered steps, forward only.

A step that a release has shipped never changes; what must change is a new step.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

import attrs

from adapters.sqlite_store.errors import ForeignDatabase, NewerSchema

APPLICATION_ID: Final = 0x494E5456
"""Marks the file as ours ("INTV"), so that a wrong path never writes into another program's database."""


@attrs.frozen(kw_only=True)
class Migration:
    """One step: applied in one transaction with the row that remembers it."""

    number: int
    name: str
    statements: tuple[str, ...]


MIGRATIONS: Final = (
    Migration(
        number=1,
        name="rooms, records, snapshots",
        statements=(
            """CREATE TABLE room (
                room_id TEXT NOT NULL PRIMARY KEY,
                last_seq INTEGER NOT NULL CHECK (last_seq >= 1),
                created_at INTEGER NOT NULL,
                updated_at INTEGER NOT NULL,
                finished INTEGER NOT NULL CHECK (finished IN (0, 1))
            )""",
            "CREATE INDEX room_latest ON room (updated_at DESC, room_id)",
            """CREATE TABLE record (
                room_id TEXT NOT NULL,
                seq INTEGER NOT NULL CHECK (seq >= 1),
                line BLOB NOT NULL,
                checksum BLOB NOT NULL,
                PRIMARY KEY (room_id, seq)
            )""",
            """CREATE TABLE snapshot (
                room_id TEXT NOT NULL PRIMARY KEY,
                seq INTEGER NOT NULL,
                data BLOB NOT NULL,
                checksum BLOB NOT NULL
            )""",
            # Written with a deletion, taken away when its traces are gone: a crash between is made good.
            "CREATE TABLE erasure_due (due INTEGER NOT NULL PRIMARY KEY CHECK (due = 1))",
        ),
    ),
    Migration(
        number=2,
        name="people: room entries, memberships, items",
        statements=(
            """CREATE TABLE room_entry (
                room_id TEXT NOT NULL PRIMARY KEY,
                owner TEXT NOT NULL,
                title TEXT NOT NULL,
                public INTEGER NOT NULL CHECK (public IN (0, 1)),
                created_at INTEGER NOT NULL
            )""",
            "CREATE INDEX room_entry_of_owner ON room_entry (owner)",
            "CREATE INDEX room_entry_public ON room_entry (created_at DESC, room_id) WHERE public = 1",
            """CREATE TABLE membership (
                room_id TEXT NOT NULL,
                user_id TEXT NOT NULL,
                seat_id TEXT NOT NULL,
                role TEXT NOT NULL,
                PRIMARY KEY (room_id, user_id)
            )""",
            "CREATE INDEX membership_of_user ON membership (user_id, room_id)",
            """CREATE TABLE item (
                kind TEXT NOT NULL,
                item_id TEXT NOT NULL,
                owner TEXT NOT NULL,
                body TEXT NOT NULL,
                at INTEGER NOT NULL,
                PRIMARY KEY (kind, item_id)
            )""",
            "CREATE INDEX item_of_owner ON item (owner, kind, at DESC, item_id)",
            "CREATE INDEX item_latest ON item (kind, at DESC, item_id)",
        ),
    ),
    Migration(
        number=3,
        name="people: deleted accounts",
        statements=("CREATE TABLE closed_account (mark TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID",),
    ),
    Migration(
        number=4,
        name="the pulse: until when rooms were served",
        statements=(
            """CREATE TABLE pulse (
                only_one INTEGER NOT NULL PRIMARY KEY CHECK (only_one = 1),
                at INTEGER NOT NULL
            )""",
            "CREATE TABLE write_probe (only_one INTEGER NOT NULL PRIMARY KEY, filling BLOB NOT NULL)",
        ),
    ),
    Migration(
        number=5,
        name="people: join codes and revoked invitations",
        statements=(
            """CREATE TABLE join_code (
                code TEXT NOT NULL PRIMARY KEY,
                room_id TEXT NOT NULL,
                role TEXT NOT NULL,
                expires_at INTEGER NOT NULL,
                generation INTEGER NOT NULL,
                UNIQUE (room_id, role)
            ) WITHOUT ROWID""",
            "CREATE INDEX join_code_ending ON join_code (expires_at)",
            "ALTER TABLE room_entry ADD COLUMN revocations INTEGER NOT NULL DEFAULT 0",
        ),
    ),
)


def migrate(
    connection: sqlite3.Connection, path: Path, migrations: tuple[Migration, ...] = MIGRATIONS
) -> None:
    """Bring a database to the newest schema; a new file gets all of it.

    Args:
        connection: In autocommit mode.
        path: For messages.
        migrations: Steps by number, from 1 without gaps.

    Raises:
        ForeignDatabase: The file belongs to another program.
        NewerSchema: A later release wrote it.
    """
    known = migrations[-1].number
    found = require_ours(connection, path, known)
    if found == known:
        return
    # The write lock comes before the second look: another process may be migrating the same file.
    connection.execute("BEGIN IMMEDIATE")
    try:
        found = require_ours(connection, path, known)
        if found == 0:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(
                "CREATE TABLE schema_migration (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL)"
            )
        for step in migrations[found:]:
            for statement in step.statements:
                connection.execute(statement)
            connection.execute("INSERT INTO schema_migration VALUES (?, ?)", (step.number, step.name))
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def require_ours(connection: sqlite3.Connection, path: Path, known: int = MIGRATIONS[-1].number) -> int:
    """Return the number of the database's schema; 0 for a new file.

    Raises:
        ForeignDatabase: The file belongs to another program.
        NewerSchema: A later release wrote it.
    """
    (mark,) = connection.execute("PRAGMA application_id").fetchone()
    if mark != APPLICATION_ID:
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if mark or tables:
            raise ForeignDatabase(path)
        return 0
    found: int
    (found,) = connection.execute("SELECT max(number) FROM schema_migration").fetchone()
    if found > known:
        raise NewerSchema(path, found, known)
    return found
