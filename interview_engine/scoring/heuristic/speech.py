"""Do the words form speech? A bag of key words has a good answer's vocabulary, but no clauses or order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from interview_engine.scoring.heuristic.lexicon import FINITE
from interview_engine.scoring.heuristic.stop_words import STOP_WORDS
from interview_engine.scoring.heuristic.wording import tokens
from interview_engine.vocabulary import Language

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_TOKENS_PER_CLAUSE = {Language.KO: 16.0, Language.EN: 9.0}
"""Tokens for which natural speech has at least one sign of a clause."""
_NATURAL_GLUE = 0.3
"""Share of function words from which English counts as connected."""
_CLAUSES = re.compile(r"[.!?,;:…]+")
_ENOUGH_TO_TELL = 3
"""Chances to break the order below which nothing can be said."""
_ENGLISH_DETERMINERS = frozenset(["the", "a", "an", "my", "our", "your", "their", "its", "his", "her"])
_AFTER_DETERMINER = frozenset(["own", "other", "most", "same", "very", "more", "few", "only"])
_KOREAN_OBJECT = re.compile(r"[가-힣][을를]$")
# After an object comes what is done with it, hardly another object or a subject.
_KOREAN_OUT_OF_PLACE = re.compile(r"[가-힣][을를]$|[가-힣]{2,}[이가]$|^(?:저는|제가)$")
_DENSITY_SAMPLE = 8
"""Content words from which the share of borrowed ones means something."""


def fluency(text: str, language: Language) -> float:
    """Return how far a text consists of clauses, 0-1.

    Args:
        text: Folded text.
        language: Decides what shows a clause: predicates in Korean, subjects and auxiliaries in English.
    """
    words = tokens(text)
    if not words:
        return 0.0
    clauses = len(FINITE[language].findall(text.lower()))
    fluent = min(1.0, clauses * _TOKENS_PER_CLAUSE[language] / len(words))
    if language is Language.EN:
        glue = sum(word in STOP_WORDS for word in words) / len(words)
        fluent *= min(1.0, glue / _NATURAL_GLUE)
    return fluent


def disorder(text: str, language: Language) -> float:
    """Return how often words stand where grammar doesn't put them, 0-1.

    English: an article or possessive that no content word follows (natural texts 1 %, shuffled ones 48 %).
    Korean: an object that another object or a subject follows (3 % against 18 %).
    """
    chances = broken = 0
    for clause in _CLAUSES.split(text.lower()):
        words = tokens(clause)
        for place, word in enumerate(words):
            after = words[place + 1] if place + 1 < len(words) else ""
            if language is Language.EN:
                opens = word in _ENGLISH_DETERMINERS
                wrong = not after or (after in STOP_WORDS and after not in _AFTER_DETERMINER)
            else:
                opens = _KOREAN_OBJECT.search(word) is not None
                wrong = not after or _KOREAN_OUT_OF_PLACE.search(after) is not None
            chances += opens
            broken += opens and wrong
    return broken / chances if chances >= _ENOUGH_TO_TELL else 0.0


def borrowed(stems: Sequence[str], wanted: Iterable[str]) -> float:
    """Return the share of an answer's content words that come from the question and its key points, 0-1.

    People answer in their own words (spoken answers of the bank: 20 %, hardly ever above 45 %).
    """
    if len(stems) < _DENSITY_SAMPLE:
        return 0.0
    known = frozenset(wanted)
    return sum(root in known for root in stems) / len(stems)
