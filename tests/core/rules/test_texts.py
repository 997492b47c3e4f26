from __future__ import annotations

import pytest

from interview_engine.core.refusals import CommandRefused, RefusalCode
from interview_engine.core.rules.texts import LONGEST_NAME, checked_length, checked_name


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
