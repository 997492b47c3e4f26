"""What makes an answer weak: an unsure start, empty statements, leaving the question."""

from __future__ import annotations

from interview_engine.personas.answering.draft import Draft
from interview_engine.personas.answering.lines import Line

_HESITATION, _VAGUE, _DRIFT = 6.5, 7.0, 3.0


def weakened(draft: Draft, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Add to an answer what its quality makes it suffer from.

    Args:
        draft: What the answer is made of.
        lines: The answer so far, in speaking order.
    """
    voice, depth = draft.persona.voice, draft.depth
    start = draft.lines(voice.hesitations, "hesitation", _HESITATION) if depth.hesitates else ()
    empty = draft.lines(voice.vague, "vague", _VAGUE, depth.vague)
    away = draft.lines(voice.drifts, "drift", _DRIFT) if depth.drifts else ()
    half = (len(lines) + 1) // 2
    return (*start, *lines[:half], *empty, *lines[half:], *away)
