"""The writer's law: an outcome is told only when its COMMIT has returned, and each job's is its own."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from threading import Event, Thread
from typing import ClassVar

import pytest

from adapters.service.event_store import AppendUnknown, StoreUnavailable
from adapters.sqlite_store.writer import Writer


class WatchedConnection(sqlite3.Connection):
    """Counts statements, and lets a test step in before one runs."""

    before: ClassVar[Callable[[str], None]]
    seen: ClassVar[list[str]]

    def execute(self, sql: str, parameters: tuple[object, ...] = (), /) -> sqlite3.Cursor:  # type: ignore[override]
        """Run a statement."""
        self.seen.append(sql)
        type(self).before(sql)
        return super().execute(sql, parameters)


class Loop:
    """An event loop in a thread of its own, from which writes are asked for."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever)
        self._thread.start()

    def write(self, writer: Writer, work: Callable[[sqlite3.Connection], None]) -> Future[None]:
        """Ask for a write; what is asked for first is queued first."""
        return asyncio.run_coroutine_threadsafe(writer.write(work), self._loop)

    def settle(self) -> None:
        """Return when the loop has done what it was asked for so far."""
        asyncio.run_coroutine_threadsafe(asyncio.sleep(0.01), self._loop).result(10)

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()


@pytest.fixture
def loop() -> Iterator[Loop]:
    loop = Loop()
    yield loop
    loop.close()


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "w.db"
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE t (a)")
    connection.execute("CREATE TABLE erasure_due (due)")
    connection.close()
    return path


def watched(path: Path, before: Callable[[str], None] = lambda sql: None) -> WatchedConnection:
    WatchedConnection.before, WatchedConnection.seen = staticmethod(before), []
    return sqlite3.connect(path, isolation_level=None, check_same_thread=False, factory=WatchedConnection)


def insert(value: int) -> Callable[[sqlite3.Connection], None]:
    def work(connection: sqlite3.Connection) -> None:
        connection.execute("INSERT INTO t VALUES (?)", (value,))

    return work


def refuse(connection: sqlite3.Connection) -> None:
    connection.execute("INSERT INTO t VALUES (-1)")
    raise ValueError("refused")


def io_error(name: str, code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode, error.sqlite_errorname = code, name
    return error


def stored(path: Path) -> list[int]:
    connection = sqlite3.connect(path)
    found = [row[0] for row in connection.execute("SELECT a FROM t ORDER BY a")]
    connection.close()
    return found


def grouped(
    loop: Loop, writer: Writer, works: list[Callable[[sqlite3.Connection], None]]
) -> list[Future[None]]:
    """Submit works so that one transaction takes them all: the first holds the writer until all wait."""
    all_wait = Event()

    def first(connection: sqlite3.Connection) -> None:
        all_wait.wait(10)
        works[0](connection)

    outcomes = [loop.write(writer, work) for work in (first, *works[1:])]
    loop.settle()
    all_wait.set()
    return outcomes


def test_one_commit_serves_all_that_wait_and_each_outcome_is_its_own(database: Path, loop: Loop) -> None:
    writer = Writer(watched(database))
    outcomes = grouped(loop, writer, [insert(1), refuse, insert(2), refuse, insert(3)])
    errors = [outcome.exception(10) for outcome in outcomes]
    commits = WatchedConnection.seen.count("COMMIT")
    writer.close()
    assert [type(error) for error in errors] == [type(None), ValueError, type(None), ValueError, type(None)]
    assert commits == 1
    assert stored(database) == [1, 2, 3]


def test_no_outcome_is_told_before_the_commit_has_returned(database: Path, loop: Loop) -> None:
    at_commit, go_on = Event(), Event()

    def before(sql: str) -> None:
        if sql == "COMMIT":
            at_commit.set()
            go_on.wait(10)

    writer = Writer(watched(database, before))
    outcomes = grouped(loop, writer, [insert(1), refuse])
    assert at_commit.wait(10)
    assert [outcome.done() for outcome in outcomes] == [False, False]
    assert stored(database) == []
    go_on.set()
    outcomes[0].result(10)
    assert stored(database) == [1]
    writer.close()


def test_an_io_error_at_the_commit_leaves_the_outcome_unknown_and_the_writer_alive(
    database: Path, loop: Loop
) -> None:
    faults = [io_error("SQLITE_IOERR_FSYNC", sqlite3.SQLITE_IOERR_FSYNC)]

    def before(sql: str) -> None:
        if sql == "COMMIT" and faults:
            raise faults.pop()

    writer = Writer(watched(database, before))
    errors = [outcome.exception(10) for outcome in grouped(loop, writer, [insert(1), insert(2)])]
    assert [type(error) for error in errors] == [AppendUnknown, AppendUnknown]
    loop.write(writer, insert(3)).result(10)
    writer.close()
    assert stored(database) == [3]


def test_an_io_error_before_the_commit_wrote_nothing(database: Path, loop: Loop) -> None:
    faults = [io_error("SQLITE_IOERR_READ", sqlite3.SQLITE_IOERR_READ)]

    def before(sql: str) -> None:
        if sql.startswith("INSERT") and faults:
            raise faults.pop()

    writer = Writer(watched(database, before))
    error = loop.write(writer, insert(1)).exception(10)
    writer.close()
    assert isinstance(error, StoreUnavailable)
    assert stored(database) == []


def test_for_want_of_space_the_small_ones_are_written_without_the_big_one(database: Path, loop: Loop) -> None:
    connection = watched(database)
    connection.execute("PRAGMA max_page_count = 40")

    def huge(connection: sqlite3.Connection) -> None:
        connection.execute("INSERT INTO t VALUES (zeroblob(1000000))")

    writer = Writer(connection)
    errors = [outcome.exception(10) for outcome in grouped(loop, writer, [insert(1), huge, insert(2)])]
    writer.close()
    assert [type(error).__name__ for error in errors] == ["NoneType", "StoreFull", "NoneType"]
    assert stored(database) == [1, 2]


def test_a_bug_in_one_job_stays_with_it(database: Path, loop: Loop) -> None:
    def broken(connection: sqlite3.Connection) -> None:
        connection.execute("INSERT INTO nowhere VALUES (1)")

    writer = Writer(watched(database))
    outcomes = grouped(loop, writer, [insert(1), broken, insert(2)])
    errors = [outcome.exception(10) for outcome in outcomes]
    writer.close()
    assert [type(error) for error in errors] == [type(None), sqlite3.OperationalError, type(None)]
    assert stored(database) == [1, 2]


def test_a_job_given_up_before_it_began_is_not_written(database: Path, loop: Loop) -> None:
    held = Event()
    writer = Writer(watched(database))

    def hold(connection: sqlite3.Connection) -> None:
        held.wait(10)

    loop.write(writer, hold)
    given_up = loop.write(writer, insert(1))
    loop.settle()
    assert given_up.cancel()
    loop.settle()
    kept = loop.write(writer, insert(2))
    held.set()
    kept.result(10)
    writer.close()
    assert stored(database) == [2]


def test_a_lock_held_elsewhere_costs_one_wait_for_all(database: Path, loop: Loop) -> None:
    other = sqlite3.connect(database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    connection = watched(database)
    connection.execute("PRAGMA busy_timeout = 300")
    WatchedConnection.seen.clear()
    writer = Writer(connection)
    outcomes = [loop.write(writer, insert(value)) for value in range(20)]
    errors = [outcome.exception(10) for outcome in outcomes]
    assert all(isinstance(error, StoreUnavailable) for error in errors)
    assert WatchedConnection.seen.count("BEGIN IMMEDIATE") <= 2
    other.execute("ROLLBACK")
    loop.write(writer, insert(99)).result(10)
    writer.close()
    other.close()
    assert stored(database) == [99]
