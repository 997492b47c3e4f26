"""From a panel's evidence to one score: medians per criterion, weighted; what is missing stays missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_engine.scoring.evaluation import AnswerScore, Evaluation
from interview_engine.scoring.rubric import Criterion, Level
from interview_engine.scoring.weights import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_engine.ids import JudgeId, SeatId, TurnId
    from interview_engine.vocabulary import QuestionKind

LENGTH_FLOOR = 40
"""Characters from which length no longer matters; below it a total is capped in proportion."""

_CRITERIA = tuple(Criterion)


def score_answer(
    turn_id: TurnId,
    seat_id: SeatId,
    kind: QuestionKind,
    evaluations: tuple[Evaluation, ...],
    expected_judges: int,
    answer_length: int,
) -> AnswerScore:
    """Aggregate a panel's verified evaluations of one answer.

    Per criterion the median over the judges who have evidence for it counts; the medians are weighted
    by the kind of question. Weights of missing criteria are spread over the others, so that missing
    evidence neither costs nor earns anything, and the score is marked provisional.

    Args:
        turn_id: The answer; evaluations of other turns are ignored.
        seat_id: Whose answer it is.
        kind: What the question is for.
        evaluations: Verified evaluations in any order; of one judge's several the first counts.
        expected_judges: How many opinions the panel will give in the end.
        answer_length: Characters of the answer; only lengths below `LENGTH_FLOOR` matter.

    Returns:
        The score; its total is None while there is no valid evidence at all.
    """
    opinions = _one_per_judge(turn_id, evaluations)
    levels = [_levels(opinion) for opinion in opinions]
    weights = WEIGHTS[kind]
    medians = levels[0] if len(levels) == 1 else _medians(levels)
    total = _total(medians, weights)
    if total is None:
        return AnswerScore(turn_id=turn_id, seat_id=seat_id, total=None, provisional=True)
    ceiling = 100.0 * max(0, min(answer_length, LENGTH_FLOOR)) / LENGTH_FLOOR
    totals = [_total(own, weights) or 0.0 for own in levels] if len(levels) > 1 else [0.0]
    return AnswerScore(
        turn_id=turn_id,
        seat_id=seat_id,
        total=round(min(total, ceiling), 2),
        levels=tuple(medians),
        spread=round(max(totals) - min(totals), 2),
        judges=len(opinions),
        provisional=len(opinions) < expected_judges or 0.0 in medians,
    )


def floor_score(turn_id: TurnId, seat_id: SeatId) -> AnswerScore:
    """Return the explicit floor for a turn that was timed out, skipped or abandoned.

    Args:
        turn_id: The turn that brought no answer.
        seat_id: Whose turn it was.

    Returns:
        A final score of 0.0 with every criterion at level 1.
    """
    lowest = tuple(float(Level.FAR_BELOW) for _ in _CRITERIA)
    return AnswerScore(turn_id=turn_id, seat_id=seat_id, total=0.0, levels=lowest, floored=True)


def _one_per_judge(turn_id: TurnId, evaluations: tuple[Evaluation, ...]) -> tuple[Evaluation, ...]:
    by_judge: dict[JudgeId, Evaluation] = {}
    for evaluation in evaluations:
        if evaluation.turn_id == turn_id and evaluation.evidence:
            by_judge.setdefault(evaluation.judge_id, evaluation)
    return tuple(by_judge.values())


def _levels(opinion: Evaluation) -> list[float]:
    """Return one judge's levels in `Criterion` order, 0.0 where there is no evidence."""
    levels = [0.0] * len(_CRITERIA)
    for entry in opinion.evidence:
        # An index by identity: enums are slow to hash.
        levels[_CRITERIA.index(entry.criterion)] = float(entry.level)
    return levels


def _medians(levels: list[list[float]]) -> list[float]:
    """Return the median level per criterion over the judges who know one; 0.0 where nobody does."""
    columns = zip(*levels, strict=True) if levels else ((),) * len(_CRITERIA)
    return [_median([level for level in column if level]) for column in columns]


def _median(levels: list[float]) -> float:
    if not levels:
        return 0.0
    if len(levels) == 1:
        return levels[0]
    levels.sort()
    middle = len(levels) // 2
    return levels[middle] if len(levels) % 2 else (levels[middle - 1] + levels[middle]) / 2.0


def _total(levels: Sequence[float], weights: tuple[int, ...]) -> float | None:
    """Return the weighted total, 0-100, of the levels that are known; None without any."""
    # Levels are whole or half numbers and weights whole: the sums are exact in any order.
    known, gained = 0, 0.0
    for level, weight in zip(levels, weights, strict=True):
        if level:
            known += weight
            gained += (level - 1.0) * weight
    return 25.0 * gained / known if known else None
