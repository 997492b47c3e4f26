"""Near-duplicates: a question that only rewords one that was asked is asked twice.

Questions share their polite frame ("말씀해 주세요", "tell us about"), so they are compared both whole and
without it. Letters can't see a paraphrase in other words; for those the prompt shows what was asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from interview_engine.scoring.similarity import likeness
from interview_engine.vocabulary import Language

TOO_ALIKE: Final = {Language.KO: 0.49, Language.EN: 0.66}
"""Likeness, 0-1, from which two questions are one: just above what any two of the bank reach (0.48, 0.64)."""

_FRAME: Final = {
    Language.KO: re.compile(
        r"(?:말씀|설명|이야기|소개)해\s?(?:주세요|주십시오|주시겠습니까|주시겠어요)|들려\s?(?:주세요"
        r"|주십시오)"
        r"|어떻게\s?(?:하시겠습니까|하셨습니까|하셨나요)?|무엇(?:인가요|입니까|이었나요|을|이)?"
        r"|있(?:다면|습니까|나요|으신가요)|하셨나요"
        r"|(?:지원자님|본인|당신)(?:의|은|이|께서)?|경험|가장|과정|구체적(?:으로|인)?|그리고|그때|당시"
    ),
    Language.EN: re.compile(
        r"\b(?:tell|describe|explain|please|about|how|what|why|would|could|did|do|does|you|your|have|has|had"
        r"|an?|the|to|of|in|and|it|that|this|was|were|is|are|if|when|time|one|us|me|for|with)\b",
        re.IGNORECASE,
    ),
}


def asked_before(question: str, asked: Iterable[str], language: Language) -> bool:
    """Return whether a question is nearly one that was asked.

    Args:
        question: A new one.
        asked: Those asked before.
        language: The room's language.
    """
    return any(alike(question, earlier, language) >= TOO_ALIKE[language] for earlier in asked)


def alike(one: str, other: str, language: Language) -> float:
    """Return how alike two questions are, 0-1: as they stand, or without their polite frame.

    Args:
        one: A question.
        other: Another.
        language: Their language.
    """
    frame = _FRAME[language]
    bare = likeness(frame.sub(" ", one), frame.sub(" ", other), language)
    return max(likeness(one, other, language), bare)
