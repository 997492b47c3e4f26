"""The rivals of a fork say what they said in the parent, where the parent has it."""

from __future__ import annotations

from interview_engine.core import commands as c
from interview_engine.core import events as e
from interview_engine.core.effects import Effect, WriteAnswer
from interview_engine.core.log import Record
from interview_engine.ids import Millis
from interview_engine.offline.interview import Performer
from interview_engine.offline.performing import perform
from interview_engine.personas.catalogue import Catalogue


def performer_of(parent: tuple[Record, ...]) -> Performer:
    """Return a performer that repeats the AI candidates' answers of an earlier interview.

    Args:
        parent: Its records.
    """
    said = {
        record.event.turn_id: record.event for record in parent if isinstance(record.event, e.AnswerPrepared)
    }

    def repeat(effect: Effect, catalogue: Catalogue, now: Millis) -> c.Report:
        known = said.get(effect.turn_id) if isinstance(effect, WriteAnswer) else None
        if known is None or not known.text:
            return perform(effect, catalogue, now)
        return c.AnswerWritten(
            now=now, effect_id=effect.effect_id, text=known.text, provenance=known.provenance
        )

    return repeat
