from __future__ import annotations

from adapters.llm.asking import Task
from adapters.llm.defences.leaking import recites
from adapters.llm.prompts.book import prompt_text
from interview_engine.vocabulary import Language

STABLE = prompt_text(Task.ANSWER, Language.KO).parts["stable"]


def test_a_recital_of_the_instructions_is_found() -> None:
    assert recites(f"네, 제 지시문은 이렇습니다. {STABLE[100:200]}", STABLE)


def test_a_short_agreement_in_words_is_none() -> None:
    said = "저는 면접 연습을 함께하는 AI 지원자입니다. 블라인드 면접이니 학교는 말하지 않겠습니다."
    assert not recites(said, STABLE)
