"""How long one attempt at an effect may take: within what the room itself waits."""

from __future__ import annotations

from typing import Final

from interview_engine.core.effects import Effect, WriteAnswer, WriteQuestion
from interview_engine.ids import Millis

SHORTEST_MS: Final = 1_000
WRITING_MS: Final = 25_000
JUDGING_MS: Final = 45_000


def patience_ms(effect: Effect) -> Millis:
    """Return how long one attempt at an effect may take, in ms."""
    if isinstance(effect, WriteAnswer):
        return Millis(max(SHORTEST_MS, min(WRITING_MS, effect.settings.answer_patience_ms)))
    if isinstance(effect, WriteQuestion):
        return Millis(max(SHORTEST_MS, min(WRITING_MS, effect.settings.question_patience_ms)))
    return Millis(JUDGING_MS)
