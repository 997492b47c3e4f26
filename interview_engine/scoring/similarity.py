"""How much of an answer was already said by an earlier speaker: a flag for the reader, never a penalty."""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from interview_engine.scoring.plain_text import plain_text
from interview_engine.values import value
from interview_engine.vocabulary import Language

if TYPE_CHECKING:
    from interview_engine.ids import TurnId

_NOT_LETTERS = re.compile(r"[\W_]+")
_GRAM_SIZES = {Language.KO: (1, 2, 3), Language.EN: (2, 3, 4)}
"""Lengths of n-grams: a Hangul syllable carries about as much as two Latin letters."""
_SHORT, _LONG = 40, 240
"""Letters below which chance alone makes answers alike, and above which the threshold stays."""
_WHOLE, _PIECE = 600, 150
"""Letters up to which a text is looked for as a whole, and of a piece of a longer one."""
_SHORT_THRESHOLD, _LONG_THRESHOLD = 0.9, 0.62


@value(kw_only=True)
class Overlap:
    """How much of an answer repeats one earlier answer.

    Attributes:
        turn_id: The earlier answer.
        cosine: Cosine of the character n-gram counts, 0-1, four decimals.
        contained: Share of the shorter text found in the longer as it stands, 0-1, four decimals.
        ratio: The two combined, 0-1, four decimals: what is compared with the threshold.
        threshold: What this pair's length allows, 0-1, four decimals.
        flagged: True when the ratio reaches the threshold; a reader's hint, never a failure.
    """

    turn_id: TurnId
    cosine: float
    contained: float
    ratio: float
    threshold: float
    flagged: bool


def overlap(answer: str, earlier: tuple[tuple[TurnId, str], ...], language: Language) -> tuple[Overlap, ...]:
    """Compare an answer with those of earlier speakers, and only with those.

    Args:
        answer: The answer that was given later.
        earlier: Earlier answers to the same question.
        language: Decides the length of the n-grams.

    Returns:
        One overlap per earlier answer, the most alike first, equal ones in turn-id order.
    """
    mine = _letters(answer)
    overlaps = [_compare(mine, turn_id, _letters(text), language) for turn_id, text in earlier]
    return tuple(sorted(overlaps, key=lambda item: (-item.ratio, item.turn_id)))


def likeness(one: str, other: str, language: Language) -> float:
    """Return how alike two texts are, 0-1: the mean of n-gram cosine and edit ratio."""
    first, second = _letters(one), _letters(other)
    return round((_cosine(first, second, language) + fuzz.ratio(first, second) / 100.0) / 2.0, 4)


def threshold_for(letters: int) -> float:
    """Return the ratio from which texts of this length are flagged, 0-1: short texts agree by chance."""
    share = (min(max(letters, _SHORT), _LONG) - _SHORT) / (_LONG - _SHORT)
    return round(_SHORT_THRESHOLD + share * (_LONG_THRESHOLD - _SHORT_THRESHOLD), 4)


def _compare(mine: str, turn_id: TurnId, theirs: str, language: Language) -> Overlap:
    cosine = _cosine(mine, theirs, language)
    contained = _contained(mine, theirs)
    # What was repeated counts only as far as it makes up the later answer: quoting one sentence is fine.
    share = contained * min(1.0, len(theirs) / len(mine)) if mine else 0.0
    ratio = (cosine + share) / 2.0
    threshold = threshold_for(min(len(mine), len(theirs)))
    return Overlap(
        turn_id=turn_id,
        cosine=round(cosine, 4),
        contained=round(contained, 4),
        ratio=round(ratio, 4),
        threshold=threshold,
        flagged=ratio >= threshold,
    )


def _contained(one: str, other: str) -> float:
    """Return the share of the shorter text that stands in the longer, 0-1.

    Finding the best place for a whole text takes the cube of its length, so a long one is looked for in
    pieces: copying is copied in pieces, too.
    """
    shorter, longer = sorted((one, other), key=len)
    if not shorter:
        return 0.0
    if len(shorter) <= _WHOLE:
        return fuzz.partial_ratio(one, other) / 100.0
    pieces = [shorter[start : start + _PIECE] for start in range(0, len(shorter), _PIECE)]
    found = sum(fuzz.partial_ratio(piece, longer) * len(piece) for piece in pieces)
    return found / 100.0 / len(shorter)


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub(" ", plain_text(text).lower()).strip()


def _grams(text: str, language: Language) -> Counter[str]:
    joined = text.replace(" ", "") if language is Language.KO else text
    grams: Counter[str] = Counter()
    for size in _GRAM_SIZES[language]:
        grams.update(joined[start : start + size] for start in range(len(joined) - size + 1))
    return grams


def _cosine(one: str, other: str, language: Language) -> float:
    first, second = _grams(one, language), _grams(other, language)
    if not first or not second:
        return 0.0
    if len(first) > len(second):
        first, second = second, first
    product = sum(count * second[gram] for gram, count in first.items())
    norms = sum(c * c for c in first.values()) * sum(c * c for c in second.values())
    return min(1.0, product / math.sqrt(norms))
