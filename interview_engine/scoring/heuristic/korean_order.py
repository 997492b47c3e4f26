"""Does Korean stand in the order in which it is spoken? Told by the endings of neighbouring words."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"[가-힣A-Za-z0-9%]+")
# The first ending that fits decides; words without any are the last class but one.
_ENDINGS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:니다|니까|[어아해예에네세지]요|다|죠)$",
        r"[가-힣][을를]$",
        r"[가-힣][은는도]$",
        r"[가-힣][이가]$",
        r"(?:에서|에게|에|으로|로|까지|부터|보다|처럼|만에|마다)$",
        r"[가-힣]의$",
        r"(?:[고며서면자]|지만|는데|니까|도록|려고|게|아|어|여|해|와|과)$",
        r"(?:[한된던운은린른큰인]|할|될|을|진|난|간|긴|온|본|준|둔|낸|든)$",
    )
)
_BARE, _END = len(_ENDINGS), len(_ENDINGS) + 1
_START = -1
# ln(P(pair | spoken) / P(pair | the same words shuffled)), counted over the spoken sentences of the bank.
# Rows: predicate, object, topic, subject, place, of, connective, modifier, bare, start of a sentence.
# Columns: the same without the start, and the end of a sentence last.
_LIKELIER = (
    (-1.0, -0.4, 0.2, 0.4, -0.3, 0.7, 0.0, 0.8, 0.3, 0.0),
    (0.6, -2.2, -0.2, -1.4, -0.1, -0.8, 0.5, -0.2, 0.1, -1.9),
    (-1.2, 0.7, -0.1, 0.5, 0.2, 0.4, -0.6, -0.3, -0.1, -1.8),
    (-0.2, -0.4, 0.1, -1.3, -0.2, -0.6, 0.2, 0.3, 0.2, -1.4),
    (0.3, -0.4, 0.0, -0.3, -0.6, -0.9, 0.4, 0.2, 0.0, -1.5),
    (-0.9, 1.1, -0.2, 0.6, 0.4, -1.3, -0.7, -0.4, -0.3, -0.1),
    (0.5, -0.2, 0.0, -0.1, -0.4, -0.1, -0.1, 0.2, 0.0, -2.1),
    (-1.4, 0.6, 0.0, 0.5, 0.4, 0.7, -1.1, -1.2, 0.0, -1.2),
    (-0.1, 0.1, 0.1, -0.0, 0.2, 0.3, 0.1, -0.1, -0.2, -2.8),
    (-1.0, -0.4, -0.0, 0.4, -0.3, 0.3, -1.0, 0.5, 0.2, 0.0),
)
_UNSURE = 15
"""Pairs that are added as neutral ones: the fewer are seen, the nearer to 0."""
_ENOUGH_TO_TELL = 21
"""Pairs below which no text is called shuffled: there one unlucky pair outweighs the others."""


def natural_order(sentences: Sequence[str]) -> float:
    """Return how much likelier the order of words is spoken than shuffled, in nats for each pair of words.

    Spoken texts lie above 0, shuffled ones below; short texts near 0, and never below.

    Args:
        sentences: Folded Korean sentences.
    """
    pairs = 0
    likelier = 0.0
    for sentence in sentences:
        before = _START
        for place in (*map(_ending, _WORD.findall(sentence)), _END):
            likelier += _LIKELIER[before][place]
            pairs += 1
            before = place
    if pairs < _ENOUGH_TO_TELL:
        likelier = max(likelier, 0.0)
    return likelier / (pairs + _UNSURE)


@functools.lru_cache(maxsize=16384)
def _ending(word: str) -> int:
    return next((place for place, pattern in enumerate(_ENDINGS) if pattern.search(word)), _BARE)
