"""Signals: the first SIGTERM, SIGINT or SIGHUP asks for an orderly stop, a second ends the process at once.

SIGHUP says that the terminal was closed. It comes more than once for one closing, from the shell and from the
system, and so it never counts as the second. Who starts a server with `nohup` wants it passed over.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from contextlib import suppress
from typing import IO, Final

_HANGUP: Final = getattr(signal, "SIGHUP", None)
"""Windows has none."""
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
        if _HANGUP is not None and signal.getsignal(_HANGUP) is not signal.SIG_IGN:
            loop.add_signal_handler(_HANGUP, self._came, _HANGUP)

    async def wait(self) -> signal.Signals:
        """Wait for the first one, and return it."""
        await self._wanted.wait()
        assert self.received is not None, "the event is set by a signal"
        return self.received

    def _came(self, which: signal.Signals) -> None:
        if self.received is not None:
            if which is _HANGUP:
                return
            # No exit handler runs: nothing unsaved exists, for what was acknowledged is on the disk.
            tell(f"\n{self._farewell}", sys.stderr)
            os._exit(_BY_SIGNAL + which)
        self.received = which
        self._wanted.set()


def tell(text: str, stream: IO[str]) -> None:
    """Write a line for the person at the terminal, who may have closed it: that must not stop a stop."""
    with suppress(OSError):
        stream.write(f"{text}\n")
        stream.flush()
