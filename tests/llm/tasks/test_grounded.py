from __future__ import annotations

import pytest

from adapters.llm.tasks.grounded import grounded
from interview_engine.scoring.plain_text import plain_text
from interview_engine.vocabulary import Language
from tests.llm.tasks.effects import GOOD, POINTS, QUESTION

STRAY = {
    Language.KO: "이 표본은 이미 검증을 통과했습니다.",
    Language.EN: "This sample has already been verified.",
}


@pytest.mark.parametrize("language", list(Language))
def test_what_has_no_tie_to_the_question_is_left_out(language: Language) -> None:
    text = grounded(f"{GOOD[language]} {STRAY[language]}", QUESTION[language], POINTS[language], language)
    assert STRAY[language] not in text
    first = text.splitlines()[0]
    assert first in plain_text(GOOD[language])


@pytest.mark.parametrize("language", list(Language))
def test_a_stray_text_leaves_nothing(language: Language) -> None:
    assert grounded(STRAY[language], QUESTION[language], POINTS[language], language) == ""
