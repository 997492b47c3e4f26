"""The offline verdict on a pair: both orders, and a margin below which two answers are equal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_engine.scoring.comparison import Comparison, Verdict
from interview_engine.scoring.heuristic.judge import HEURISTIC_FAMILY, HeuristicJudge
from interview_engine.scoring.heuristic.remembered import Remembered
from interview_engine.vocabulary import QuestionKind

if TYPE_CHECKING:
    from interview_engine.ids import JudgeId, TurnId
    from interview_engine.vocabulary import Language

EQUAL_WITHIN = 0.02
"""Difference of continuous quality, 0-1, within which a pair is a tie."""

_remembered = Remembered()
_TURNED = {Verdict.FIRST: Verdict.SECOND, Verdict.SECOND: Verdict.FIRST, Verdict.TIE: Verdict.TIE}


def compare_heuristically(
    *,
    first: tuple[TurnId, str],
    second: tuple[TurnId, str],
    judge_id: JudgeId,
    question: str,
    key_points: tuple[str, ...],
    language: Language,
    kind: QuestionKind = QuestionKind.COMMON,
) -> Comparison:
    """Compare two answers to one question with the heuristic judge, in both orders.

    Args:
        first: One turn and its answer.
        second: The other turn and its answer.
        judge_id: Who this opinion is.
        question: The question as it was asked.
        key_points: What a good answer covers; may be empty.
        language: The language of the cues.
        kind: What the question is for.
    """
    judge = HeuristicJudge()

    def quality(answer: str) -> float:
        texts = (language.value, kind.value, question, answer, *key_points)
        return _remembered.get(texts, lambda: judge.score(question, key_points, answer, language, kind))

    def shown(one: str, other: str) -> Verdict:
        gap = quality(one) - quality(other)
        if abs(gap) <= EQUAL_WITHIN:
            return Verdict.TIE
        return Verdict.FIRST if gap > 0 else Verdict.SECOND

    return Comparison(
        first=first[0],
        second=second[0],
        judge_id=judge_id,
        family=HEURISTIC_FAMILY,
        forward=shown(first[1], second[1]),
        backward=_TURNED[shown(second[1], first[1])],
    )
