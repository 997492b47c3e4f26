from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from adapters.program.front_page import front_page, visitors_language
from adapters.program.texts import program_texts
from interview_engine.vocabulary import Language


@pytest.mark.parametrize("language", Language)
def test_the_page_says_what_this_is_and_needs_nothing_from_elsewhere(language: Language) -> None:
    page = front_page(language)
    HTMLParser().feed(page)
    assert f'<html lang="{language.value}">' in page
    assert program_texts(language).page_title in page
    assert 'href="/docs"' in page
    assert 'href="/docs/asyncapi"' in page
    assert not re.search(r"(?:src|href)=\"(?:https?:)?//", page)
    assert "<script" not in page


@pytest.mark.parametrize(
    "wanted,accepted,expected",
    [
        (None, "", Language.KO),
        (None, "en-US,en;q=0.9", Language.EN),
        (None, "ko-KR,ko;q=0.9,en;q=0.8", Language.KO),
        (None, "en;q=0.3, ko;q=0.7", Language.KO),
        (None, "fr, en;q=x", Language.EN),
        ("en", "ko", Language.EN),
        ("fr", "ko", Language.KO),
    ],
)
def test_visitors_read_their_language(wanted: str | None, accepted: str, expected: Language) -> None:
    assert visitors_language(wanted, accepted) is expected
