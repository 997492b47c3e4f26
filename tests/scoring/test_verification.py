from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_engine.ids import JudgeId, TurnId
from interview_engine.scoring import Criterion, CriterionEvidence, Evaluation, Level, verify_evaluation

ANSWER = "저는 먼저 원인을  찾았습니다.\n그 결과 오류가 5건으로 줄었습니다."


def evaluation(*evidence: CriterionEvidence, missed: tuple[int, ...] = ()) -> Evaluation:
    return Evaluation(
        turn_id=TurnId("t"), judge_id=JudgeId("j"), family="f", evidence=evidence, missed_points=missed
    )


def entry(level: int, quote: str, criterion: Criterion = Criterion.EVIDENCE) -> CriterionEvidence:
    return CriterionEvidence(criterion=criterion, level=Level(level), quote=quote)


@pytest.mark.parametrize(
    "quote", ["원인을 찾았습니다", "찾았습니다. 그 결과", "오류가\u200b 5건", "오류가 ５건으로"]
)
def test_a_verbatim_quote_counts_after_folding(quote: str) -> None:
    assert verify_evaluation(evaluation(entry(5, quote)), ANSWER).evidence == (entry(5, quote),)


@pytest.mark.parametrize("level", list(Level))
def test_a_quote_that_is_not_in_the_answer_voids_the_criterion_at_every_level(level: Level) -> None:
    assert verify_evaluation(evaluation(entry(level, "원인을 분석했습니다")), ANSWER).evidence == ()


@pytest.mark.parametrize("level, kept", [(1, True), (2, True), (3, False), (4, False), (5, False)])
def test_an_empty_quote_is_enough_only_below_level_three(level: int, kept: bool) -> None:
    assert bool(verify_evaluation(evaluation(entry(level, " \u200b")), ANSWER).evidence) is kept


@pytest.mark.parametrize("quote", [".", "5", " . "])
def test_a_quote_of_next_to_nothing_is_void(quote: str) -> None:
    assert verify_evaluation(evaluation(entry(4, quote)), ANSWER).evidence == ()


def test_of_two_entries_the_first_counts_even_when_it_is_void() -> None:
    good, other, void = entry(4, "원인을 찾았습니다"), entry(2, "그 결과"), entry(5, "없는 말")
    assert verify_evaluation(evaluation(good, other), ANSWER).evidence == (good,)
    assert verify_evaluation(evaluation(void, good), ANSWER).evidence == ()


def test_criteria_are_voided_one_by_one() -> None:
    good = entry(4, "그 결과", Criterion.RELEVANCE)
    assert verify_evaluation(evaluation(entry(4, "없음 없음"), good), ANSWER).evidence == (good,)


def test_missed_points_are_sorted_without_repeats_or_negatives() -> None:
    assert verify_evaluation(evaluation(missed=(3, -1, 0, 3)), ANSWER).missed_points == (0, 3)


@given(st.text(), st.text(min_size=1))
def test_what_survives_is_always_borne_out(answer: str, quote: str) -> None:
    kept = verify_evaluation(evaluation(entry(3, quote)), answer)
    assert verify_evaluation(kept, answer) == kept
