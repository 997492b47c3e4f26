from __future__ import annotations

import itertools

import pytest

from adapters.llm.defences.asked_before import TOO_ALIKE, alike, asked_before
from interview_engine.personas.catalogue import default_catalogue
from interview_engine.vocabulary import Language

KO, EN = Language.KO, Language.EN
BANK = {
    language: [question.text.spoken_in(language) for question in default_catalogue().questions[::4]]
    for language in Language
}


@pytest.mark.parametrize(
    "language, one, other",
    [
        (KO, "실패한 경험과 배운 점을 말씀해 주세요.", "실패한 경험에서 배운 점을 말씀해 주시겠습니까?"),
        (
            KO,
            "가장 어려웠던 기술적 문제를 어떻게 해결하셨나요?",
            "기술적으로 가장 어려웠던 문제를 어떻게 해결하셨습니까?",
        ),
        (
            EN,
            "How did you solve the hardest technical problem you faced?",
            "Tell us how you solved the hardest technical problem you have faced.",
        ),
        (EN, "Why did you apply to our company?", "What made you apply to this company?"),
    ],
)
def test_a_reworded_question_was_asked_before(language: Language, one: str, other: str) -> None:
    assert asked_before(one, (other,), language)


@pytest.mark.parametrize("language", list(Language))
def test_no_two_questions_of_the_bank_are_one(language: Language) -> None:
    most = max(alike(one, other, language) for one, other in itertools.combinations(BANK[language], 2))
    assert most < TOO_ALIKE[language]


def test_nothing_was_asked_before_the_first() -> None:
    assert not asked_before("무엇을 하셨습니까?", (), KO)
