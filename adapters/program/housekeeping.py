"""What a server does every now and then: it notes that it is there, and idle rooms leave memory."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Final

import structlog

from adapters.service.room_service import RoomService
from interview_engine.ids import Millis

log = structlog.get_logger("server")

EVERY_MS: Final = 60_000
BEAT_EVERY_MS: Final = 1_000


async def keep_beating(service: RoomService, *, every_ms: int = BEAT_EVERY_MS) -> None:
    """Note again and again that the rooms are served, until cancelled.

    Args:
        service: Whose rooms.
        every_ms: The pause between two notes: at most so much thinking time is given back after a crash.
    """
    while True:
        await service.beat()
        await asyncio.sleep(every_ms / 1000)


async def keep_house(
    service: RoomService, now: Callable[[], Millis], idle_room_ms: int, *, every_ms: int = EVERY_MS
) -> None:
    """Let go of idle rooms again and again, until cancelled.

    Args:
        service: Whose rooms.
        now: The wall clock.
        idle_room_ms: How long a room nobody listens to stays.
        every_ms: The pause between two looks.
    """
    while True:
        await asyncio.sleep(every_ms / 1000)
        try:
            released = service.release_idle(Millis(now() - idle_room_ms))
        except Exception:
            # The next look comes in a minute.
            log.exception("rooms.not_released")
        else:
            if released:
                log.info("rooms.released", count=released, live=service.live_rooms)
