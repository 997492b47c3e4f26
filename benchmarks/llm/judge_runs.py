"""Runs a judge over graded answers: the heuristic one, or a model through the same tasks as in a room."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Sequence
from typing import Final

import attrs

from adapters.llm.asking import Account, Asking, NoModelAnswered
from adapters.llm.tasks import compare_pair, judge_answer, judge_round
from benchmarks.llm.judge_figures import (
    graded_pairs,
    length_dependence,
    level_agreement,
    pair_accuracy,
    swap_consistency,
    verdict_accuracy,
)
from benchmarks.llm.judged_data import Graded
from interview_engine.core.commands import EvaluationWritten
from interview_engine.core.provenance import Provenance
from interview_engine.ids import JudgeId, Millis, RoomId, SeatId, TurnId
from interview_engine.scoring import (
    Comparison,
    Evaluation,
    HeuristicJudge,
    compare_heuristically,
    score_answer,
    verify_evaluation,
)

ACCOUNT: Final = Account(room_id=RoomId("judge-quality"))
NOW: Final = Millis(0)
AT_ONCE: Final = 4


@attrs.define
class Bill:
    """What the calls used."""

    calls: int = 0
    unanswered: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost_micros: int = 0

    def add(self, provenance: Provenance) -> None:
        """Count a report.

        Args:
            provenance: How it was made.
        """
        self.calls += 1
        self.input_tokens += provenance.input_tokens
        self.output_tokens += provenance.output_tokens
        self.cost_micros += provenance.cost_micros


def sampled_pairs(answers: Sequence[Graded], most: int) -> list[tuple[Graded, Graded]]:
    """Return pairs to compare, always the same ones, the better answer first.

    Args:
        answers: Graded by people.
        most: How many at most.
    """
    pairs = graded_pairs(answers)
    return random.Random(7).sample(pairs, min(most, len(pairs)))


def heuristic_figures(answers: Sequence[Graded], pairs: Sequence[tuple[Graded, Graded]]) -> dict[str, float]:
    """Return the baseline's figures.

    Args:
        answers: Graded by people.
        pairs: To compare, the better one first.
    """
    judge = HeuristicJudge()
    values = {
        one.name: judge.score(
            one.question, one.reference or one.key_points, one.answer, one.language, one.kind
        )
        for one in answers
    }
    levels = {one.name: total_of(one, heuristic_evaluation(one)) for one in answers}
    compared = [
        compare_heuristically(
            first=(TurnId(better.name), better.answer),
            second=(TurnId(worse.name), worse.answer),
            judge_id=JudgeId("panel"),
            question=better.question,
            key_points=better.key_points,
            language=better.language,
            kind=better.kind,
        )
        for better, worse in pairs
    ]
    return {
        "pair_accuracy": pair_accuracy(answers, values),
        "levels_pair_accuracy": pair_accuracy(answers, levels),
        "verdict_accuracy": verdict_accuracy(pairs, compared),
        "swap_consistency": swap_consistency(compared),
        "length_partial": length_dependence(answers, values),
        "levels_length_partial": length_dependence(answers, levels),
    }


async def model_figures(
    asking: Asking,
    answers: Sequence[Graded],
    pairs: Sequence[tuple[Graded, Graded]],
    *,
    together: bool,
) -> dict[str, float | int]:
    """Return a model judge's figures.

    Args:
        asking: Asks the models.
        answers: Graded by people.
        pairs: To compare, the better one first.
        together: Judge each question's answers in one call as well.
    """
    places, bill = asyncio.Semaphore(AT_ONCE), Bill()
    reports = await asyncio.gather(*(_judged(asking, one, places, bill) for one in answers))
    single = {report.evaluation.turn_id: report for report in reports if report is not None}
    values = {
        one.name: total_of(one, single[TurnId(one.name)].evaluation)
        for one in answers
        if TurnId(one.name) in single
    }
    # Every other pair is named the other way round: the first place must not be the better one's.
    swapped = [pair if place % 2 else (pair[1], pair[0]) for place, pair in enumerate(pairs)]
    compared = await asyncio.gather(*(_compared(asking, pair, places, bill) for pair in swapped))
    known = [(pair, one) for pair, one in zip(pairs, compared, strict=True) if one is not None]
    verdicts = [one for _, one in known]
    flags = [flag for report in single.values() for flag in report.evaluation.flags]
    figures: dict[str, float | int] = {
        "judge_pair_accuracy": pair_accuracy(answers, values),
        "judge_verdict_accuracy": verdict_accuracy([pair for pair, _ in known], verdicts),
        "judge_swap_consistency": swap_consistency(verdicts),
        "judge_length_partial": length_dependence(answers, values),
        "judge_read_twice": flags.count("read_twice") / max(1, len(single)),
        "judge_calls": bill.calls,
        "judge_unanswered": bill.unanswered,
        "judge_input_tokens": bill.input_tokens,
        "judge_output_tokens": bill.output_tokens,
        "judge_cost_dollars": bill.cost_micros / 1e6,
    }
    if together:
        figures |= await _together(asking, answers, single)
    return figures


def heuristic_evaluation(one: Graded) -> Evaluation:
    """Return the heuristic judge's levels for an answer.

    Args:
        one: The answer.
    """
    return HeuristicJudge().evaluate(
        turn_id=TurnId(one.name),
        judge_id=JudgeId("panel-2"),
        question=one.question,
        key_points=one.key_points,
        answer=one.answer,
        language=one.language,
        kind=one.kind,
        reference=one.reference,
    )


def total_of(one: Graded, evaluation: Evaluation) -> float:
    """Return what the engine's board would count an evaluation for, 0-100; 0 without evidence.

    Args:
        one: The answer.
        evaluation: Of it.
    """
    verified = verify_evaluation(evaluation, one.answer)
    score = score_answer(TurnId(one.name), SeatId("me"), one.kind, (verified,), 1, len(one.answer))
    return score.total or 0.0


async def _judged(
    asking: Asking, one: Graded, places: asyncio.Semaphore, bill: Bill
) -> EvaluationWritten | None:
    async with places:
        try:
            report = await judge_answer(asking, one.judging(), ACCOUNT, NOW)
        except NoModelAnswered:
            bill.unanswered += 1
            return None
    bill.add(report.provenance)
    return report


async def _compared(
    asking: Asking, pair: tuple[Graded, Graded], places: asyncio.Semaphore, bill: Bill
) -> Comparison | None:
    async with places:
        try:
            report = await compare_pair(asking, pair[0].against(pair[1]), ACCOUNT, NOW)
        except NoModelAnswered:
            bill.unanswered += 1
            return None
    bill.add(report.provenance)
    return report.comparison


async def _together(
    asking: Asking, answers: Sequence[Graded], single: dict[TurnId, EvaluationWritten]
) -> dict[str, float | int]:
    groups: dict[str, list[Graded]] = {}
    for one in answers:
        groups.setdefault(one.question, []).append(one)
    bill, batched = Bill(), {}
    for group in groups.values():
        for report in await judge_round(asking, tuple(one.judging() for one in group), ACCOUNT, NOW):
            bill.add(report.provenance)
            batched[report.evaluation.turn_id] = report.evaluation
    both = [turn_id for turn_id in single if turn_id in batched]
    same, near = level_agreement(
        [single[turn_id].evaluation for turn_id in both], [batched[turn_id] for turn_id in both]
    )
    values = {one.name: total_of(one, batched[TurnId(one.name)]) for one in answers if one.name in batched}
    return {
        "together_same_level": same,
        "together_within_one": near,
        "together_pair_accuracy": pair_accuracy(answers, values),
        "together_input_tokens": bill.input_tokens,
        "together_cost_dollars": bill.cost_micros / 1e6,
    }
