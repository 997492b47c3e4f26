from __future__ import annotations

import re

import pytest

from interview_engine.ids import PersonaId, QuestionId
from interview_engine.personas import (
    Catalogue,
    FollowUpReason,
    UnknownInterviewer,
    UnknownQuestion,
    choose_follow_up,
    individual_question,
)
from interview_engine.vocabulary import Language, QuestionKind

STRONG_KO = (
    "주문 서버가 자주 느려졌습니다. 제가 원인을 찾는 일을 맡았습니다. "
    "로그를 나누어 보니 조회가 문제였기 때문에 저는 색인을 바꾸었습니다. "
    "캐시를 늘리는 대안과 비교했지만 비용이 컸습니다. 그 결과 응답이 40퍼센트 줄었습니다."
)
STRONG_EN = (
    "The order server was often slow, and I was asked to find out why. I split the logs and saw that reads "
    "were the cause, so I changed the index instead of adding a cache. As a result responses fell by 40 "
    "percent, and my team has kept the method."
)


def test_the_panel_has_its_five_interviewers_with_different_standards(catalogue: Catalogue) -> None:
    assert {found.id for found in catalogue.interviewers} == {
        "hr",
        "technical",
        "executive",
        "peer",
        "pressure",
    }
    assert len({found.severity for found in catalogue.interviewers}) == 5
    for found in catalogue.interviewers:
        assert -100 <= found.severity <= 100
        assert 0 < found.follow_up_percent <= 100
        assert len(found.lead_ins) >= 3
        assert {entry.reason for entry in found.follow_ups} == set(FollowUpReason)
        assert all(len(entry.wordings) >= 2 for entry in found.follow_ups)


def test_an_interviewers_profile_speaks_the_rooms_language(catalogue: Catalogue) -> None:
    found = catalogue.interviewer(PersonaId("technical"))
    assert re.search("[가-힣]", found.profile(Language.KO).title)
    assert found.profile(Language.EN).title == "Technical interviewer"
    assert found.lead_in(Language.KO, 0) != found.lead_in(Language.KO, 1)


def test_unknown_interviewers_and_questions_are_refused(catalogue: Catalogue) -> None:
    with pytest.raises(UnknownInterviewer, match="executive, hr, peer"):
        catalogue.interviewer(PersonaId("ceo"))
    with pytest.raises(UnknownQuestion, match=r"and \d+ more"):
        catalogue.question(QuestionId("nope-001"))


@pytest.mark.parametrize(
    "answer, expected",
    [
        ("잘했습니다.", FollowUpReason.TOO_SHORT),
        (STRONG_KO.replace("제가", "저희가").replace("저는", "우리는"), FollowUpReason.OWN_ROLE_UNCLEAR),
        (
            STRONG_KO.replace("그 결과 응답이 40퍼센트 줄었습니다.", "모두 만족했습니다."),
            FollowUpReason.NO_RESULT,
        ),
        (STRONG_KO.replace("40퍼센트 ", "많이 "), FollowUpReason.NO_FIGURES),
        (STRONG_KO, FollowUpReason.GO_DEEPER),
    ],
)
def test_a_follow_up_asks_for_what_the_answer_left_out(
    catalogue: Catalogue, answer: str, expected: FollowUpReason
) -> None:
    interviewer = catalogue.interviewer(PersonaId("hr"))
    codes = {choose_follow_up(None, answer, interviewer, Language.KO, pick).code for pick in range(12)}
    assert expected in codes


@pytest.mark.parametrize("language, answer", [(Language.KO, STRONG_KO), (Language.EN, STRONG_EN)])
def test_a_complete_answer_gets_a_seed_of_its_question(
    catalogue: Catalogue, language: Language, answer: str
) -> None:
    parent = next(q for q in catalogue.questions if q.kind is QuestionKind.EXPERIENCE)
    interviewer = catalogue.interviewer(PersonaId("peer"))
    seeds = {seed.spoken_in(language) for seed in parent.follow_ups}
    asked = {choose_follow_up(parent, answer, interviewer, language, pick).text for pick in range(20)}
    assert asked == seeds


def test_a_follow_up_explains_itself_and_is_repeatable(catalogue: Catalogue) -> None:
    interviewer = catalogue.interviewer(PersonaId("pressure"))
    first = choose_follow_up(None, "그냥 했습니다.", interviewer, Language.KO, 5)
    assert first == choose_follow_up(None, "그냥 했습니다.", interviewer, Language.KO, 5)
    assert first.reason.endswith("다.")
    assert len(first.key_points) == 3
    texts = {
        choose_follow_up(None, "그냥 했습니다.", interviewer, Language.KO, pick).text for pick in range(20)
    }
    assert len(texts) >= 3


def test_an_opinion_is_not_asked_for_measurements(catalogue: Catalogue) -> None:
    interviewer = catalogue.interviewer(PersonaId("hr"))
    answer = STRONG_KO.replace("40퍼센트 ", "많이 ")
    asked = {
        choose_follow_up(None, answer, interviewer, Language.KO, pick, kind=QuestionKind.MOTIVATION).code
        for pick in range(10)
    }
    assert asked == {FollowUpReason.GO_DEEPER}


def test_an_individual_question_quotes_the_fact_with_the_right_particle() -> None:
    facts = ("주문 시스템 설계", "  ", "검색 서버 운영")
    asked = [individual_question(facts, Language.KO, pick) for pick in range(12)]
    texts = {question.text for question in asked if question}
    assert len(texts) >= 6
    assert all(question and question.fact in question.text for question in asked)
    assert not any("설계’이라고" in text or "운영’라고" in text for text in texts)


def test_a_long_fact_is_cut_at_a_word_and_no_fact_asks_nothing() -> None:
    fact = (
        "결제 승인과 정산을 아우르는 대규모 트랜잭션 처리 시스템의 설계, 구축, 운영, "
        "장애 대응 및 인수인계 전 과정"
    )
    question = individual_question((fact,), Language.KO, 1)
    assert question is not None
    assert fact not in question.text
    assert "…" in question.text
    assert individual_question(("", "  "), Language.EN, 3) is None
