"""Whatever keeps a model from being used is told to the person in words."""

from __future__ import annotations

import pytest

from adapters.llm.budgets.ledger import Scope
from adapters.llm.calling.failures import FailureKind
from adapters.service.costs import Costs
from adapters.terminal.screen.cost_line import cost_line
from adapters.terminal.texts import texts_in
from interview_engine.vocabulary import Language

REASONS = (
    *(kind.value for kind in FailureKind),
    *(f"budget_{scope.value}" for scope in Scope),
    "resting",
    "out_of_time",
    "unfit",
    "cannot_open",
)


@pytest.mark.parametrize("language", Language)
def test_every_reason_has_words(language: Language) -> None:
    assert set(texts_in(language).model_troubles) == set(REASONS)


@pytest.mark.parametrize("language,words", [(Language.KO, "키를 받아 주지 않음"), (Language.EN, "key not")])
def test_the_line_on_costs_says_why_models_were_not_used(language: Language, words: str) -> None:
    costs = Costs(stood_in=9, troubles=(("key_refused", 8), ("resting", 1)))
    said = cost_line(costs, texts_in(language)).plain
    assert words in said
    assert "llm check" in said
    assert "× 8" in said
