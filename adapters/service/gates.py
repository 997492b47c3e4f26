"""One gate per room, so that a room is loaded, created or deleted by one task at a time.

A gate exists for as long as somebody passes or waits: asking for rooms that don't exist leaves nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import attrs

from interview_engine.ids import RoomId


@attrs.define
class _Gate:
    lock: asyncio.Lock = attrs.Factory(asyncio.Lock)
    users: int = 0


class Gates:
    """The gates of all rooms."""

    def __init__(self) -> None:
        """Begin without any."""
        self._gates: dict[RoomId, _Gate] = {}

    @asynccontextmanager
    async def passing(self, room_id: RoomId) -> AsyncIterator[None]:
        """Keep everybody else out of a room's gate meanwhile."""
        gate = self._gates.setdefault(room_id, _Gate())
        gate.users += 1
        try:
            async with gate.lock:
                yield
        finally:
            gate.users -= 1
            if not gate.users:
                del self._gates[room_id]

    def __len__(self) -> int:
        """Return how many gates there are now."""
        return len(self._gates)
