"""How much an answer of a given quality tells: the one place that turns 0-100 into content."""

from __future__ import annotations

import attrs

# From no key point at the first quality to every key point at the second.
_FIRST_POINT, _ALL_POINTS = 16, 88


@attrs.frozen(kw_only=True)
class Depth:
    """What an answer of one quality contains.

    Attributes:
        hesitates: Starts unsurely.
        opens: Starts with a considered opening.
        situation: Tells where a story began.
        task: Tells what this person had to do.
        actions: How many of the story's actions it tells.
        figures: Tells the result with figures; otherwise vaguely.
        reasoning: Tells the alternative that was weighed.
        lesson: Tells what stayed.
        closes: Ends with a closing.
        principle: Names the principle behind it.
        vague: How many empty statements it makes.
        drifts: Leaves the question at the end.
    """

    hesitates: bool
    opens: bool
    situation: bool
    task: bool
    actions: int
    figures: bool
    reasoning: bool
    lesson: bool
    closes: bool
    principle: bool
    vague: int
    drifts: bool


def depth_of(quality: int) -> Depth:
    """Return what an answer of this quality contains.

    Args:
        quality: 0-100.
    """
    return Depth(
        hesitates=quality < 36,
        opens=quality >= 55,
        situation=quality >= 18,
        task=quality >= 60,
        actions=sum(quality >= floor for floor in (26, 54, 78)),
        figures=quality >= 45,
        reasoning=quality >= 66,
        lesson=quality >= 58,
        closes=quality >= 74,
        principle=quality >= 70,
        vague=sum(quality < floor for floor in (50, 36)),
        drifts=quality < 20,
    )


def points_covered(quality: int, points: int) -> int:
    """Return how many of a question's key points an answer covers; never fewer at higher quality.

    Args:
        quality: 0-100.
        points: How many key points the question has.
    """
    share = min(1.0, max(0.0, (quality - _FIRST_POINT) / (_ALL_POINTS - _FIRST_POINT)))
    return int(points * share + 0.5)
