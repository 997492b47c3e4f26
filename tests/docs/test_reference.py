from __future__ import annotations

import attrs
import pytest

from interview_engine.core import commands as c
from interview_engine.core import events as e
from interview_engine.core.refusals import RefusalCode
from interview_engine.core.settings import Settings
from interview_engine.vocabulary import Language
from scripts import reference_words as words
from scripts.draw_openapi import DOCUMENT, drawn
from scripts.draw_reference import PAGES, path, setting_limits


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", PAGES)
def test_the_reference_is_drawn_from_the_code_as_it_is(name: str, language: Language) -> None:
    text = path(name, language).read_text(encoding="utf-8")
    assert text == PAGES[name](language), "stale: run `python -m scripts.draw_reference`"


def test_korean_words_exist_for_what_there_is_and_for_nothing_else() -> None:
    def names(base: type, module: object) -> set[str]:
        kinds = [kind for kind in vars(module).values() if isinstance(kind, type) and issubclass(kind, base)]
        return {
            kind.__name__
            for kind in kinds
            if not kind.__subclasses__() and kind.__module__ == base.__module__
        }

    assert set(words.COMMANDS) == names(c.Command, c)
    assert set(words.EVENTS) == names(e.Event, e)
    assert set(words.SETTINGS) == {item.name for item in attrs.fields(Settings)}


def test_limits_are_those_that_the_rules_name() -> None:
    limits = {item.name: setting_limits(item, Language.EN) for item in attrs.fields(Settings)}
    assert limits["difficulty"] == "1–5"
    assert limits["reading_ms"] == "0–120,000"
    assert limits["visibility"] == "`live`, `after_round`, `end`"
    assert "individual" not in limits["order"]


@pytest.mark.parametrize("language", Language)
def test_every_refusal_code_stands_there_once(language: Language) -> None:
    text = PAGES["refusals"](language)
    assert all(text.count(f"| `{code.value}` |") == 1 for code in RefusalCode)


def test_the_openapi_document_is_drawn_from_the_routes_as_they_are() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == drawn(), "stale: run `make wire`"
