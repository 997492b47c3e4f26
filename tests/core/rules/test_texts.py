"""Names that look the same are the same, and what nobody can see is no name."""

from __future__ import annotations

import unicodedata

import pytest

from interview_engine.core.refusals import CommandRefused, RefusalCode
from interview_engine.core.rules.texts import LONGEST_NAME, checked_length, checked_name


@pytest.mark.parametrize(
    "written,name",
    [
        ("  김 지원 ", "김 지원"),
        (unicodedata.normalize("NFD", "김지원"), "김지원"),
        ("김\u200b지\u2060원\ufeff", "김지원"),
        ("\u202e원지김\u202c", "원지김"),
        ("\u2066김지원\u2069", "김지원"),
        ("김\u00ad지원", "김지원"),
        ("김\u3164지원", "김지원"),
        ("김\x00지원\x1b", "김지원"),
        ("김\t지원\n", "김 지원"),
        ("Zoë", "Zoë"),
        ("Zoe\u0308", "Zoë"),
        ("ﬁn 김①", "ﬁn 김①"),
        ("김지원😀", "김지원😀"),
    ],
)
def test_a_name_is_what_one_sees(written: str, name: str) -> None:
    assert checked_name(written) == name
    assert checked_name(name) == name


@pytest.mark.parametrize("written", ["", "   ", "\u200b", "\u3164\uffa0", "\u202e\u2069", "\x00"])
def test_what_nobody_sees_is_no_name(written: str) -> None:
    with pytest.raises(CommandRefused) as refused:
        checked_name(written)
    assert refused.value.code is RefusalCode.BAD_VALUE


def test_the_length_is_that_of_what_one_sees() -> None:
    assert checked_name("가" * LONGEST_NAME + "\u200b" * 50) == "가" * LONGEST_NAME
    with pytest.raises(CommandRefused):
        checked_name("가" * (LONGEST_NAME + 1))


def test_a_text_of_exactly_the_longest_length_is_kept() -> None:
    assert checked_length("가" * 10, 10) == "가" * 10


def test_one_character_more_is_refused_with_both_lengths() -> None:
    with pytest.raises(CommandRefused, match="11 characters, at most 10") as caught:
        checked_length("가" * 11, 10)
    assert caught.value.code is RefusalCode.TEXT_TOO_LONG


def test_a_name_loses_outer_and_doubled_white_space() -> None:
    assert checked_name("  김   하늘\n") == "김 하늘"


@pytest.mark.parametrize(
    "name, code", [(" \t", RefusalCode.BAD_VALUE), ("가" * (LONGEST_NAME + 1), RefusalCode.TEXT_TOO_LONG)]
)
def test_a_name_is_neither_empty_nor_too_long(name: str, code: RefusalCode) -> None:
    with pytest.raises(CommandRefused) as caught:
        checked_name(name)
    assert caught.value.code is code
