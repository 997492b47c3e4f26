"""A few threads that read, each with a connection of its own, so that the event loop never waits."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from adapters.service.event_store import StoreUnavailable
from adapters.sqlite_store.opening import reported

Found = TypeVar("Found")


class Readers:
    """Reads in transactions: each sees the database at one instant."""

    def __init__(self, connect: Callable[[], sqlite3.Connection], threads: int) -> None:
        """Prepare the threads; connections are opened when first needed.

        Args:
            connect: Opens a connection for reading, usable from any thread.
            threads: How many reads may run at once.
        """
        self._connect = connect
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="sqlite-reader")
        self._own = threading.local()
        self._all: list[sqlite3.Connection] = []

    def submit(self, look: Callable[[sqlite3.Connection], Found]) -> Future[Found]:
        """Queue a read and return the promise of what it finds.

        Raises:
            StoreUnavailable: The readers are closed.
        """
        try:
            return self._pool.submit(self._read, look)
        except RuntimeError as error:
            raise StoreUnavailable("the store is closed") from error

    def close(self) -> None:
        """Finish the reads under way and let go of the connections; blocks."""
        self._pool.shutdown(wait=True)
        while self._all:
            self._all.pop().close()

    def _read(self, look: Callable[[sqlite3.Connection], Found]) -> Found:
        with reported():
            connection = self._connection()
            connection.execute("BEGIN")
            try:
                return look(connection)
            finally:
                # An open read keeps the write-ahead log from being cut.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._own, "connection", None)
        if connection is None:
            connection = self._connect()
            self._all.append(connection)
            self._own.connection = connection
        return connection
