from __future__ import annotations

import attrs
import pytest

from adapters.llm.asking import Task
from adapters.llm.prompts.book import prompt_text
from adapters.llm.tasks.answer_level import band_of, depth_text, length_of
from interview_engine.offline.casting import rival_profiles
from interview_engine.personas.catalogue import default_catalogue
from interview_engine.vocabulary import Language, QuestionKind

KAKAO = rival_profiles(default_catalogue(), ("kakao",), Language.KO)[0]


def test_every_quality_has_a_band_and_a_better_one_is_never_worse() -> None:
    names = [band_of(quality) for quality in range(101)]
    assert list(dict.fromkeys(names)) == ["poor", "weak", "middling", "good", "excellent"]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", list(QuestionKind))
def test_every_quality_of_every_kind_can_be_put_into_words(language: Language, kind: QuestionKind) -> None:
    text = prompt_text(Task.ANSWER, language)
    found = {depth_text(quality, kind, text) for quality in range(0, 101, 2)}
    assert len(found) >= 6
    assert all(line.startswith("- ") for lines in found for line in lines.splitlines())


def test_a_better_answer_is_longer_and_never_beyond_the_time() -> None:
    lengths = [length_of(quality, KAKAO, 120_000, Language.KO) for quality in (0, 40, 70, 100)]
    assert lengths == sorted(lengths, key=lambda length: length.high)
    assert all(length.low < length.high <= KAKAO.characters_per_minute * 2 for length in lengths)


def test_hours_of_time_make_no_lecture() -> None:
    assert length_of(100, KAKAO, 3_600_000, Language.KO).high <= 900
    slow = attrs.evolve(KAKAO, characters_per_minute=1)
    assert length_of(0, slow, 1_000, Language.KO).high >= 40
