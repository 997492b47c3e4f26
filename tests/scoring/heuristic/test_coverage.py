from __future__ import annotations

from interview_engine.scoring.heuristic.coverage import COVERED, Coverage, cover, outline
from interview_engine.scoring.heuristic.wording import content_stems

QUESTION = "장애를 겪은 경험을 말씀해 주세요."
POINTS = ("로그로 원인을 추적한 과정", "재발을 막는 알림 추가")


def coverage(*sentences: str) -> Coverage:
    return cover(outline(QUESTION, POINTS), [frozenset(content_stems(text)) for text in sentences])


def test_a_point_is_found_where_it_is_said() -> None:
    found = coverage(
        "점심을 먹었습니다.", "저는 로그로 원인을 추적했습니다.", "재발을 막도록 알림을 추가했습니다."
    )
    assert found.degrees == (1.0, 1.0)
    assert found.places == (1, 2)


def test_an_unsaid_point_is_not_covered() -> None:
    found = coverage("저는 로그로 원인을 추적했습니다.")
    assert found.degrees[1] == 0.0 < COVERED
    assert found.places[1] == -1
    assert found.mean == 0.5


def test_words_scattered_over_an_answer_do_not_add_up() -> None:
    apart = coverage("로그를 봤습니다.", "점심을 먹었습니다.", "추적 배송을 했습니다.")
    together = coverage("로그를 봤습니다.", "추적 배송을 했습니다.")
    assert apart.degrees[0] < together.degrees[0]


def test_words_of_the_question_weigh_less() -> None:
    plan = outline("로그 이야기를 해 주세요.", POINTS)
    weights = dict(plan.points[0])
    assert weights["로그"] < weights["원인"]


def test_words_of_several_points_weigh_less() -> None:
    plan = outline(QUESTION, ("원인 추적", "원인 보고"))
    assert dict(plan.points[0])["원인"] < dict(plan.points[0])["추적"]


def test_without_points_or_sentences_there_is_nothing() -> None:
    assert cover(outline(QUESTION, ()), [frozenset({"원인"})]).mean == 0.0
    assert coverage().degrees == (0.0, 0.0)
    assert cover(outline(QUESTION, ("the of",)), [frozenset({"원인"})]).degrees == (0.0,)
