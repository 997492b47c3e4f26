from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from interview_engine.scoring import plain_text


def test_invisible_characters_vanish_also_between_letters() -> None:
    assert plain_text("만\u200b점\u202e \U000e0041입\u2060니다\ufeff") == "만점 입니다"


def test_ascii_control_characters_vanish() -> None:
    assert plain_text("a\x00b\x1fc") == "abc"


def test_full_width_and_decomposed_forms_are_composed() -> None:
    assert plain_text("ＡＢＣ１２３") == "ABC123"
    assert plain_text("\u1112\u1161\u11ab") == "한"


def test_whitespace_of_every_kind_becomes_one_space() -> None:
    assert plain_text("  가\n\t나\u3000\u00a0다 ") == "가 나 다"


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    once = plain_text(text)
    assert plain_text(once) == once


@given(
    st.text(
        st.characters(min_codepoint=32, max_codepoint=126)
        | st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3)
    )
)
def test_plain_words_are_folded_as_all_others_are(text: str) -> None:
    # An invisible character at the end vanishes, and takes the long way.
    assert plain_text(text) == plain_text(text + "\u200b")
