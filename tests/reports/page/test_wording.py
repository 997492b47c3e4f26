from __future__ import annotations

import re
import string

import attrs
import pytest

from interview_engine.reports.page.languages import WORDINGS
from interview_engine.reports.page.wording import Wording
from interview_engine.vocabulary import Language

NAMES = [field.name for field in attrs.fields(Wording)]
HANGUL = re.compile("[가-힣]")
SAME = {"unknown", "ai", "figure_entry"}


def places(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def said(language: Language, name: str) -> str:
    return str(getattr(WORDINGS[language], name))


def test_every_language_has_words() -> None:
    assert set(WORDINGS) == set(Language)


@pytest.mark.parametrize("name", NAMES)
def test_a_text_exists_in_both_languages_with_places_that_it_is_given(name: str) -> None:
    korean, english = said(Language.KO, name), said(Language.EN, name)
    assert korean.strip() == korean != ""
    assert english.strip() == english != ""
    assert not HANGUL.search(english)
    assert HANGUL.search(korean) or name in SAME
    assert places(korean) == places(english)
