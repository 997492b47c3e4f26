"""A reference answer as points, one for each clause, and how many of them an answer makes."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

import attrs

from interview_engine.scoring.heuristic.generic_words import GENERIC_STEMS
from interview_engine.scoring.heuristic.wording import content_stems, kinship
from interview_engine.scoring.plain_text import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_CLAUSE_ENDS = re.compile(
    r"(?<=[.!?;:])\s+|(?<=니다)\s+|[\n\r]+|;|\s+[-–•●○▪·→]\s+|\b[ivx]{1,4}\)|(?:^|\s)\d{1,2}[.)]\s*(?=[^\W\d])"
    r"|,\s+(?=(?:but|which|while|whereas|so|because|as|since|when|if|and)\b)|(?<=[고며만서]),\s+"
)
_LIGHTEST, _HEAVIEST = 4, 8
"""Letters between which a longer word weighs more: long words are rarer, a stand-in for a frequency list."""
_LETTERS_OF_A_SYLLABLE = 2
_GENERIC_WEIGHT = 0.4
"""Weight of a word that fits any answer; 0.3-0.5 measured alike, 0 and 1 worse."""
_ASKED_WEIGHT = 0.5
"""Weight of a word that the question itself contains: saying it again shows little."""


@attrs.frozen(kw_only=True)
class Point:
    """One clause of a reference as weighted stems."""

    roots: tuple[tuple[str, float], ...]

    @property
    def weight(self) -> float:
        """Weight of all its words."""
        return math.fsum(weight for _, weight in self.roots)


def points_of(reference: str, asked: frozenset[str]) -> tuple[Point, ...]:
    """Cut a reference into points.

    Args:
        reference: The model answer with its line breaks, which part the items of a list.
        asked: The stems of the question.

    Returns:
        The clauses with content words, in order.
    """
    points = []
    for clause in _CLAUSE_ENDS.split(reference):
        roots = dict.fromkeys(content_stems(plain_text(clause or "")))
        if roots:
            points.append(Point(roots=tuple((root, _weight(root, asked)) for root in roots)))
    return tuple(points)


def share_of_points(points: Sequence[Point], sentences: Sequence[frozenset[str]]) -> float:
    """Return how far an answer makes a reference's points, 0-1.

    Each point is looked for in single sentences, because its words must stand together; a point counts by
    the square root of its weight, so that one long clause doesn't drown a list.

    Args:
        points: The reference's points.
        sentences: The stems of each sentence of the answer.
    """
    spoken = frozenset(root for sentence in sentences for root in sentence)
    relatives = {
        root: _relatives(root, spoken) for root in dict.fromkeys(root for p in points for root, _ in p.roots)
    }
    made = total = 0.0
    for point in points:
        best = max(
            (
                math.fsum(weight * _found(relatives[root], sentence) for root, weight in point.roots)
                for sentence in sentences
            ),
            default=0.0,
        )
        importance = math.sqrt(point.weight)
        made += importance * best / point.weight
        total += importance
    return made / total if total else 0.0


def _weight(root: str, asked: frozenset[str]) -> float:
    letters = len(root) * (_LETTERS_OF_A_SYLLABLE if "가" <= root[0] <= "힣" else 1)
    return (
        min(max(letters, _LIGHTEST), _HEAVIEST)
        * (_GENERIC_WEIGHT if root in GENERIC_STEMS else 1.0)
        * (_ASKED_WEIGHT if root in asked else 1.0)
    )


def _relatives(root: str, spoken: Iterable[str]) -> list[tuple[float, str]]:
    """Return the spoken stems that are this word or a form of it, the surest first."""
    initial = root[0]
    # Forms of one word share their first syllable or letter; a compound contains its part.
    near = [other for other in spoken if other[0] == initial or root in other]
    return sorted(((sure, other) for other in near if (sure := kinship(root, other)) > 0.0), reverse=True)


def _found(relatives: list[tuple[float, str]], sentence: frozenset[str]) -> float:
    for sure, other in relatives:
        if other in sentence:
            return sure
    return 0.0
