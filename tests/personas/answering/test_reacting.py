from __future__ import annotations

import pytest

from interview_engine.personas import AnswerRequest, HeardAnswer, write_answer
from interview_engine.personas.answering.asking import holds_against
from interview_engine.personas.answering.reactions import quotable
from interview_engine.vocabulary import Language, QuestionKind
from tests.personas.answering.questions import CANDIDATES, QUESTIONS, ask


@pytest.mark.parametrize("language", list(Language))
def test_a_question_about_others_is_met_with_their_name_and_words(language: Language) -> None:
    said = {
        Language.KO: "저는 로그를 먼저 봅니다. 그 결과 장애 시간이 35퍼센트 줄었습니다.",
        Language.EN: "I look at logs first. As a result downtime fell by 35 percent.",
    }[language]
    words = {
        Language.KO: ("저는 로그를 먼저 봅니다", "장애 시간이 35퍼센트 줄었습니다"),
        Language.EN: ("I look at logs first", "downtime fell by 35 percent"),
    }[language]
    heard = (
        HeardAnswer(speaker="이도현", question="q", answer="짧게 답했습니다."),
        HeardAnswer(speaker="박서윤", question="q", answer=said),
    )
    for question in QUESTIONS:
        if question.kind is QuestionKind.CROSS_REFERENCE:
            answer = write_answer(CANDIDATES[4], ask(question, language, 70, heard=heard))
            assert "박서윤" in answer, question.id
            assert any(quoted in answer for quoted in words), question.id
            alone = write_answer(CANDIDATES[4], ask(question, language, 70))
            assert "박서윤" not in alone


@pytest.mark.parametrize(
    "answer, quoted",
    [
        (
            "제 사례를 말씀드리겠습니다. 응답이 480밀리초였습니다. 그 결과 오류가 30퍼센트 줄었습니다.",
            "오류가 30퍼센트 줄었습니다",
        ),
        (
            "결론부터 말씀드리겠습니다. 저는 먼저 현장을 찾아가 기록을 살폈습니다.",
            "저는 먼저 현장을 찾아가 기록을 살폈습니다",
        ),
        ("네.", ""),
        ("", ""),
    ],
)
def test_what_is_quoted_is_the_substance(answer: str, quoted: str) -> None:
    assert quotable(answer, Language.KO) == quoted


def test_a_long_sentence_is_quoted_in_part() -> None:
    quoted = quotable("저는 " + "아주 긴 설명을 계속해서 이어 갔고 " * 6 + "마쳤습니다.", Language.KO)
    assert quoted.endswith("…")
    assert len(quoted) <= 53


def test_a_named_speaker_is_the_one_reacted_to() -> None:
    heard = (
        HeardAnswer(speaker="이도현", question="q", answer="저는 먼저 고객을 만나 이유를 들었습니다."),
        HeardAnswer(speaker="박서윤", question="q", answer="저는 자료부터 모아 비교했습니다."),
    )
    request = AnswerRequest(
        question="이도현 지원자의 답변을 어떻게 생각하십니까?",
        kind=QuestionKind.CROSS_REFERENCE,
        language=Language.KO,
        quality=60,
        heard=heard,
    )
    answer = write_answer(CANDIDATES[0], request)
    assert "이도현" in answer
    assert "박서윤" not in answer


@pytest.mark.parametrize("same_question", [True, False])
def test_ordinary_answers_react_sometimes_and_only_to_answers_to_the_same_question(
    same_question: bool,
) -> None:
    commons = [q for q in QUESTIONS if q.kind is QuestionKind.COMMON]
    reacted = 0
    for question in commons:
        heard = HeardAnswer(
            speaker="이도현",
            question=question.text.ko if same_question else "앞선 차례의 다른 질문입니까?",
            answer="저는 먼저 고객을 만나 이유를 들었습니다.",
        )
        reacted += "이도현" in write_answer(CANDIDATES[0], ask(question, Language.KO, 80, heard=(heard,)))
    if same_question:
        assert 0 < reacted < len(commons) * 0.6
    else:
        assert reacted == 0


def test_listeners_pick_different_things_to_quote() -> None:
    said = "쟁점을 먼저 적어 두었습니다. 담당자를 한 명씩 정했습니다. 처리 시간이 35퍼센트 줄었습니다."
    assert len({quotable(said, Language.KO, turn) for turn in range(3)}) == 3


@pytest.mark.parametrize("language", list(Language))
def test_only_a_charge_is_conceded(language: Language) -> None:
    for question in (q for q in QUESTIONS if q.kind is QuestionKind.PRESSURE):
        charged = holds_against(question.text.spoken_in(language))
        for persona in CANDIDATES:
            answer = write_answer(persona, ask(question, language, 80, seconds=300))
            conceded = any(line.spoken_in(language) in answer for line in persona.voice.concessions)
            assert conceded is charged, question.id


def test_a_question_that_only_asks_is_no_charge() -> None:
    assert holds_against("실제 서비스 규모에서 써 보신 것은 아니지 않습니까?")
    assert not holds_against("오늘 본인의 모습에 점수를 준다면 십 점 만점에 몇 점입니까?")
    assert holds_against("The improvement figures on your résumé look too good.")
    assert not holds_against("Out of ten, what would you give yourself?")
