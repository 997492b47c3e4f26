"""How far a short factual answer agrees with a reference answer.

Four saturating shares, each explainable by pointing at words. Measured on graded answers and left out,
because under cross-validation each added less than 0.002 or only rewarded length: cosines of n-grams, word
pairs and skip-pairs, a table of synonyms, antonyms swapped against the reference, matching numbers, counting
the items that a question asks for, the best half of a list's points, precision on its own, connectives such
as "because", hedges, and tolerance for misspellings beyond what n-grams give. The penalty for the opposite
stance hardly moves the figures either; it stays because the opposite of a right answer is wrong.
"""

from __future__ import annotations

import functools
import math
from typing import TYPE_CHECKING

import attrs
from rapidfuzz.distance import LCSseq

from interview_engine.scoring.heuristic.hostile import spoken_part
from interview_engine.scoring.heuristic.points import points_of, share_of_points
from interview_engine.scoring.heuristic.wording import character_grams, content_stems, tokens
from interview_engine.scoring.plain_text import plain_text
from interview_engine.vocabulary import Language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_engine.scoring.heuristic.points import Point

# Fitted by pairwise logistic regression over the questions of a graded set, then rounded;
# benchmarks/scoring/graded_answers.py fits them again without each fold and scores that fold.
WEIGHTS = (0.35, 0.26, 0.23, 0.16)
"""Weights of grams, points, order and substance; they add up to 1."""
_GRAM_SIZE = {Language.KO: 2, Language.EN: 4}
_ORDER_BETA = 2.0
_WHOLE_ANSWER = 8
"""Tokens from which an answer is more than a shrug; there is no reward above."""
_TOPICAL = 0.1
"""Share of the points from which an answer is about the subject."""
_OPENING = 25
"""Tokens at the start in which an answer takes its stance."""
_OPPOSITE_STANCE, _INJECTED = 0.85, 0.8
_STRETCH = 0.7
"""Share of the square root: it changes no order but puts middling answers where the levels are cut."""


@attrs.frozen(kw_only=True)
class Shares:
    """What an answer has in common with a reference; every share is 0-1.

    Attributes:
        grams: F1 of the sets of character n-grams, the question's own left out: padding costs.
        points: The reference's clauses that are made in one sentence each.
        order: F2 of the longest common subsequence of content words, the question's own left out.
        substance: Saturating count of words.
        penalty: Factor for the opposite stance and for talking to the judge; 1 for neither.
    """

    grams: float
    points: float
    order: float
    substance: float
    penalty: float

    @property
    def value(self) -> float:
        """Agreement, 0-1."""
        mean = sum(
            weight * share
            for weight, share in zip(
                WEIGHTS, (self.grams, self.points, self.order, self.substance), strict=True
            )
        )
        agreed = min(1.0, mean * self.gate * self.penalty)
        return (1.0 - _STRETCH) * agreed + _STRETCH * math.sqrt(agreed)

    @property
    def gate(self) -> float:
        """How far the answer is about the subject at all: words that are merely there must not pay."""
        return min(1.0, self.points / _TOPICAL)


@attrs.frozen(kw_only=True)
class _Reference:
    """A reference answer, prepared."""

    asked: frozenset[str]
    asked_grams: frozenset[str]
    grams: frozenset[str]
    points: tuple[Point, ...]
    roots: tuple[str, ...]
    stance: str


@functools.lru_cache(maxsize=256)
def _prepared(question: str, reference: str, size: int) -> _Reference:
    asked_text, text = plain_text(question), plain_text(reference)
    asked = frozenset(content_stems(asked_text))
    asked_grams = frozenset(character_grams(asked_text, size))
    words = tokens(text)
    return _Reference(
        asked=asked,
        asked_grams=asked_grams,
        grams=frozenset(character_grams(text, size)) - asked_grams,
        points=points_of(reference, asked),
        roots=tuple(root for root in content_stems(text) if root not in asked),
        stance=words[0] if words and words[0] in {"yes", "no"} else "",
    )


def agreement(question: str, reference: str, answer: str, language: Language) -> float:
    """Return how far an answer agrees with a reference, 0-1.

    Args:
        question: The question; its words count little and alone show nothing.
        reference: The model answer.
        answer: The raw answer.
        language: Decides the length of the n-grams.
    """
    return shares(question, reference, answer, language).value


def shares(question: str, reference: str, answer: str, language: Language) -> Shares:
    """Return what an answer has in common with a reference.

    Spans that talk to the judge are dropped first.

    Args:
        question: The question; its words count little and alone show nothing.
        reference: The model answer.
        answer: The raw answer.
        language: Decides the length of the n-grams.
    """
    part = spoken_part(answer)
    size = _GRAM_SIZE[language]
    wanted = _prepared(question, reference, size)
    stems = [content_stems(sentence) for sentence in part.sentences]
    own = [root for sentence in stems for root in sentence if root not in wanted.asked]
    if not own:
        return Shares(grams=0.0, points=0.0, order=0.0, substance=0.0, penalty=1.0)
    text = " ".join(part.sentences)
    grams = character_grams(text, size).keys() - wanted.asked_grams
    words = tokens(text)
    penalty = _INJECTED if part.injected else 1.0
    return Shares(
        grams=_f_measure(len(grams & wanted.grams), len(grams), len(wanted.grams), 1.0),
        points=share_of_points(wanted.points, [frozenset(sentence) for sentence in stems]),
        order=_f_measure(_in_order(own, wanted.roots), len(own), len(wanted.roots), _ORDER_BETA),
        substance=min(1.0, len(words) / _WHOLE_ANSWER),
        penalty=penalty * (_OPPOSITE_STANCE if _contradicts(wanted.stance, words) else 1.0),
    )


def _f_measure(shared: int, spoken: int, wanted: int, beta: float) -> float:
    """Return van Rijsbergen's F, in which recall weighs beta times as much as precision.

    C. J. van Rijsbergen, Information Retrieval, 2nd ed., 1979, chapter 7.
    """
    return (1 + beta * beta) * shared / (beta * beta * wanted + spoken) if shared else 0.0


def _in_order(spoken: Sequence[str], wanted: Sequence[str]) -> int:
    # Numbers instead of words: the comparison hashes its items, and a word's hash changes with each process.
    number = {root: index for index, root in enumerate(dict.fromkeys(wanted))}
    return LCSseq.similarity(
        [number.get(root, len(number)) for root in spoken], [number[root] for root in wanted]
    )


def _contradicts(stance: str, words: Sequence[str]) -> bool:
    if not stance:
        return False
    opening = words[:_OPENING]
    denies = "no" in opening[:2] or any(word in {"not", "cannot"} or word.endswith("n't") for word in opening)
    return denies != (stance == "no")
