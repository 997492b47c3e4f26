"""Effects done offline, in this process: no key, no network, the same content for the same effect."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from adapters.service.casting import Casting
from interview_engine.core.commands import Report
from interview_engine.core.effects import Effect
from interview_engine.ids import Millis, RoomId
from interview_engine.offline import perform


class OfflinePerformer:
    """An `EffectPerformer` on the deterministic writers and judges."""

    def __init__(self, casting: Casting, now: Callable[[], Millis]) -> None:
        """Prepare.

        Args:
            casting: Personas and questions.
            now: The service's clock.
        """
        self._casting = casting
        self._now = now

    async def perform(self, room_id: RoomId, effect: Effect) -> Report:
        """Return the effect's report; a moment of computing, between which others have their turn."""
        del room_id
        await asyncio.sleep(0)
        return perform(effect, self._casting.catalogue, self._now())
