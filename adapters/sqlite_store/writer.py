"""The writer: every job ends exactly once, and none as done before a COMMIT with it has returned.

One thread owns the only connection that writes. All jobs that wait form one transaction and share its
fsync; a savepoint around each keeps its outcome its own. When the shared transaction fails for want of
space, which may be one job's fault alone, its jobs are tried again one by one.
"""

from __future__ import annotations

import queue
import sqlite3
import threading
from contextlib import suppress
from typing import Final

from adapters.service.event_store import EventStoreError, StoreFull, StoreUnavailable
from adapters.sqlite_store.erasing import erase_traces, truncate_log
from adapters.sqlite_store.failures import translated
from adapters.sqlite_store.jobs import Job, Work
from adapters.sqlite_store.promise import Promise

_GROUP_LIMIT: Final = 256
"""Jobs in one transaction: more would only make the first of them wait."""


class Writer:
    """A thread that commits jobs in groups."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._waiting: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._gate = threading.Lock()
        self._closed = False
        self._last = False
        self._thread = threading.Thread(target=self._serve, name="sqlite-writer", daemon=True)
        self._thread.start()

    async def write(self, work: Work, *, erases: bool = False) -> None:
        """Write, and return when it is on the disk. A cancelled caller leaves it open whether it is written.

        Args:
            work: Statements for the inside of a transaction; may run more than once.
            erases: Old text must be gone from the files before the outcome is told.

        Raises:
            StoreUnavailable: The writer is closed, or can't write now.
            EventStoreError: What else the store reports.
        """
        job = Job(work, Promise(), erases=erases)
        # The gate keeps a job from slipping in behind the end mark, where nobody would settle it.
        with self._gate:
            if self._closed:
                raise StoreUnavailable("the store is closed")
            self._waiting.put(job)
        await job.promise.kept()

    def close(self) -> None:
        """Write what waits, then end the thread and its connection; blocks. A second call does nothing."""
        with self._gate:
            if not self._closed:
                self._closed = True
                self._waiting.put(None)
        self._thread.join()

    def _serve(self) -> None:
        while not self._last:
            job = self._next_job(wait=True)
            if job is not None:
                self._serve_group(job)
        # A write-ahead log left behind is read at the next start.
        with suppress(sqlite3.Error, StoreUnavailable):
            truncate_log(self._connection)
        self._connection.close()

    def _next_job(self, *, wait: bool) -> Job | None:
        """Return a job that is still wanted; None when nothing waits, or at the end."""
        while not self._last:
            try:
                job = self._waiting.get(block=wait)
            except queue.Empty:
                return None
            if job is None:
                self._last = True
            elif job.claimed():
                return job
        return None

    def _serve_group(self, first: Job) -> None:
        group = [first]
        failure: Exception | None = None
        try:
            failure = self._commit(group, gather=True)
            if isinstance(failure, StoreFull) and len(group) > 1:
                self._commit_one_by_one(group)
        except Exception as error:  # noqa: BLE001 # a bug must reach the callers, and the thread must live
            _fail_all(group, error)
            self._roll_back()
        if any(job.erases and not job.refused for job in group):
            self._erase(group)
        for job in group:
            job.settle()
        Promise.tell(job.promise for job in group)

    def _commit_one_by_one(self, group: list[Job]) -> None:
        for position, job in enumerate(group):
            failure = self._commit([job], gather=False)
            # A lock that outlasted one wait would make each of the others wait as long.
            if isinstance(failure, StoreUnavailable):
                _fail_all(group[position + 1 :], failure)
                return

    def _commit(self, group: list[Job], *, gather: bool) -> Exception | None:
        """Write a group in one transaction; return why the transaction as a whole failed, if it did.

        Args:
            group: Its jobs; with `gather`, those that arrive meanwhile are added.
            gather: Take in what waits until nothing does.
        """
        committing = False
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            for job in group:
                job.attempt(self._connection)
                if (
                    gather
                    and len(group) < _GROUP_LIMIT
                    and (another := self._next_job(wait=False)) is not None
                ):
                    group.append(another)
            committing = True
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            failure = translated(error, committing=committing) or error
            self._roll_back()
            if gather:
                self._gather(group)
            _fail_all(group, failure)
            return failure
        return None

    def _gather(self, group: list[Job]) -> None:
        """Take in what waited through a failure, so that one busy wait serves all."""
        while len(group) < _GROUP_LIMIT and (another := self._next_job(wait=False)) is not None:
            group.append(another)

    def _roll_back(self) -> None:
        # When SQLite refuses, it has ended the transaction itself.
        with suppress(sqlite3.Error):
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def _erase(self, group: list[Job]) -> None:
        failure: Exception
        try:
            erase_traces(self._connection)
        except sqlite3.Error as error:
            failure = StoreUnavailable(f"deleted, but its traces are not erased yet: {error}")
        except EventStoreError as error:
            failure = error
        else:
            return
        for job in group:
            if job.erases and not job.refused:
                job.fail(failure)


def _fail_all(jobs: list[Job], error: Exception) -> None:
    for job in jobs:
        job.fail(error)
