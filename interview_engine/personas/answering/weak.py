"""What makes an answer weak: an unsure start, empty statements, leaving the question."""

from __future__ import annotations

import functools

import attrs

from interview_engine.personas.answering.draft import Draft
from interview_engine.personas.answering.lines import Line
from interview_engine.personas.candidate import Lines
from interview_engine.personas.chance import keyed_number
from interview_engine.personas.package_data import read_file
from interview_engine.vocabulary import QuestionKind

_HESITATION, _VAGUE, _DRIFT = 6.5, 7.0, 3.0
MOST_VAGUE = 2
# Every shared pool is a multiple of this long: so many candidates differ.
SHARES = 8
_ABOUT_SELF = frozenset({QuestionKind.SELF_INTRODUCTION, QuestionKind.MOTIVATION, QuestionKind.CLOSING})


@attrs.frozen(kw_only=True)
class WeakPhrases:
    """Phrases that all personas share; each takes its own from them by its variant.

    Attributes:
        about_self: Empty statements about oneself.
        about_technology: Empty statements about technology.
        loose_leads: Announce a story that is only loosely related.
        recoveries: Announce a story in answer to pressure.
    """

    about_self: Lines
    about_technology: Lines
    loose_leads: Lines
    recoveries: Lines


@functools.cache
def weak_phrases() -> WeakPhrases:
    """Return the shipped phrases."""
    return read_file("phrases/weak.json", WeakPhrases)


def weakened(draft: Draft, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Add to an answer what its quality makes it suffer from.

    Args:
        draft: What the answer is made of.
        lines: The answer so far, in speaking order.
    """
    voice, depth = draft.persona.voice, draft.depth
    about_self = draft.request.kind in _ABOUT_SELF
    unsure = depth.hesitates and not about_self
    start = draft.lines(voice.hesitations, "hesitation", _HESITATION) if unsure else ()
    away = draft.lines(voice.drifts, "drift", _DRIFT) if depth.drifts else ()
    # Thanks stay last; anything else is left standing whole, or a story would be broken off.
    half = len(lines) - 1 if about_self else len(lines)
    return (*start, *lines[:half], *_empty(draft), *away, *lines[half:])


def own_share(draft: Draft, phrases: Lines, count: int) -> Lines:
    """Return phrases of a shared pool such that the candidates who get one question differ.

    Each turn has a chance of its own, which the others do not know: it must not move the start.
    """
    lane = draft.request.lane_of(draft.persona.variant)
    stride = max(1, len(phrases) // SHARES)
    start = lane * stride + keyed_number(draft.request.question)
    return tuple(phrases[(start + step) % len(phrases)] for step in range(min(count, len(phrases))))


def _empty(draft: Draft) -> tuple[Line, ...]:
    """Return the empty statements that suit the kind of question."""
    count = draft.depth.vague
    kind = draft.request.kind
    if kind in _ABOUT_SELF:
        pool = own_share(draft, weak_phrases().about_self, MOST_VAGUE)
    elif kind is QuestionKind.TECHNICAL:
        pool = own_share(draft, weak_phrases().about_technology, MOST_VAGUE)
    else:
        pool = draft.persona.voice.vague
    # Always dealt as many, then cut: two candidates of unlike quality must not overlap.
    return draft.lines(pool, "vague", _VAGUE, MOST_VAGUE)[:count]
