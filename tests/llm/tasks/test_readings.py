from __future__ import annotations

import pytest

from adapters.llm.tasks.readings import distance, flagged, held_down, lower, mean_level, stands_out
from interview_engine.ids import JudgeId, TurnId
from interview_engine.scoring import Criterion, CriterionEvidence, Evaluation, Level
from interview_engine.vocabulary import QuestionKind

COMMON = QuestionKind.COMMON


def evaluation(*levels: int, missed: tuple[int, ...] = ()) -> Evaluation:
    return Evaluation(
        turn_id=TurnId("t"),
        judge_id=JudgeId("j"),
        family="x",
        evidence=tuple(
            CriterionEvidence(criterion=criterion, level=Level(level), quote=f"{criterion.value}-{level}")
            for criterion, level in zip(Criterion, levels, strict=False)
            if level
        ),
        missed_points=missed,
    )


def levels(found: Evaluation) -> dict[Criterion, int]:
    return {entry.criterion: int(entry.level) for entry in found.evidence}


def test_the_mean_is_weighted_as_the_kind_weights_criteria() -> None:
    assert mean_level(evaluation(5, 1, 1, 1, 1), COMMON) == pytest.approx(1 + 4 * 0.30)
    assert mean_level(evaluation(0, 0, 4), COMMON) == 4
    assert mean_level(evaluation(), COMMON) is None


def test_nothing_is_far_from_no_evidence() -> None:
    assert distance(evaluation(5, 5, 5, 5, 5), evaluation(), COMMON) == 0.0
    assert distance(evaluation(4, 4, 4, 4, 4), evaluation(2, 2, 2, 2, 2), COMMON) == 2.0


def test_the_lower_reading_counts_criterion_by_criterion() -> None:
    found = lower(evaluation(5, 2, 3, 0, 4, missed=(1,)), evaluation(3, 4, 0, 2, 4, missed=(0,)))
    assert list(levels(found).values()) == [3, 2, 3, 4, 2]
    assert levels(found)[Criterion.REASONING] == 2, "proven in one of them only"
    assert found.evidence[0].quote == "relevance-3", "a level keeps its own quote"
    assert found.missed_points == (0, 1)


def test_a_tripped_answer_stands_one_level_above_the_heuristic_at_most() -> None:
    found = held_down(evaluation(5, 5, 2, 3, 1), evaluation(2, 5, 5, 1, 1))
    assert list(levels(found).values()) == [3, 5, 2, 2, 1]


@pytest.mark.parametrize(
    "one, other, out",
    [
        ((5, 5, 3, 3, 3), (3, 3, 3, 3, 3), True),
        ((5, 4, 4, 4, 4), (3, 3, 3, 3, 3), False),
        ((1, 1, 1, 1, 1), (5, 5, 5, 5, 5), False),
        ((5, 5, 0, 0, 0), (0, 0, 1, 1, 1), False),
    ],
)
def test_two_criteria_two_levels_higher_stand_out(
    one: tuple[int, ...], other: tuple[int, ...], out: bool
) -> None:
    assert stands_out(evaluation(*one), evaluation(*other)) is out


def test_a_flag_is_there_once() -> None:
    assert flagged(flagged(evaluation(3), "injection"), "injection", "read_twice").flags == (
        "injection",
        "read_twice",
    )
