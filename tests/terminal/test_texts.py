from __future__ import annotations

import string
from collections.abc import Iterator, Mapping

import pytest

from adapters.terminal.texts import Texts, texts_in
from interview_engine.vocabulary import Language


def flattened(texts: object, path: str = "") -> Iterator[tuple[str, str]]:
    for field in getattr(type(texts), "__attrs_attrs__"):  # noqa: B009 -- any attrs class
        value = getattr(texts, field.name)
        name = f"{path}{field.name}"
        if isinstance(value, str):
            yield name, value
        elif isinstance(value, Mapping):
            yield from ((f"{name}[{key}]", text) for key, text in value.items())
        else:
            yield from flattened(value, f"{name}.")


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


KOREAN = dict(flattened(texts_in(Language.KO)))
ENGLISH = dict(flattened(texts_in(Language.EN)))


def test_both_languages_hold_the_same_texts() -> None:
    assert KOREAN.keys() == ENGLISH.keys()
    assert len(KOREAN) > 250
    assert isinstance(texts_in(Language.KO), Texts)


@pytest.mark.parametrize("name", sorted(KOREAN))
def test_a_text_has_the_same_places_in_both_languages(name: str) -> None:
    assert KOREAN[name]
    assert ENGLISH[name]
    assert places(KOREAN[name]) == places(ENGLISH[name])


def test_no_english_text_holds_korean() -> None:
    assert [name for name, text in ENGLISH.items() if any("가" <= letter <= "힣" for letter in text)] == []
