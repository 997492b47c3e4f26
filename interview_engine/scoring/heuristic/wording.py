"""Words and n-grams of Korean and English without a dictionary: light stems, jamo prefixes, cosines."""

from __future__ import annotations

import functools
import math
import re
import unicodedata
from typing import TYPE_CHECKING

from interview_engine.scoring.heuristic.stop_words import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_TOKEN = re.compile(r"[가-힣]+|[a-z][a-z0-9+#]*(?:['’][a-z]+)?|\d+(?:[.,]\d+)*")

# Longest first: endings and particles that can follow a Korean stem of two syllables or more.
_KOREAN_TAILS = re.compile(
    r"(?:이라고|라고|이라는|라는|으로부터|에서는|에게서|으로서|으로써|로서|로써|까지|부터|"
    r"처럼|보다|에서|에게|한테|으로|이나|이랑"
    r"|하였습니다|했습니다|합니다|했으며|했고|하며|하고|하는|하기|하게|하여|해서|하지|"
    r"했던|했을|한다|하면|하려|하도록|했는데|한|할|해"
    r"|되었습니다|됐습니다|됩니다|되는|되어|되고|되면|되도록|된|될|돼"
    r"|시켰습니다|시키는|시킨|시켜|드렸습니다|드린|드려"
    r"|이었습니다|였습니다|었습니다|았습니다|습니다|입니다|이며|이고|인"
    r"|적인|적으로|들이|들을|들은|들과|들의|들"
    r"|은|는|이|가|을|를|에|의|도|만|로|과|와)$"
)
_ENGLISH_TAILS = (
    "ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ally", "edly",
    "ers", "er", "ies", "ied", "ed", "es", "ly", "al", "s", "e", "y",
)  # fmt: skip
_PARTICLES = frozenset("은는이가을를에의도만로과와")
_SHORTEST_HANGUL_STEM = 2
_SHORTEST_LATIN_STEM = 3


def tokens(text: str) -> list[str]:
    """Return the lower-cased words and numbers of a folded text, in order."""
    return _TOKEN.findall(text.lower())


@functools.lru_cache(maxsize=16384)
def stem(token: str) -> str:
    """Return a token without its likely ending: crude, the same for every text, and enough for overlap."""
    if "가" <= token[0] <= "힣":
        for _ in range(2):
            shorter = _KOREAN_TAILS.sub("", token)
            if len(shorter) < _SHORTEST_HANGUL_STEM:
                return token.removesuffix("습니다") or token
            if shorter == token:
                break
            token = shorter
        return token
    token = re.sub(r"['’].*$", "", token)
    for tail in _ENGLISH_TAILS:
        if token.endswith(tail) and len(token) - len(tail) >= _SHORTEST_LATIN_STEM:
            token = token[: -len(tail)]
            break
    return token


def content_stems(text: str) -> list[str]:
    """Return the stems of a text's content words, in order, repeats kept."""
    found = []
    for token in tokens(text):
        if token in STOP_WORDS:
            continue
        root = stem(token)
        if root not in STOP_WORDS:
            found.append(root)
    return found


@functools.lru_cache(maxsize=16384)
def jamo(text: str) -> str:
    """Return Hangul as single letters, so that 줄인 and 줄였다 share a beginning."""
    return unicodedata.normalize("NFD", text)


def common_prefix(one: str, other: str) -> int:
    """Return how many letters two words share from the start."""
    length = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        length += 1
    return length


@functools.lru_cache(maxsize=32768)
def kinship(wanted: str, spoken: str) -> float:
    """Return how surely two stems are one word, 0-1: 1 the same, 0.8 one word's forms, 0 unrelated."""
    if wanted == spoken:
        return 1.0
    if "가" <= wanted[0] <= "힣":
        if len(wanted) == 1:
            return 0.9 if len(spoken) == 2 and spoken[0] == wanted and spoken[1] in _PARTICLES else 0.0
        if wanted in spoken:
            return 0.9
        letters, other = jamo(wanted), jamo(spoken)
        shared = common_prefix(letters, other)
        return 0.8 if shared >= 5 and shared >= 0.62 * max(len(letters), min(len(other), 8)) else 0.0
    shared = common_prefix(wanted, spoken)
    return 0.8 if shared >= 4 and shared >= 0.7 * max(len(wanted), len(spoken)) else 0.0


def character_grams(text: str, size: int) -> dict[str, int]:
    """Count the n-grams of a text's words, each word padded by one space."""
    padded = f" {' '.join(tokens(text))} "
    grams: dict[str, int] = {}
    for start in range(len(padded) - size + 1):
        gram = padded[start : start + size]
        grams[gram] = grams.get(gram, 0) + 1
    return grams


def cosine(one: Mapping[str, int], other: Mapping[str, int]) -> float:
    """Return the cosine of two counts with sublinear weights 1 + ln(count), 0-1."""
    if not one or not other:
        return 0.0
    if len(one) > len(other):
        one, other = other, one
    product = math.fsum(
        _dampened(count) * _dampened(other[gram]) for gram, count in one.items() if gram in other
    )
    return min(1.0, product / math.sqrt(_squares(one.values()) * _squares(other.values())))


def _squares(counts: Iterable[int]) -> float:
    return math.fsum(_dampened(count) ** 2 for count in counts)


def _dampened(count: int) -> float:
    return 1.0 if count == 1 else 1.0 + math.log(count)
