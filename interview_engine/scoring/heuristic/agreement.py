"""How far a short factual answer agrees with a reference answer."""

from __future__ import annotations

import functools
import itertools
import math
from typing import TYPE_CHECKING

import attrs

from interview_engine.scoring.heuristic.hostile import spoken_part
from interview_engine.scoring.heuristic.wording import (
    character_grams,
    content_stems,
    cosine,
    kinship,
    tokens,
)
from interview_engine.scoring.plain_text import plain_text
from interview_engine.vocabulary import Language

if TYPE_CHECKING:
    from collections.abc import Mapping

# Fitted by pairwise logistic regression on one half of the questions of a graded set, then rounded;
# benchmarks/scoring/graded_answers.py reports the other half beside it.
_WORDS, _GRAMS, _PAIRS, _NEARNESS, _SUBSTANCE, _OWN_WORDS, _STANCE = 0.24, 0.12, 0.09, 0.29, 0.12, 0.09, 0.05
_GRAM_SIZE = {Language.KO: 2, Language.EN: 4}
_WHOLE_ANSWER = 8
"""Tokens from which an answer is more than a shrug; there is no reward above."""
_WEIGHTIEST_WORD = 10
"""Letters above which a word weighs no more: longer words are rarer, a stand-in for a frequency list."""
_OPENING = 25
"""Tokens at the start in which an answer takes its stance."""
_INJECTION_FACTOR = 0.8


@attrs.frozen(kw_only=True)
class _Reference:
    """A reference answer, prepared."""

    weights: tuple[tuple[str, float], ...]
    asked: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    grams: Mapping[str, int]
    stance: str


@functools.lru_cache(maxsize=256)
def _prepared(question: str, reference: str, size: int) -> _Reference:
    asked = frozenset(content_stems(plain_text(question)))
    text = plain_text(reference)
    stems = content_stems(text)
    words = tokens(text)
    return _Reference(
        weights=tuple(
            (root, min(len(root), _WEIGHTIEST_WORD) * (0.5 if root in asked else 1.0))
            for root in dict.fromkeys(stems)
        ),
        asked=asked,
        pairs=frozenset(itertools.pairwise(stems)),
        grams=character_grams(text, size),
        stance=words[0] if words and words[0] in {"yes", "no"} else "",
    )


def agreement(question: str, reference: str, answer: str, language: Language) -> float:
    """Return how far an answer agrees with a reference, 0-1.

    A weighted mean of saturating shares: the reference's words and character n-grams that occur, words in
    the same order, the cosine of n-grams, words that are not the question's, and the stance where the
    reference takes one. Spans that talk to the judge are dropped first.

    Args:
        question: The question; its words count half and alone show nothing.
        reference: The model answer.
        answer: The raw answer.
        language: Decides the length of the n-grams.
    """
    part = spoken_part(answer)
    text = " ".join(part.sentences)
    stems = content_stems(text)
    spoken = set(stems)
    size = _GRAM_SIZE[language]
    wanted = _prepared(question, reference, size)
    own = spoken - wanted.asked
    if not own or not wanted.weights:
        return 0.0
    grams = character_grams(text, size)
    words = _share_of_words(wanted, spoken)
    value = (
        _WORDS * math.sqrt(words)
        + _GRAMS * len(grams.keys() & wanted.grams.keys()) / max(1, len(wanted.grams))
        + _PAIRS * _share_of_pairs(wanted, stems)
        + _NEARNESS * cosine(grams, wanted.grams)
        + _SUBSTANCE * min(1.0, len(tokens(text)) / _WHOLE_ANSWER)
        + _OWN_WORDS * len(own) / len(spoken)
        + _STANCE * _same_stance(wanted.stance, text)
    )
    # Words that are merely there must not pay: a text about something else agrees with nothing.
    topical = min(1.0, 10.0 * words)
    return min(1.0, value * topical * (_INJECTION_FACTOR if part.injected else 1.0))


def _share_of_words(wanted: _Reference, spoken: set[str]) -> float:
    found = [
        weight * (1.0 if root in spoken else max(kinship(root, other) for other in spoken))
        for root, weight in wanted.weights
    ]
    return math.fsum(found) / math.fsum(weight for _, weight in wanted.weights)


def _share_of_pairs(wanted: _Reference, stems: list[str]) -> float:
    pairs = set(itertools.pairwise(stems))
    return len(pairs & wanted.pairs) / len(wanted.pairs) if wanted.pairs else 0.0


def _same_stance(stance: str, text: str) -> float:
    if not stance:
        return 1.0
    opening = tokens(text)[:_OPENING]
    denies = "no" in opening[:2] or any(word in {"not", "cannot"} or word.endswith("n't") for word in opening)
    return 1.0 if denies == (stance == "no") else 0.0
