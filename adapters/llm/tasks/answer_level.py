"""A drawn quality becomes what an answer has and lacks: so that a middling draw reads middling.

The content of each quality is the offline writer's (`depth_of`): both writers mean the same by 55.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from adapters.llm.prompts.book import PromptText
from interview_engine.personas.answering.depth import Depth, depth_of, points_covered
from interview_engine.profiles import CandidateProfile
from interview_engine.vocabulary import Language, QuestionKind

_BANDS: Final = ((20, "poor"), (45, "weak"), (66, "middling"), (84, "good"), (101, "excellent"))
_SHARES: Final = ("none", "few", "half", "most", "all")
_WITHOUT_STORY: Final = frozenset(
    {QuestionKind.CLOSING, QuestionKind.MOTIVATION, QuestionKind.SELF_INTRODUCTION}
)
"""Kinds that are answered without a situation, a task and figures."""
_LONGEST: Final = {Language.KO: 900, Language.EN: 2_000}
"""Characters that a listener can take in at once."""
_SHORTEST: Final = 40
_MILLIS_PER_MINUTE: Final = 60_000


@attrs.frozen(kw_only=True)
class Length:
    """How long an answer is to be, in characters."""

    low: int
    high: int


def band_of(quality: int) -> str:
    """Return the name of a quality's band.

    Args:
        quality: 0-100.
    """
    return next(name for end, name in _BANDS if quality < end)


def length_of(quality: int, candidate: CandidateProfile, allowance_ms: int, language: Language) -> Length:
    """Return how long an answer is to be: the time limit in this persona's speech, less of it the weaker.

    Args:
        quality: 0-100.
        candidate: Who speaks.
        allowance_ms: Time for the answer.
        language: The room's language.
    """
    spoken = candidate.characters_per_minute * allowance_ms // _MILLIS_PER_MINUTE
    most = max(_SHORTEST, min(spoken, _LONGEST[language]))
    high = max(_SHORTEST, most * (30 + 65 * quality // 100) // 100)
    return Length(low=high * 6 // 10, high=high)


def depth_text(quality: int, kind: QuestionKind, text: PromptText) -> str:
    """Return the lines that say what an answer of this quality has and lacks.

    Args:
        quality: 0-100.
        kind: What the question is for.
        text: The words.
    """
    depth = depth_of(quality)
    lines = [text.fill(f"share.{_SHARES[points_covered(quality, len(_SHARES) - 1)]}")]
    lines += [text.fill(part) for part in _parts(depth, story=kind not in _WITHOUT_STORY)]
    if depth.vague:
        lines.append(text.fill("depth.vague", count=depth.vague))
    lines += [text.fill(f"depth.{name}") for name in ("drifts", "closes") if getattr(depth, name)]
    return "\n".join(lines)


def _parts(depth: Depth, *, story: bool) -> Iterator[str]:
    if depth.hesitates:
        yield "depth.hesitates"
    else:
        yield "depth.opens" if depth.opens else "depth.plain_opening"
    if story:
        yield "depth.situation" if depth.situation else "depth.no_situation"
        yield "depth.task" if depth.task else "depth.no_task"
        yield f"depth.actions.{depth.actions}"
        yield "depth.figures" if depth.figures else "depth.no_figures"
    yield "depth.reasoning" if depth.reasoning else "depth.no_reasoning"
    if depth.principle:
        yield "depth.principle"
    yield "depth.lesson" if depth.lesson else "depth.no_lesson"
