"""A job for the writer: statements for one transaction, and the promise of an outcome."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TypeAlias

from adapters.sqlite_store.failures import translated
from adapters.sqlite_store.promise import Promise

Work: TypeAlias = Callable[[sqlite3.Connection], None]


class Job:
    """One write. Its outcome is tentative until `settle`, for the group's COMMIT decides."""

    def __init__(self, work: Work, promise: Promise, *, erases: bool = False) -> None:
        self.promise = promise
        self.erases = erases
        self._work = work
        self._error: Exception | None = None

    @property
    def refused(self) -> bool:
        """True when its last attempt raised, so nothing of it is in the transaction."""
        return self._error is not None

    def claimed(self) -> bool:
        """Return False when its caller gave up before it began: then nothing is written."""
        return self.promise.begin()

    def attempt(self, connection: sqlite3.Connection) -> None:
        """Run the statements in a savepoint; what they raise is kept, and their writes are undone.

        Raises:
            sqlite3.Error: SQLite gave up the whole transaction, so the savepoint is gone.
        """
        self._error = None
        connection.execute("SAVEPOINT job")
        try:
            self._work(connection)
        except Exception as error:
            if not connection.in_transaction:
                raise
            ours = translated(error) if isinstance(error, sqlite3.Error) else None
            self._error = ours or error
            connection.execute("ROLLBACK TO job")
        connection.execute("RELEASE job")

    def fail(self, error: Exception) -> None:
        """Keep an error as the outcome."""
        self._error = error

    def settle(self) -> None:
        """Let it end as it stands."""
        self.promise.settle(self._error)
