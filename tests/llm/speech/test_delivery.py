from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.llm.speech.delivery import Pause, delivery, rough_delivery
from adapters.llm.speech.remarks import remarks
from adapters.llm.speech.transcript import SpokenWord, Transcript
from interview_engine.ids import Millis
from interview_engine.vocabulary import Language
from tests.llm.speech.timed import spoken

KO, EN = Language.KO, Language.EN
TALK = spoken(
    ("음,", 1_000, 1_400),
    ("저는", 1_500, 1_900),
    ("결제를", 1_950, 2_500),
    ("API로", 4_500, 5_000),
    ("바꿨습니다.", 5_050, 7_000),
)


def test_pace_is_syllables_a_minute_from_the_first_word_to_the_last() -> None:
    found = delivery(TALK, KO)
    assert found is not None
    assert found.speaking_ms == 6_000
    # 2 + 3 + (2 for "API" by its vowels, 1 for "로") + 5; the filler says nothing.
    assert found.pace == 13 * 60_000 // 6_000
    assert found.flow == round(13 * 60_000 / 4_000)
    assert found.waited_ms == 1_000


def test_a_pause_is_a_long_silence_between_words() -> None:
    found = delivery(TALK, KO)
    assert found is not None
    assert found.pauses == (Pause(start_ms=Millis(2_500), length_ms=Millis(2_000)),)
    assert found.paused_ms == 2_000


def test_fillers_are_counted_by_what_was_said() -> None:
    words = ("um", 0, 200), ("I", 300, 400), ("Uh,", 500, 700), ("led", 800, 900), ("um", 1_000, 1_100)
    found = delivery(spoken(*words), EN)
    assert found is not None
    assert found.fillers == (("um", 2), ("uh", 1))
    assert found.filler_count == 3


def test_english_pace_is_words_a_minute() -> None:
    found = delivery(spoken(("I", 0, 200), ("led", 250, 500), ("12", 550, 700), ("people", 750, 1_000)), EN)
    assert found is not None
    assert found.pace == 240


def test_without_times_nothing_is_said_of_the_delivery() -> None:
    assert delivery(Transcript(text="저는 결제를 맡았습니다."), KO) is None


WORDS = st.lists(
    st.tuples(
        st.sampled_from(["음", "저는", "그", "API", "했습니다"]),
        st.integers(0, 60_000),
        st.integers(0, 3_000),
    ),
    min_size=1,
    max_size=30,
)


@given(WORDS)
def test_any_times_give_figures_that_hold_together(words: list[tuple[str, int, int]]) -> None:
    timed = tuple(
        SpokenWord(text=text, start_ms=Millis(start), end_ms=Millis(start + length))
        for text, start, length in words
    )
    found = delivery(Transcript(text="", words=timed), KO)
    assert found is not None
    assert found.speaking_ms > 0
    assert 0 <= found.paused_ms <= found.speaking_ms
    assert found.pace <= found.flow
    assert 0 <= found.filler_count <= len(words)


@pytest.mark.parametrize("language", list(Language))
def test_remarks_name_the_figures(language: Language) -> None:
    found = delivery(TALK, language)
    assert found is not None
    told = " ".join(remarks(found, language, language))
    assert str(found.pace) in told
    assert "2.0" in told
    assert "음 1" in told if language is KO else "filler" not in told


def test_a_hurried_and_a_halting_speaker_hear_different_things() -> None:
    found = delivery(TALK, KO)
    assert found is not None
    hurried = remarks(attrs.evolve(found, pace=500, pauses=(), fillers=()), KO, KO)
    halting = remarks(
        attrs.evolve(
            found,
            pace=100,
            waited_ms=Millis(6_000),
            pauses=(Pause(start_ms=Millis(0), length_ms=Millis(4_000)),),
            fillers=(("음", 9),),
        ),
        KO,
        KO,
    )
    assert any("빠릅니다" in line for line in hurried)
    assert len(hurried) == 2
    assert any("느립니다" in line for line in halting)
    assert any("첫마디까지 6.0초" in line for line in halting)
    assert any("잠시 정리하고" in line for line in halting)
    assert any("음 9" in line for line in halting)


def test_a_reader_of_another_language_is_told_in_theirs_by_the_spoken_ones_measure() -> None:
    found = delivery(TALK, KO)
    assert found is not None
    assert f"You spoke {found.pace} syllables a minute" in remarks(found, KO, Language.EN)[0]


def test_without_times_nobody_is_called_slow_for_thinking_before_they_began() -> None:
    rough = rough_delivery("음, 저는 결제를 맡았습니다.", Millis(10_000), KO)
    assert rough is not None
    assert (rough.pace, rough.fillers, rough.timed) == (60, (("음", 1),), False)
    assert not any("느립니다" in line for line in remarks(rough, KO, KO))
    assert rough_delivery("저는", Millis(0), KO) is None
