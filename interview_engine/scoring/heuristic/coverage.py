"""Which of a question's key points an answer covers, and where."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import attrs

from interview_engine.scoring.heuristic.wording import content_stems, kinship
from interview_engine.scoring.plain_text import plain_text

if TYPE_CHECKING:
    from collections.abc import Sequence

_NOTHING, _EVERYTHING = 0.08, 0.48
"""Share of a key point's words where credit starts and where it is full: nobody repeats a phrase whole."""
_ASKED_WEIGHT = 0.45
"""Weight of a word that the question itself contains: saying it again shows little."""
_SHARED_WEIGHT = 0.6
"""Weight of a word that several key points contain."""
COVERED = 0.5
"""Degree from which a key point counts as covered."""


@attrs.frozen(kw_only=True)
class Outline:
    """A question's key points, each as weighted stems, and the question's own stems."""

    points: tuple[tuple[tuple[str, float], ...], ...]
    asked: frozenset[str]


@attrs.frozen(kw_only=True)
class Coverage:
    """How far each key point is covered, 0-1, and the sentence that covers it best (-1: none)."""

    degrees: tuple[float, ...]
    places: tuple[int, ...]

    @property
    def mean(self) -> float:
        """Mean degree over the key points, 0-1; 0.0 when there are none."""
        return sum(self.degrees) / len(self.degrees) if self.degrees else 0.0


@functools.lru_cache(maxsize=512)
def outline(question: str, key_points: tuple[str, ...]) -> Outline:
    """Prepare a question and its key points; pure, so it is remembered."""
    asked = frozenset(content_stems(plain_text(question)))
    stems = [tuple(dict.fromkeys(content_stems(plain_text(point)))) for point in key_points]
    points = []
    for place, mine in enumerate(stems):
        others = {root for index, roots in enumerate(stems) if index != place for root in roots}
        points.append(
            tuple(
                (
                    root,
                    (_ASKED_WEIGHT if root in asked else 1.0) * (_SHARED_WEIGHT if root in others else 1.0),
                )
                for root in mine
            )
        )
    return Outline(points=tuple(points), asked=asked)


def cover(plan: Outline, sentences: Sequence[frozenset[str]]) -> Coverage:
    """Find each key point in one sentence or in two that follow each other.

    Words scattered over a whole answer don't add up to a point; they must stand together.

    Args:
        plan: The prepared key points.
        sentences: The stems of each sentence that may earn credit.
    """
    degrees, places = [], []
    for point in plan.points:
        hits = [_hits(point, stems) for stems in sentences]
        weight = sum(share for _, share in point)
        best, place = 0.0, -1
        for index, here in enumerate(hits):
            after = hits[index + 1] if index + 1 < len(hits) else None
            alone = sum(here)
            # Two sentences together count a little less than one that says it all.
            joined = 0.9 * sum(map(max, here, after)) if after is not None else 0.0
            found = max(alone, joined)
            if found > best + 1e-12:
                best = found
                place = index if after is None or alone >= sum(after) else index + 1
        share = best / weight if weight else 0.0
        degrees.append(min(1.0, max(0.0, (share - _NOTHING) / (_EVERYTHING - _NOTHING))))
        places.append(place)
    return Coverage(degrees=tuple(degrees), places=tuple(places))


def _hits(point: tuple[tuple[str, float], ...], stems: frozenset[str]) -> list[float]:
    return [weight * _closest(root, stems) for root, weight in point]


def _closest(root: str, stems: frozenset[str]) -> float:
    if root in stems:
        return 1.0
    initial = root[0]
    # Forms of one word share their first syllable or letter; a compound contains its part.
    return max((kinship(root, other) for other in stems if other[0] == initial or root in other), default=0.0)
