"""What an interview is expected to cost, before it is held."""

from __future__ import annotations

from collections.abc import Callable

import httpx2
import pytest

from adapters.service.costs import ExpectedCost, Outline
from interview_engine.core.settings import Preset
from interview_engine.vocabulary import Language
from tests.http_api.stage import ApiStage, play

COST = ExpectedCost(
    usd=0.31, input_tokens=1_000, output_tokens=200, measured="2026-11-29", prices="2026-11-28"
)


def asked(query: str, expected_cost: Callable[[Outline], ExpectedCost] | None = None) -> httpx2.Response:
    async def scene(stage: ApiStage) -> httpx2.Response:
        person = await stage.guest("지원자")
        return await person("GET", f"/api/costs/expected{query}")

    return play(scene, expected_cost=expected_cost)


def test_without_models_nothing_is_expected() -> None:
    found = asked("")
    assert (found.status_code, found.content) == (200, b"null")


def test_what_was_asked_for_is_what_is_computed() -> None:
    outlines: list[Outline] = []

    def expected(outline: Outline) -> ExpectedCost:
        outlines.append(outline)
        return COST

    found = asked("?preset=full&candidates=7&panel=2&language=en", expected_cost=expected)
    assert found.json() == {
        "usd": 0.31,
        "input_tokens": 1_000,
        "output_tokens": 200,
        "measured": "2026-11-29",
        "prices": "2026-11-28",
    }
    wanted = Outline(preset=Preset.FULL, candidates=7, interviewers=2, language=Language.EN)
    assert outlines == [wanted]


@pytest.mark.parametrize(
    "query", ["?candidates=1", "?candidates=13", "?panel=0", "?panel=6", "?preset=long", "?language=fr"]
)
def test_no_room_is_of_such_a_size(query: str) -> None:
    assert asked(query, expected_cost=lambda _: COST).status_code == 422
