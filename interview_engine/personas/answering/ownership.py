"""Who may say which of a question's written sentences: dealt so that no two candidates hold the same one."""

from __future__ import annotations

import functools
import re

from interview_engine.personas.chance import keyed_number
from interview_engine.vocabulary import Language

# A sentence that leans on the one before it is only dealt together with it.
_LEANS = {
    Language.KO: re.compile(
        r"(?:그|이)(?:때|를|런|렇게|래서|래도|러나|러자|분| (?!직무|질문|회사|일을))"
        r"|하지만|다만|또|반면|대신|따라서|결국|덕분|나아가|여기에|거기|이후"
    ),
    Language.EN: re.compile(
        r"(?:That|Those|This|These|It|They|Still|But|However|So|Then|Even so|Yet|The same|Such|Both|Instead"
        r"|Since then|After that)\b"
    ),
}

Slot = tuple[int, int]
"""A point's number and the number of its wording."""


@functools.lru_cache(maxsize=2048)
def owned_wordings(
    question: str, wordings: tuple[tuple[str, ...], ...], language: Language, lane: int, lanes: int
) -> tuple[tuple[int, int], ...]:
    """Return which wordings one candidate may say, as pairs of a point's and a wording's number.

    Args:
        question: The question; turns the deal, so that no lane is always dealt first.
        wordings: The written sentences of each key point.
        language: The language of the sentences.
        lane: Which candidate, from 0.
        lanes: How many candidates the sentences are dealt to.
    """
    hands: list[list[Slot]] = [[] for _ in range(lanes)]
    turn = keyed_number(question, "deal") % lanes
    for run in sorted(_runs(wordings, language), key=lambda run: (-len(run), run)):
        points = {point for point, _ in run}

        def cost(lane: int, points: set[int] = points) -> tuple[int, int, int]:
            held = {point for point, _ in hands[lane]}
            return len(held & points), len(hands[lane]), (lane - turn) % lanes

        hands[min(range(lanes), key=cost)].extend(run)
    chosen: dict[int, int] = {}
    for point, wording in hands[lane % lanes]:
        chosen.setdefault(point, wording)
    return tuple(sorted(chosen.items()))


def _runs(wordings: tuple[tuple[str, ...], ...], language: Language) -> list[tuple[Slot, ...]]:
    """Return the sentences in runs that have to stay together."""
    found: list[list[Slot]] = []
    for column in range(max((len(row) for row in wordings), default=0)):
        before = False
        for point, row in enumerate(wordings):
            if column >= len(row):
                before = False
                continue
            if before and leans(row[column], language):
                found[-1].append((point, column))
            else:
                found.append([(point, column)])
            before = True
    return [tuple(run) for run in found]


def leans(sentence: str, language: Language) -> bool:
    """Return whether a sentence only makes sense after the one before it."""
    return _LEANS[language].match(sentence) is not None
