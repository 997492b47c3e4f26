"""What the pages say of costs and waiting is what was measured, the same in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from adapters.llm.routing.loading import load_routing
from adapters.llm.routing.measuring import measured_tokens
from benchmarks.llm.cost_table import by_task, left_offline, rows
from interview_engine.vocabulary import Language

ROOT = Path(__file__).parents[2]
NUMBER = re.compile(r"\d[\d,.]*")
languages = pytest.mark.parametrize("language", list(Language), ids=lambda language: language.value)


def page(language: Language) -> list[str]:
    path = ROOT / "docs" / language.value / "topics" / "language-models.md"
    return path.read_text(encoding="utf-8").splitlines()


@languages
def test_the_tables_of_costs_are_computed_from_the_measured_tokens_and_the_price_list(
    language: Language,
) -> None:
    said = page(language)
    for table in (rows(language), by_task(language), left_offline(language)):
        place = said.index(table[0]) if table[0] in said else len(said)
        assert tuple(said[place : place + len(table)]) == table, "run python -m benchmarks.llm.cost_table"


@languages
def test_the_pages_name_the_days_of_measurement_and_prices(language: Language) -> None:
    routing = load_routing({"OPENAI_API_KEY": "a-key-of-no-provider"})
    assert routing is not None
    said = "\n".join(page(language))
    assert routing.prices_dated in said
    assert measured_tokens().dated.isoformat() in said


def test_both_languages_have_the_same_numbers_in_their_tables() -> None:
    korean, english = (
        [NUMBER.findall(line) for line in page(language) if line.startswith("|") and NUMBER.search(line)]
        for language in (Language.KO, Language.EN)
    )
    assert korean == english
