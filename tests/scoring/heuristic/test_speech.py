from __future__ import annotations

from interview_engine.scoring.heuristic.speech import borrowed, disorder, fluency
from interview_engine.vocabulary import Language

KOREAN = "저는 원인을 로그로 찾았습니다. 그리고 알림을 추가해 재발을 막았습니다."
ENGLISH = (
    "I found the cause in the logs and we added an alert, so the incident has not come back to our team."
)


def test_natural_speech_is_fluent_and_in_order() -> None:
    assert fluency(KOREAN, Language.KO) == fluency(ENGLISH, Language.EN) == 1.0
    assert disorder(KOREAN, Language.KO) == disorder(ENGLISH, Language.EN) == 0.0


def test_plain_style_korean_is_fluent_too() -> None:
    assert fluency("원인을 찾았다. 알림을 추가함.", Language.KO) == 1.0


def test_loose_nouns_are_not_fluent() -> None:
    assert fluency("원인 로그 추적 알림 재발 방지 데이터 기준 합의 결론", Language.KO) == 0.0
    assert fluency("cause log alert incident prevention data criteria decision", Language.EN) == 0.0
    assert fluency("", Language.KO) == 0.0


def test_misplaced_articles_and_objects_are_noticed() -> None:
    assert disorder("the of cause a to logs the and alert my", Language.EN) == 1.0
    assert disorder("원인을 알림을 재발을 팀원들이 기준을", Language.KO) == 1.0


def test_too_few_chances_tell_nothing() -> None:
    assert disorder("the of a to", Language.EN) == 0.0


def test_own_words_are_not_borrowed() -> None:
    assert borrowed(["a"] * 6 + ["b"] * 2, {"a"}) == 0.75
    assert borrowed(["a"] * 7, {"a"}) == 0.0
