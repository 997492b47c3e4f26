"""One timer for every peer that is being waited for: whoever takes too long is told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from interview_engine.ids import Millis


class Watched(Protocol):
    """Something that sends.

    Attributes:
        sending_since: Loop time at which it began to send what it has in hand.
    """

    sending_since: float


W = TypeVar("W", bound=Watched)


class SendWatch(Generic[W]):
    """Looks at all that is being sent a few times in each time limit, and only while something is."""

    def __init__(self, timeout_ms: Millis, late: Callable[[W], None]) -> None:
        """Prepare.

        Args:
            timeout_ms: How long a frame may take; it is noticed at most a quarter later.
            late: Called once for each that takes longer.
        """
        self._timeout = timeout_ms / 1000
        self._late = late
        self._sending: dict[W, None] = {}
        self._timer: asyncio.TimerHandle | None = None

    def begin(self, watched: W) -> None:
        """Watch from now on; what it holds in hand since when is read from it."""
        loop = asyncio.get_running_loop()
        watched.sending_since = loop.time()
        self._sending[watched] = None
        if self._timer is None:
            self._timer = loop.call_later(self._timeout / 4, self._look)

    def end(self, watched: W) -> None:
        """Watch no longer."""
        self._sending.pop(watched, None)

    def close(self) -> None:
        """Watch nothing any more."""
        self._sending.clear()
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _look(self) -> None:
        loop = asyncio.get_running_loop()
        self._timer = None
        begun_before = loop.time() - self._timeout
        for watched in [item for item in self._sending if item.sending_since <= begun_before]:
            del self._sending[watched]
            self._late(watched)
        if self._sending:
            self._timer = loop.call_later(self._timeout / 4, self._look)
