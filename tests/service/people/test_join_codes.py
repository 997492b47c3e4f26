"""Join codes: drawn evenly, and read however people write them."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.service.people.join_codes import ALPHABET, LENGTH, drawn_code, read_code, written_code

CODES = st.text(ALPHABET, min_size=LENGTH, max_size=LENGTH)


@given(CODES)
def test_what_is_written_is_read(code: str) -> None:
    assert read_code(written_code(code)) == code
    assert read_code(code) == code


@pytest.mark.parametrize(
    "typed",
    [
        "K7QD-2MXA",
        "k7qd2mxa",
        "  K7QD 2MXA \n".strip("\n"),
        "k7qd\u00a02mxa",
        "K7QD–2MXA",
        "Ｋ７ＱＤ－２ＭＸＡ",
        "K7QD\u200b2MXA",
        "K7QD\u22122MXA",
        "K7QD-2MXA\r\n",
    ],
)
def test_case_width_blanks_and_dashes_do_not_matter(typed: str) -> None:
    assert read_code(typed) == "K7QD2MXA"


def test_letters_that_look_like_digits_are_read_as_digits() -> None:
    assert read_code("oO1l-iI0L") == "00111101"


@pytest.mark.parametrize(
    "typed", ["", "K7QD-2MX", "K7QD-2MXAA", "K7QD-2MXU", "K7QD_2MXA", "면접방코드일이", "𝟕" * 9]
)
def test_what_cannot_be_a_code_is_none(typed: str) -> None:
    assert read_code(typed) is None


@given(st.text(max_size=20))
def test_any_text_is_a_code_or_none(typed: str) -> None:
    read = read_code(typed)
    assert read is None or (len(read) == LENGTH and set(read) <= set(ALPHABET))


def test_every_letter_is_drawn_about_as_often_at_every_place() -> None:
    drawn = [drawn_code(str(number)) for number in range(6_400)]
    assert len(set(drawn)) == len(drawn)
    for place in range(LENGTH):
        times = Counter(code[place] for code in drawn)
        # 200 of each are expected, with a standard deviation of 14.
        assert set(times) == set(ALPHABET)
        assert 130 < min(times.values()) <= max(times.values()) < 270
