"""Running sums of the evidence: a board costs the same after the first answer and after the thousandth.

Everything is summed in whole numbers or halves, which add up exactly in any order.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable

from interview_engine.ids import SeatId
from interview_engine.scoring.comparison import Duel, Verdict
from interview_engine.scoring.evaluation import AnswerScore
from interview_engine.scoring.rubric import Criterion
from interview_engine.values import value

_NONE = (0.0,) * len(Criterion)
_NOT_ONCE = (0,) * len(Criterion)


@value(kw_only=True)
class RunningTotal:
    """One candidate's scored answers, summed.

    Attributes:
        seat_id: The candidate.
        answers: Answers that have a total.
        hundredths: Sum of their totals, in hundredths of a point.
        level_sums: Sum of the median levels per criterion, multiples of one half.
        level_counts: How many answers have a level, per criterion.
        provisional: Answers whose evidence is incomplete.
    """

    seat_id: SeatId
    answers: int = 0
    hundredths: int = 0
    level_sums: tuple[float, ...] = _NONE
    level_counts: tuple[int, ...] = _NOT_ONCE
    provisional: int = 0

    def with_score(self, score: AnswerScore) -> RunningTotal:
        """Return the sums with one more answer."""
        sums, counts = self.level_sums, self.level_counts
        if score.levels:
            sums = tuple(map(float.__add__, sums, score.levels))
            counts = tuple([n + (level > 0.0) for n, level in zip(counts, score.levels, strict=True)])
        known = score.total is not None
        return RunningTotal(
            seat_id=self.seat_id,
            answers=self.answers + known,
            hundredths=self.hundredths + (round(score.total * 100) if score.total is not None else 0),
            level_sums=sums,
            level_counts=counts,
            provisional=self.provisional + score.provisional,
        )

    @property
    def mean(self) -> float | None:
        """Mean total, 0-100; None while nothing is scored."""
        return self.hundredths / self.answers / 100.0 if self.answers else None

    @property
    def mean_levels(self) -> tuple[float, ...]:
        """Mean level per criterion in `Criterion` order, two decimals; 0.0 where unknown."""
        return _mean_levels(self.level_sums, self.level_counts)


@functools.lru_cache(maxsize=1024)
def _mean_levels(sums: tuple[float, ...], counts: tuple[int, ...]) -> tuple[float, ...]:
    """Remembered, because most candidates' levels are the same on the next board."""
    return tuple([round(sums[place] / count, 2) if count else 0.0 for place, count in enumerate(counts)])


@value(kw_only=True)
class PairCount:
    """All duels of two candidates, counted.

    Attributes:
        first, second: The candidates, the smaller id first.
        games: How many duels.
        half_wins: Twice the wins of `first`; a tie is half a win for each.
    """

    first: SeatId
    second: SeatId
    games: int
    half_wins: int


def running_total(seat_id: SeatId, scores: Iterable[AnswerScore]) -> RunningTotal:
    """Return the sums of a candidate's scores, which may come in any order."""
    total = RunningTotal(seat_id=seat_id)
    for score in scores:
        total = total.with_score(score)
    return total


_HALF_WINS = {Verdict.FIRST: 2, Verdict.TIE: 1, Verdict.SECOND: 0}


def with_duel(counts: tuple[PairCount, ...], duel: Duel) -> tuple[PairCount, ...]:
    """Return the counts with one more duel; one against oneself doesn't count.

    Args:
        counts: At most one entry a pair, sorted by its candidates.
        duel: The agreed verdict.
    """
    if duel.first == duel.second:
        return counts
    first, second, gained = _oriented(duel)
    for place, count in enumerate(counts):
        if count.first == first and count.second == second:
            more = PairCount(
                first=first, second=second, games=count.games + 1, half_wins=count.half_wins + gained
            )
            return (*counts[:place], more, *counts[place + 1 :])
    fresh = PairCount(first=first, second=second, games=1, half_wins=gained)
    return tuple(sorted((*counts, fresh), key=lambda count: (count.first, count.second)))


def pair_counts(duels: Iterable[Duel]) -> tuple[PairCount, ...]:
    """Return the counts of duels, which may come in any order."""
    found: dict[tuple[SeatId, SeatId], list[int]] = {}
    for duel in duels:
        if duel.first != duel.second:
            first, second, gained = _oriented(duel)
            found.setdefault((first, second), []).append(gained)
    return tuple(
        PairCount(first=first, second=second, games=len(gains), half_wins=sum(gains))
        for (first, second), gains in sorted(found.items())
    )


def _oriented(duel: Duel) -> tuple[SeatId, SeatId, int]:
    """Return a duel's candidates, the smaller id first, and twice what the first of them won."""
    gained = _HALF_WINS[duel.verdict]
    if duel.first < duel.second:
        return duel.first, duel.second, gained
    return duel.second, duel.first, 2 - gained
