from __future__ import annotations

from interview_engine.ids import JudgeId, TurnId
from interview_engine.scoring.heuristic.comparing import compare_heuristically
from interview_engine.scoring.heuristic.remembered import Remembered
from interview_engine.vocabulary import Language


def test_a_number_is_computed_once_for_the_same_texts() -> None:
    asked: list[str] = []
    remembered = Remembered()

    def compute() -> float:
        asked.append("computed")
        return 0.5

    assert [remembered.get(("question", "answer"), compute) for _ in range(3)] == [0.5, 0.5, 0.5]
    assert asked == ["computed"]


def test_texts_that_are_divided_otherwise_are_others() -> None:
    remembered = Remembered()
    assert remembered.get(("ab", "c"), lambda: 1.0) == 1.0
    assert remembered.get(("a", "bc"), lambda: 2.0) == 2.0
    assert remembered.get(("abc",), lambda: 3.0) == 3.0


def test_the_oldest_are_forgotten() -> None:
    remembered = Remembered(most=2)
    for number in range(3):
        remembered.get((str(number),), lambda: 0.0)
    assert remembered.get(("1",), lambda: 9.0) == 0.0
    assert remembered.get(("0",), lambda: 9.0) == 9.0


def test_a_text_that_is_no_unicode_is_remembered_too() -> None:
    assert Remembered().get(("\ud800",), lambda: 1.0) == 1.0


def test_a_pair_is_judged_alike_the_first_time_and_later() -> None:
    def verdicts() -> object:
        return compare_heuristically(
            first=(
                TurnId("a"),
                "지표를 나누어 원인을 찾았고 응답 시간을 420밀리초에서 180밀리초로 줄였습니다.",
            ),
            second=(TurnId("b"), "열심히 했습니다."),
            judge_id=JudgeId("panel"),
            question="가장 어려웠던 문제를 말씀해 주십시오.",
            key_points=("원인", "수치"),
            language=Language.KO,
        )

    assert verdicts() == verdicts()
