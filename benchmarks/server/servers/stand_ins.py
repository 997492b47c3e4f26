"""Who does the work of effects in a measured server: nobody's model, and not always our own judges."""

from __future__ import annotations

import asyncio
import enum

from adapters.service.effect_runner import EffectRunner
from adapters.service.offline_performer import OfflinePerformer
from adapters.service.surroundings import EffectPerformer
from benchmarks.engine.workload import report
from interview_engine.core.commands import Report
from interview_engine.core.effects import Effect, WriteQuestion
from interview_engine.ids import Millis, RoomId


class Judging(enum.StrEnum):
    """Who judges the answers."""

    NONE = "none"
    """Judges think for longer than the measurement takes, as models do: only the answers themselves count."""
    CANNED = "canned"
    """Verdicts come at once and cost nothing to make: verifying, ranking, storing and telling them counts."""
    OFFLINE = "offline"
    """Our own judges, in the same process: what a server without a key does."""


class StandIn:
    """An `EffectPerformer` with canned questions, and canned verdicts or none."""

    def __init__(self, judging: Judging) -> None:
        """Prepare."""
        self._judging = judging
        self._never = asyncio.Event()

    async def perform(self, room_id: RoomId, effect: Effect) -> Report:
        """Return the effect's report at once, or never."""
        del room_id
        if self._judging is Judging.NONE and not isinstance(effect, WriteQuestion):
            await self._never.wait()
        # The service sets the instant.
        return report(effect, Millis(0))


def performer(judging: Judging, offline: OfflinePerformer) -> EffectPerformer:
    """Return who does the work.

    Args:
        judging: Who judges.
        offline: The server's own performer.
    """
    if judging is Judging.OFFLINE:
        return offline
    # Judges that think must not keep questions waiting, as they would in the places of one process.
    defaults = EffectRunner.__init__.__kwdefaults__
    assert defaults is not None, "the runner has a default"
    defaults["most_at_once"] = 1_000_000
    return StandIn(judging)
