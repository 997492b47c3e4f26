"""The tripwire: whatever in a text speaks to the one who reads it for us, and the text without it.

It stands on the engine's own reading (`spoken_part`). The model is shown the whole answer first; when the
wire was tripped, it is shown the clean one too, and the lower reading counts.
"""

from __future__ import annotations

import attrs

from adapters.llm.defences.shown_text import shown_text
from interview_engine.scoring.heuristic.hostile import spoken_part


@attrs.frozen(kw_only=True)
class Reading:
    """A text with and without what trips the wire.

    Attributes:
        whole: As it may be shown.
        clean: Without the spans that give orders, plead or pretend.
        tripped: Something was left out.
    """

    whole: str
    clean: str
    tripped: bool


def read(text: str) -> Reading:
    """Look for spans that speak to a judge, a model or a machine.

    Args:
        text: Anybody's text.
    """
    whole = shown_text(text)
    part = spoken_part(whole)
    if not part.injected:
        return Reading(whole=whole, clean=whole, tripped=False)
    return Reading(whole=whole, clean="\n".join(part.sentences), tripped=True)
