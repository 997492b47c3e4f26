"""A promise: what comes of a job, told by the writer's thread and awaited in an event loop.

The law: it is either begun or given up, never both; what was begun is told once.

`asyncio.wrap_future` keeps the same law with a condition, two chained callbacks and a wake-up of the loop for
each; these are told by the group.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterable
from contextlib import suppress


class Promise:
    """One outcome; made in the event loop that awaits it."""

    __slots__ = ("_begun", "_error", "_given_up", "_lock", "_loop", "_told")

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._told: asyncio.Future[None] = self._loop.create_future()
        self._lock = threading.Lock()
        self._begun = self._given_up = False
        self._error: Exception | None = None

    async def kept(self) -> None:
        """Wait until it is told; a caller that is cancelled gives up what was not begun.

        Raises:
            Exception: What the job ended with.
        """
        try:
            await self._told
        except asyncio.CancelledError:
            with self._lock:
                self._given_up = not self._begun
            raise

    def begin(self) -> bool:
        """Return False when it was given up: then nothing must be done. Called by the writer."""
        with self._lock:
            self._begun = not self._given_up
            return self._begun

    def settle(self, error: Exception | None) -> None:
        """Note how it ended; `tell` tells it. Called by the writer."""
        self._error = error

    def _tell(self) -> None:
        if self._told.cancelled():
            return
        if self._error is None:
            self._told.set_result(None)
        else:
            self._told.set_exception(self._error)

    @staticmethod
    def tell(promises: Iterable[Promise]) -> None:
        """Tell settled promises, each loop's with one wake-up. Called by the writer."""
        by_loop: dict[asyncio.AbstractEventLoop, list[Promise]] = {}
        for promise in promises:
            by_loop.setdefault(promise._loop, []).append(promise)  # noqa: SLF001 -- its own
        for loop, settled in by_loop.items():
            # A loop that has ended awaits nothing any more.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(_tell_all, settled)


def _tell_all(promises: list[Promise]) -> None:
    for promise in promises:
        promise._tell()  # noqa: SLF001 -- the same concept
