"""The port for the pulse: until when rooms were served. It is kept with the rooms, so one backup holds both.

Without it nobody could tell, after a crash, the time for which people were thinking from the time for which
nobody was there.
"""

from __future__ import annotations

from typing import Protocol

from interview_engine.ids import Millis


class Pulse(Protocol):
    """Remembers one instant. Both methods raise `EventStoreError` when the store does not answer."""

    async def beat(self, at: Millis) -> None:
        """Note that rooms were served until now; durable when it returns."""

    async def latest(self) -> Millis | None:
        """Return the latest instant that was noted; None before the first."""


class MemoryPulse:
    """A pulse that ends with the process, or is shared by simulated ones."""

    def __init__(self) -> None:
        """Begin without one."""
        self._at: Millis | None = None

    async def beat(self, at: Millis) -> None:
        """Note an instant: see `Pulse.beat`."""
        self._at = at

    async def latest(self) -> Millis | None:
        """Return the latest: see `Pulse.latest`."""
        return self._at
