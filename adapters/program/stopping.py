"""Signals: the first SIGTERM or SIGINT asks for an orderly stop, the second ends the process at once."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from typing import Final

_SIGNALS: Final = (signal.SIGTERM, signal.SIGINT)
_BY_SIGNAL: Final = 128
"""Exit codes of processes that a signal ended begin here."""


class StopSignals:
    """Waits for somebody to stop the process.

    Attributes:
        received: The signal that asked for it; None until then.
    """

    def __init__(self, farewell: str) -> None:
        """Prepare.

        Args:
            farewell: What is said when a second signal ends everything.
        """
        self._farewell = farewell
        self._wanted = asyncio.Event()
        self.received: signal.Signals | None = None

    def install(self) -> None:
        """Take the signals of the running loop's process."""
        loop = asyncio.get_running_loop()
        for each in _SIGNALS:
            loop.add_signal_handler(each, self._came, each)

    async def wait(self) -> signal.Signals:
        """Wait for the first one, and return it."""
        await self._wanted.wait()
        assert self.received is not None, "the event is set by a signal"
        return self.received

    def _came(self, which: signal.Signals) -> None:
        if self.received is not None:
            # No exit handler runs: nothing unsaved exists, for what was acknowledged is on the disk.
            sys.stderr.write(f"\n{self._farewell}\n")
            sys.stderr.flush()
            os._exit(_BY_SIGNAL + which)
        self.received = which
        self._wanted.set()
