"""The server's database, for commands that work on it without a server."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from adapters.program.settings import ServerSettings
from adapters.program.texts import ProgramTexts
from adapters.program.troubles import explained_store
from adapters.service.event_store import EventStoreError
from adapters.sqlite_store.database import DEFAULT_BUSY_WAIT
from adapters.sqlite_store.opening import open_reader, reported
from adapters.sqlite_store.schema import require_ours
from adapters.terminal.failures import ExitCode, Failure


def existing_database(settings: ServerSettings, words: ProgramTexts) -> Path:
    """Return where the database is.

    Raises:
        Failure: There is none.
    """
    if not settings.database.is_file():
        text = words.no_database.format(path=settings.database)
        raise Failure(text, words.hint_no_database, ExitCode.FILE)
    return settings.database


@contextmanager
def reading(database: Path, words: ProgramTexts) -> Iterator[sqlite3.Connection]:
    """Yield a connection that only reads, beside a running server or not.

    Raises:
        Failure: The database can't be read.
    """
    try:
        with reported(), closing(open_reader(database, DEFAULT_BUSY_WAIT)) as connection:
            require_ours(connection, database)
            connection.execute("BEGIN")
            yield connection
    except EventStoreError as error:
        raise explained_store(error, database, words) from error
