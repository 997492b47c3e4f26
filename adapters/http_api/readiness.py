"""Whether the store works, looked at now and then: asking often must not keep it busy."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

from interview_engine.ids import Millis

FRESH_MS: Final = 1_000
"""For so long an answer stands for all who ask."""


class Readiness:
    """Remembers the latest answer."""

    def __init__(self, now: Callable[[], Millis]) -> None:
        """Begin without one."""
        self._now = now
        self._looking = asyncio.Lock()
        self._found: tuple[Millis, str] | None = None

    async def trouble(self, look: Callable[[], Awaitable[str]]) -> str:
        """Return why the store does not work; empty when it does.

        Args:
            look: Finds out.
        """
        async with self._looking:
            now = self._now()
            if self._found is None or not 0 <= now - self._found[0] < FRESH_MS:
                self._found = (now, await look())
            return self._found[1]
