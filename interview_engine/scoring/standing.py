"""Ranks from strengths: ties by nearness to a group's leader, intervals from differences of strengths."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_engine.scoring.bradley_terry import Posterior

TIE_MARGIN = 0.01
"""Logits within which a candidate shares the rank of the group's leader: a quarter of a point of total."""
CONFIDENCE = 1.2816
"""Standard deviations beyond which one is clearly ahead: the two-sided 80 % quantile of the normal."""
_CLEARLY = TIE_MARGIN + 1e-9
"""Strengths are rounded, but their differences are not: the margin itself must not count as beyond it."""


class Standing(NamedTuple):
    """One competitor's rank and the ranks that the evidence still allows, all counted from 1."""

    rank: int
    best: int
    worst: int


def standings(strengths: Sequence[float], posterior: Posterior) -> tuple[Standing, ...]:
    """Rank rounded strengths, with ties and intervals.

    Going down from the strongest, a candidate joins the group above while within `TIE_MARGIN` of that
    group's *leader* (not of its last member, so that ties can't chain). A rank is possible while not
    enough rivals are *clearly* ahead or behind: further than `TIE_MARGIN` and than `CONFIDENCE`
    standard deviations of the difference of the two strengths.

    Args:
        strengths: Rounded strengths by index, logits.
        posterior: The covariance, by the same index.

    Returns:
        The standings by the same index; always best <= rank <= worst.
    """
    size = len(strengths)
    order = sorted(range(size), key=strengths.__getitem__, reverse=True)
    ranks, ahead, behind = [0] * size, [0] * size, [0] * size
    deviation = posterior.deviation_of_difference
    leader, rank = math.inf, 0
    for place, index in enumerate(order):
        strength = strengths[index]
        if leader - strength > _CLEARLY:
            leader, rank = strength, place + 1
        ranks[index] = rank
        for upper in order[:place]:
            gap = strengths[upper] - strength
            if gap > _CLEARLY and gap > CONFIDENCE * deviation(upper, index):
                ahead[index] += 1
                behind[upper] += 1
    return tuple([Standing(ranks[index], 1 + ahead[index], size - behind[index]) for index in range(size)])
