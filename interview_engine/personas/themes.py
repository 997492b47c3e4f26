"""What a key point is about, in broad themes, read from its words in either language."""

from __future__ import annotations

import enum
import functools
import re
from collections.abc import Mapping

import attrs

from interview_engine.personas.package_data import read_file
from interview_engine.vocabulary import Bilingual


class Theme(enum.Enum):
    """A kind of thing that candidates have done somewhere and that questions ask about."""

    AGREE = "agree"
    LISTEN = "listen"
    EXPLAIN = "explain"
    RECORD = "record"
    CAUSE = "cause"
    MEASURE = "measure"
    TRIAL = "trial"
    CRITERIA = "criteria"
    TRADEOFF = "tradeoff"
    ROLLBACK = "rollback"
    PREVENT = "prevent"
    USERS = "users"
    OWN = "own"
    CREDIT = "credit"
    LEARN = "learn"
    CHANGE = "change"
    ORIGIN = "origin"
    PLAN = "plan"
    HABIT = "habit"
    HONEST = "honest"
    RISK = "risk"
    DEADLINE = "deadline"
    LOAD = "load"
    CONSIST = "consist"
    DESIGN = "design"
    SCREEN = "screen"
    STATS = "stats"
    COMPANY = "company"
    DEBATE = "debate"


@attrs.frozen(kw_only=True)
class ThemeWords:
    """The words by which a theme is known: a regular expression for each language."""

    theme: Theme
    words: Bilingual


_Patterns = tuple[tuple[Theme, re.Pattern[str], re.Pattern[str]], ...]


@functools.cache
def _patterns() -> _Patterns:
    shipped = read_file("phrases/themes.json", tuple[ThemeWords, ...])
    return tuple(
        (entry.theme, re.compile(entry.words.ko, re.IGNORECASE), re.compile(entry.words.en, re.IGNORECASE))
        for entry in shipped
    )


@functools.lru_cache(maxsize=4096)
def themes_of(point: Bilingual) -> Mapping[Theme, int]:
    """Return how strongly a key point has each theme; themes without any of their words are left out.

    A theme counts when both languages show it: a word that means several things rarely does so in both.

    Args:
        point: The key point; when both languages are the same text, that text alone decides.
    """
    found: dict[Theme, int] = {}
    for theme, korean, english in _patterns():
        in_korean, in_english = len(korean.findall(point.ko)), len(english.findall(point.en))
        strength = max(in_korean, in_english) if point.ko == point.en else min(in_korean, in_english)
        if strength:
            found[theme] = strength
    return found
