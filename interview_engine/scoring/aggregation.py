"""From a panel's evidence to one score: medians per criterion, weighted; what is missing stays missing."""

from __future__ import annotations

import math
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
    medians = tuple(_median_level(opinions, criterion) for criterion in _CRITERIA)
    weights = WEIGHTS[kind]
    total = _total(medians, weights)
    if total is None:
        return AnswerScore(turn_id=turn_id, seat_id=seat_id, total=None, provisional=True)
    ceiling = 100.0 * max(0, min(answer_length, LENGTH_FLOOR)) / LENGTH_FLOOR
    totals = [_judge_total(opinion, weights) for opinion in opinions]
    return AnswerScore(
        turn_id=turn_id,
        seat_id=seat_id,
        total=round(min(total, ceiling), 2),
        levels=tuple(0.0 if median is None else round(median, 2) for median in medians),
        spread=round(max(totals) - min(totals), 2),
        judges=len(opinions),
        provisional=len(opinions) < expected_judges or None in medians,
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


def _median_level(opinions: tuple[Evaluation, ...], criterion: Criterion) -> float | None:
    levels = sorted(
        int(entry.level) for opinion in opinions for entry in opinion.evidence if entry.criterion is criterion
    )
    if not levels:
        return None
    middle = len(levels) // 2
    return float(levels[middle]) if len(levels) % 2 else (levels[middle - 1] + levels[middle]) / 2


def _total(levels: Sequence[float | None], weights: tuple[int, ...]) -> float | None:
    known = [(level, weight) for level, weight in zip(levels, weights, strict=True) if level is not None]
    if not known:
        return None
    gained = math.fsum((level - 1.0) * 25.0 * weight for level, weight in known)
    return gained / sum(weight for _, weight in known)


def _judge_total(opinion: Evaluation, weights: tuple[int, ...]) -> float:
    levels = {entry.criterion: float(entry.level) for entry in opinion.evidence}
    total = _total([levels.get(criterion) for criterion in _CRITERIA], weights)
    assert total is not None, "an opinion without evidence was filtered out before"
    return total
