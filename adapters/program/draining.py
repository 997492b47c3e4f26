"""An orderly stop within its time: each step gets what is left, and one that hangs never stops the next."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import Final

import structlog

log = structlog.get_logger("server")

_LAST_MS: Final = 300
"""Even when all time is used up a step may take this long: closing the store flushes it."""


class Drain:
    """The time that a stop has.

    Attributes:
        clean: Every step so far has ended in time.
    """

    def __init__(self, within_ms: int) -> None:
        """Begin a stop now.

        Args:
            within_ms: How long all of it may take.
        """
        self._until = asyncio.get_running_loop().time() + within_ms / 1000
        self.clean = True

    @property
    def left_ms(self) -> int:
        """How much time is left, in ms; 0 when none is."""
        return max(0, round((self._until - asyncio.get_running_loop().time()) * 1000))

    async def step(self, name: str, work: Awaitable[object]) -> None:
        """Do one step, cut off when the time is over."""
        try:
            async with asyncio.timeout(max(_LAST_MS, self.left_ms) / 1000):
                await work
        except TimeoutError:
            self.clean = False
            log.warning("stop.cut_off", step=name)
        except Exception:
            self.clean = False
            log.exception("stop.failed", step=name)
