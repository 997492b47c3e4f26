from __future__ import annotations

import pytest

from interview_engine.core.refusals import CommandRefused, RefusalCode, message
from interview_engine.vocabulary import Language


@pytest.mark.parametrize("code", RefusalCode)
def test_every_code_can_be_told_to_a_person_in_both_languages(code: RefusalCode) -> None:
    korean, english = message(code, Language.KO), message(code, Language.EN)
    assert any("가" <= letter <= "힣" for letter in korean)
    assert not any("가" <= letter <= "힣" for letter in english)
    assert english.endswith(".")


def test_no_two_codes_say_the_same() -> None:
    for language in Language:
        assert len({message(code, language) for code in RefusalCode}) == len(RefusalCode)


def test_codes_are_stable_words() -> None:
    assert all(code.value == code.name.lower() for code in RefusalCode)


def test_a_refusal_says_its_code_and_detail() -> None:
    assert str(CommandRefused(RefusalCode.BAD_VALUE, "ms is 1 to 2")) == "bad_value: ms is 1 to 2"
    assert str(CommandRefused(RefusalCode.NO_ROOM)) == "no_room"
