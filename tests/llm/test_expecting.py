"""What an interview is expected to cost: measured tokens times the table's prices."""

from __future__ import annotations

import itertools

import pytest

from adapters.llm.expecting import expected_cost
from adapters.llm.routing.loading import load_routing
from adapters.llm.routing.measuring import MEASURED_FILE, drawn, measured_tokens
from adapters.llm.routing.settings import Routing
from adapters.service.costs import Outline
from interview_engine.core.settings import Preset
from interview_engine.vocabulary import Language
from tests.llm.families import KEY

BOTH = {"OPENAI_API_KEY": KEY, "ANTHROPIC_API_KEY": KEY}
ONE = {"OPENAI_API_KEY": KEY}
LOCAL = {"INTERVIEW_ENGINE_LLM_BASE_URL": "http://localhost:1/v1", "INTERVIEW_ENGINE_LLM_MODEL": "midm"}


def routing_with(variables: dict[str, str]) -> Routing:
    routing = load_routing(variables)
    assert routing is not None
    return routing


def dollars(
    variables: dict[str, str],
    *,
    preset: Preset = Preset.STANDARD,
    candidates: int = 4,
    interviewers: int = 3,
    language: Language = Language.KO,
) -> float:
    outline = Outline(preset=preset, candidates=candidates, interviewers=interviewers, language=language)
    found = expected_cost(routing_with(variables), outline).usd
    assert found is not None
    return found


def test_the_measured_file_is_as_the_benchmark_writes_it() -> None:
    measured = measured_tokens()
    assert MEASURED_FILE.read_text() == drawn(measured)
    for interviews in (measured.several, measured.alone):
        assert {(preset, language) for preset in interviews for language in interviews[preset]} == set(
            itertools.product(Preset, Language)
        )


def test_the_measured_room_costs_its_tokens_at_the_price_of_who_is_asked_first() -> None:
    tasks = measured_tokens().several[Preset.STANDARD][Language.KO]
    routing = routing_with(BOTH)
    total = 0.0
    for task, tokens in tasks.items():
        # The answers' family is the first of both keys; judges are of the other.
        price = routing.models[routing.order(task, frozenset())[0]].price
        total += (tokens.input - tokens.repeated) * price.input
        total += tokens.repeated * price.cached + tokens.output * price.output
    assert dollars(BOTH) == pytest.approx(total / 1_000_000, abs=0.001)


def test_more_of_anything_costs_more() -> None:
    for variables in (BOTH, ONE):
        costs = [dollars(variables, candidates=candidates) for candidates in range(2, 13)]
        assert costs == sorted(set(costs))
        costs = [dollars(variables, interviewers=interviewers) for interviewers in range(1, 6)]
        assert costs == sorted(set(costs))
        assert dollars(variables, preset=Preset.SHORT) < dollars(variables, preset=Preset.FULL)


def test_what_a_single_family_may_not_judge_costs_nothing() -> None:
    assert dollars(ONE, interviewers=1) < dollars(ONE, interviewers=3) / 2


def test_a_model_without_a_price_is_not_taken_to_be_free() -> None:
    outline = Outline(preset=Preset.SHORT, candidates=4, interviewers=3, language=Language.EN)
    found = expected_cost(routing_with(LOCAL), outline)
    assert found.usd is None
    assert found.input_tokens > 10_000


def test_prices_and_measurement_are_dated() -> None:
    outline = Outline(preset=Preset.FULL, candidates=4, interviewers=3, language=Language.KO)
    found = expected_cost(routing_with(BOTH), outline)
    assert found.measured == measured_tokens().dated.isoformat()
    assert found.prices == routing_with(BOTH).prices_dated
