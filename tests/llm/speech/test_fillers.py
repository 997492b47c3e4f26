from __future__ import annotations

import pytest

from adapters.llm.speech.fillers import fillers, without_fillers
from interview_engine.vocabulary import Language
from tests.llm.speech.timed import spoken

KO, EN = Language.KO, Language.EN


@pytest.mark.parametrize("said", ["음", "음,", "으음...", "어", "어어", "에", "저기", "그으", "흠"])
def test_a_korean_hesitation_is_a_filler(said: str) -> None:
    words = spoken((said, 0, 300), ("제가", 320, 600)).words
    assert [word.text for word in fillers(words, KO)] == [said]


@pytest.mark.parametrize("said", ["um", "Um,", "uh", "uhh", "er", "erm", "hmm"])
def test_an_english_hesitation_is_a_filler(said: str) -> None:
    words = spoken((said, 0, 300), ("I", 320, 400)).words
    assert [word.text for word in fillers(words, EN)] == [said]


def test_a_word_that_may_be_either_is_a_filler_when_the_speaker_stops_on_it() -> None:
    assert fillers(spoken(("그", 0, 200), ("팀이", 230, 500)).words, KO) == ()
    assert len(fillers(spoken(("그", 0, 200), ("팀이", 700, 900)).words, KO)) == 1
    assert fillers(spoken(("like", 0, 200), ("this", 250, 400)).words, EN) == ()
    assert len(fillers(spoken(("like", 0, 200), ("this", 600, 800)).words, EN)) == 1


def test_a_word_said_twice_is_a_filler_once() -> None:
    words = spoken(("그", 0, 150), ("그", 180, 330), ("서버를", 360, 700)).words
    assert len(fillers(words, KO)) == 1


@pytest.mark.parametrize("word", ["어제", "음악을", "그래서", "저는", "에서", "어느", "그"])
def test_a_word_that_only_begins_like_one_is_none(word: str) -> None:
    assert fillers(spoken((word, 0, 300), ("했습니다", 320, 800)).words, KO) == ()


@pytest.mark.parametrize("word", ["umbrella", "her", "ah-ha", "early"])
def test_an_english_word_that_only_begins_like_one_is_none(word: str) -> None:
    assert fillers(spoken((word, 0, 300), ("works", 320, 800)).words, EN) == ()


@pytest.mark.parametrize(
    "said, text, language",
    [
        ("음, 저는 어... 결제를 맡았습니다.", "저는 결제를 맡았습니다.", KO),
        ("어제 음악 서비스를 고쳤습니다.", "어제 음악 서비스를 고쳤습니다.", KO),
        ("그 팀에서 일했습니다.", "그 팀에서 일했습니다.", KO),
        ("Um, I, uh, led the team.", "I, led the team.", EN),
        ("The umbrella project.", "The umbrella project.", EN),
    ],
)
def test_an_answers_text_has_no_fillers(said: str, text: str, language: Language) -> None:
    assert without_fillers(said, language) == text
