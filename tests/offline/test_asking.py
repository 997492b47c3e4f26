from __future__ import annotations

import attrs
import pytest

from interview_engine.core.effects import WriteQuestion
from interview_engine.core.settings import Settings
from interview_engine.ids import EffectId, Millis, QuestionId
from interview_engine.offline.asking import NothingToAsk, bank_question, in_language, write_question
from interview_engine.personas.catalogue import default_catalogue
from interview_engine.vocabulary import Competency, Language, QuestionKind

CATALOGUE = default_catalogue()
EFFECT = WriteQuestion(
    effect_id=EffectId("question:r3"),
    attempt=1,
    not_before=Millis(0),
    offline=True,
    language=Language.KO,
    kind=QuestionKind.EXPERIENCE,
    settings=Settings(),
    competency=None,
    difficulty=3,
    answer_ms=Millis(120_000),
    interviewer=CATALOGUE.interviewers[0].profile(Language.KO),
    pick=7,
    asked=(),
    asked_texts=(),
)


def test_a_question_comes_from_the_bank() -> None:
    question = write_question(EFFECT, CATALOGUE)
    known = bank_question(question.question_id, CATALOGUE)
    assert known is not None
    assert question == in_language(known, Language.KO)
    assert question.kind is QuestionKind.EXPERIENCE
    assert question.answer_ms == known.seconds * 1_000
    assert question.key_points


def test_what_was_asked_is_not_asked_again() -> None:
    asked: tuple[QuestionId, ...] = ()
    for pick in range(6):
        question = write_question(attrs.evolve(EFFECT, asked=asked, pick=pick), CATALOGUE)
        assert question.question_id not in asked
        asked = (*asked, question.question_id)


def test_an_empty_bank_has_nothing_to_ask() -> None:
    with pytest.raises(NothingToAsk, match="experience"):
        write_question(EFFECT, attrs.evolve(CATALOGUE, questions=()))


def test_a_resume_is_asked_about_and_not_twice() -> None:
    facts = ("결제 서버의 장애 대응 절차를 만들었다", "검색 색인을 다시 설계했다")
    effect = attrs.evolve(EFFECT, facts=facts)
    question = write_question(effect, CATALOGUE)
    assert question.question_id == "individual-r3"
    assert any(fact[:6] in question.text for fact in facts)
    other = write_question(attrs.evolve(effect, asked_texts=(question.text,)), CATALOGUE)
    assert other.text != question.text


def test_when_every_fact_was_asked_about_the_bank_is_asked() -> None:
    effect = attrs.evolve(EFFECT, facts=("결제 서버의 장애 대응 절차를 만들었다",))
    texts: tuple[str, ...] = ()
    for pick in range(200):
        question = write_question(attrs.evolve(effect, asked_texts=texts, pick=pick), CATALOGUE)
        texts = (*texts, question.text)
        if question.question_id != "individual-r3":
            return
    raise AssertionError("one fact makes endless questions")


def test_a_follow_up_says_why_it_is_asked() -> None:
    parent = next(question for question in CATALOGUE.questions if question.kind is QuestionKind.EXPERIENCE)
    effect = attrs.evolve(
        EFFECT,
        kind=QuestionKind.FOLLOW_UP,
        competency=Competency.OWNERSHIP,
        parent_question_id=parent.id,
        parent_kind=parent.kind,
        parent_question=parent.text.ko,
        parent_answer="팀에서 열심히 했습니다.",
    )
    question = write_question(effect, CATALOGUE)
    assert question.kind is QuestionKind.FOLLOW_UP
    assert question.question_id == "follow-up-r3"
    assert question.competency is Competency.OWNERSHIP
    assert question.reason
    assert question.text


@pytest.mark.parametrize("language", Language)
def test_a_question_is_spoken_in_the_rooms_language(language: Language) -> None:
    korean = any("가" <= letter <= "힣" for letter in in_language(CATALOGUE.questions[0], language).text)
    assert korean is (language is Language.KO)


def test_a_question_that_no_bank_has_is_not_found() -> None:
    assert bank_question(None, CATALOGUE) is None
    assert bank_question(QuestionId("nonsense-1"), CATALOGUE) is None
