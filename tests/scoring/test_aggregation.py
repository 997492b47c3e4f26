from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_engine.ids import JudgeId, SeatId, TurnId
from interview_engine.scoring import (
    LENGTH_FLOOR,
    WEIGHTS,
    AnswerScore,
    Criterion,
    CriterionEvidence,
    Evaluation,
    Level,
    floor_score,
    score_answer,
    weight_of,
)
from interview_engine.vocabulary import QuestionKind

TURN, SEAT = TurnId("t"), SeatId("s")
LONG = 500


def opinion(judge: str, *levels: int | None, turn: str = "t") -> Evaluation:
    return Evaluation(
        turn_id=TurnId(turn),
        judge_id=JudgeId(judge),
        family="f",
        evidence=tuple(
            CriterionEvidence(criterion=criterion, level=Level(level), quote="말")
            for criterion, level in zip(Criterion, levels, strict=True)
            if level is not None
        ),
    )


def score(
    *opinions: Evaluation, expected: int = 1, length: int = LONG, kind: QuestionKind = QuestionKind.COMMON
) -> AnswerScore:
    return score_answer(TURN, SEAT, kind, opinions, expected, length)


@pytest.mark.parametrize("level, total", [(1, 0.0), (2, 25.0), (3, 50.0), (4, 75.0), (5, 100.0)])
def test_equal_levels_give_the_same_total_for_every_kind(level: int, total: float) -> None:
    for kind in QuestionKind:
        assert score(opinion("a", *[level] * 5), kind=kind).total == total


def test_criteria_are_weighted_by_the_kind_of_question() -> None:
    only_relevance = opinion("a", 5, 1, 1, 1, 1)
    assert score(only_relevance, kind=QuestionKind.TECHNICAL).total == 40.0
    assert score(only_relevance, kind=QuestionKind.EXPERIENCE).total == 20.0


def test_weights_are_percentages_for_every_kind() -> None:
    assert set(WEIGHTS) == set(QuestionKind)
    for kind in QuestionKind:
        assert sum(weight_of(kind, criterion) for criterion in Criterion) == 100
        assert min(WEIGHTS[kind]) > 0


def test_the_median_is_taken_per_criterion() -> None:
    panel = opinion("a", 1, 5, 3, 3, 3), opinion("b", 3, 5, 3, 3, 3), opinion("c", 5, 1, 3, 3, 3)
    assert score(*panel, expected=3).levels == (3.0, 5.0, 3.0, 3.0, 3.0)


def test_two_judges_meet_in_the_middle() -> None:
    both = score(opinion("a", 2, 2, 2, 2, 2), opinion("b", 5, 5, 5, 5, 5), expected=2)
    assert both.levels == (3.5,) * 5
    assert both.total == 62.5
    assert both.spread == 75.0
    assert both.judges == 2
    assert not both.provisional


def test_a_missing_criterion_neither_costs_nor_earns() -> None:
    partial = score(opinion("a", 4, 4, None, 4, 4))
    assert partial.total == 75.0
    assert partial.levels == (4.0, 4.0, 0.0, 4.0, 4.0)
    assert partial.provisional


def test_a_missing_judge_makes_the_score_provisional() -> None:
    assert score(opinion("a", 3, 3, 3, 3, 3), expected=2).provisional
    assert not score(opinion("a", 3, 3, 3, 3, 3), expected=1).provisional


def test_without_evidence_there_is_no_total_rather_than_zero() -> None:
    for nothing in (score(), score(opinion("a", None, None, None, None, None))):
        assert nothing.total is None
        assert nothing.provisional
        assert nothing.judges == 0
        assert nothing.levels == ()


def test_an_opinion_without_evidence_is_not_an_opinion() -> None:
    assert score(opinion("a", 3, 3, 3, 3, 3), opinion("b", *[None] * 5), expected=2).judges == 1


def test_one_judge_counts_once_and_other_turns_not_at_all() -> None:
    result = score(opinion("a", 5, 5, 5, 5, 5), opinion("a", 1, 1, 1, 1, 1), opinion("b", *[1] * 5, turn="x"))
    assert (result.total, result.judges) == (100.0, 1)


@pytest.mark.parametrize(
    "length, total", [(-1, 0.0), (0, 0.0), (10, 25.0), (30, 75.0), (LENGTH_FLOOR, 100.0), (9999, 100.0)]
)
def test_length_caps_a_total_only_below_the_floor(length: int, total: float) -> None:
    assert score(opinion("a", 5, 5, 5, 5, 5), length=length).total == total


def test_a_short_answer_below_its_cap_keeps_its_total() -> None:
    assert score(opinion("a", 2, 2, 2, 2, 2), length=20).total == 25.0


def test_the_floor_is_explicit_and_final() -> None:
    floor = floor_score(TURN, SEAT)
    assert (floor.total, floor.levels, floor.floored, floor.provisional) == (0.0, (1.0,) * 5, True, False)
    assert (floor.turn_id, floor.seat_id) == (TURN, SEAT)


levels = st.lists(st.integers(1, 5), min_size=5, max_size=5)


@given(st.lists(levels, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_the_panel_does_not_matter(panel: list[list[int]], chance: object) -> None:
    opinions = [opinion(f"judge{index}", *given_levels) for index, given_levels in enumerate(panel)]
    shuffled = opinions[:]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert score(*opinions, expected=5) == score(*shuffled, expected=5)


@given(levels, st.integers(0, 4), st.sampled_from(QuestionKind), st.integers(0, 200))
def test_a_higher_level_never_lowers_the_total(
    before: list[int], place: int, kind: QuestionKind, length: int
) -> None:
    after = before[:]
    after[place] = min(5, after[place] + 1)
    lower = score(opinion("a", *before), kind=kind, length=length).total
    higher = score(opinion("a", *after), kind=kind, length=length).total
    assert lower is not None
    assert higher is not None
    assert 0.0 <= lower <= higher <= 100.0
    if after != before and length >= LENGTH_FLOOR:
        assert higher > lower
