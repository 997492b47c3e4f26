"""Where reports and evaluations are computed: away from the event loop, within a time.

Comparing two long texts can hold the interpreter for seconds, so a thread is not enough: a process is.
"""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Final, ParamSpec, TypeVar

from interview_engine.ids import Millis

P = ParamSpec("P")
T = TypeVar("T")

_LESS_URGENT: Final = 5
"""By how much the system shall think less of a worker's urgency than of the server's."""


class WorkerProcesses:
    """Does work in processes of its own, which are ended when something takes too long."""

    def __init__(self, *, at_once: int = 1, work_ms: Millis = Millis(20_000)) -> None:
        """Prepare; the first work starts a process.

        Args:
            at_once: How many processes.
            work_ms: How long a piece of work may take, waiting included.
        """
        self._at_once = at_once
        self._seconds = work_ms / 1000
        self._pool: ProcessPoolExecutor | None = None

    async def do(self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what a function returns: see `Working.do`."""
        pool = self._started()
        call = partial(work, *args, **kwargs)
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(self._seconds):
                return await loop.run_in_executor(pool, call)
        except TimeoutError:
            self._end(pool)
            raise
        except BrokenProcessPool as error:
            self._end(pool)
            raise TimeoutError("a worker process ended") from error

    def begin(self, work: Callable[[], None]) -> None:
        """Start a process now, and have it do something to be ready; nobody waits for that."""
        self._started().submit(work)

    def close(self) -> None:
        """End the processes."""
        if self._pool is not None:
            self._end(self._pool)

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self._at_once, mp_context=get_context("spawn"), initializer=follow_parent
            )
        return self._pool

    def _end(self, pool: ProcessPoolExecutor) -> None:
        if self._pool is pool:
            self._pool = None
        processes = tuple((getattr(pool, "_processes", None) or {}).values())
        pool.shutdown(wait=False, cancel_futures=True)
        # A shutdown waits for what is running; what takes too long is exactly what must stop.
        for process in processes:
            process.kill()


def follow_parent() -> None:
    """Let this worker process end when the one that started it has gone, however that ended."""
    # Whoever waits for an answer comes before whoever waits for a score.
    os.nice(_LESS_URGENT)
    # Ctrl-C goes to the whole group; when to stop is the server's business.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    assert parent is not None, "workers are started"

    def end() -> None:
        parent.join()
        os._exit(0)

    Thread(target=end, name="follow parent", daemon=True).start()


class WorkerThreads:
    """Does work in threads: for tests and small servers, where a stall does no harm."""

    def __init__(self, executor: Executor | None = None) -> None:
        """Prepare; without an executor the loop's own is used."""
        self._executor = executor

    async def do(self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what a function returns: see `Working.do`."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._executor, partial(work, *args, **kwargs))
