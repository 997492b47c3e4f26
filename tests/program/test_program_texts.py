from __future__ import annotations

import string
from collections.abc import Iterator, Mapping

import attrs
import pytest

from adapters.program.texts import ProgramTexts, program_texts
from interview_engine.vocabulary import Language


def flattened(texts: ProgramTexts) -> Iterator[tuple[str, str]]:
    for field in attrs.fields(ProgramTexts):
        value = getattr(texts, field.name)
        if isinstance(value, Mapping):
            yield from ((f"{field.name}[{key}]", text) for key, text in value.items())
        else:
            yield field.name, value


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


KOREAN = dict(flattened(program_texts(Language.KO)))
ENGLISH = dict(flattened(program_texts(Language.EN)))


def test_both_languages_hold_the_same_texts() -> None:
    assert KOREAN.keys() == ENGLISH.keys()
    assert len(KOREAN) > 100


@pytest.mark.parametrize("name", sorted(KOREAN))
def test_a_text_has_the_same_places_in_both_languages(name: str) -> None:
    assert KOREAN[name]
    assert ENGLISH[name]
    assert places(KOREAN[name]) == places(ENGLISH[name])


def test_no_english_text_holds_korean() -> None:
    found = [name for name, text in ENGLISH.items() if any("가" <= letter <= "힣" for letter in text)]
    assert found == ["page_other_language"], "it names the other language in that language"
