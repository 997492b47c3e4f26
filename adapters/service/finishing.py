"""Work that is done to its end even when the one who asked for it has gone."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import TypeVar

from adapters.service.event_store import StoreUnavailable

T = TypeVar("T")


class Finishing:
    """Keeps the tasks of such work until they have ended."""

    def __init__(self) -> None:
        """Begin without work."""
        self._tasks: set[asyncio.Task[object]] = set()
        self.closing = False

    async def to_its_end(self, work: Coroutine[None, None, T]) -> T:
        """Do work in a task that a cancelled caller leaves running: the present one if it was begun here.

        Raises:
            StoreUnavailable: Nothing new is begun any more.
        """
        if self.closing:
            work.close()
            raise StoreUnavailable("the service is closed")
        if asyncio.current_task() in self._tasks:
            # Nobody cancels one of these: another within it would only cost.
            return await work
        task = self.begin(work)
        await asyncio.wait((task,))
        return task.result()

    def begin(self, work: Coroutine[None, None, T]) -> asyncio.Task[T]:
        """Begin work that nobody waits for."""

        def ended(done: asyncio.Task[T]) -> None:
            self._tasks.discard(done)
            if not done.cancelled():
                # Looked at, so that one whose caller has gone is no unhandled error.
                done.exception()

        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(ended)
        return task

    async def finish(self) -> None:
        """Wait until all that was begun has ended."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)
