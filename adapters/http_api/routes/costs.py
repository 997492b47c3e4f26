"""What language models cost a room, for its owner, whose budget pays; and what one is expected to cost."""

# ruff: noqa: FAST003 -- the dependency that lets people in takes `room_id`
from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Query
from starlette.responses import Response

from adapters.http_api.asking import HeavyInside, Reader, TheApi
from adapters.http_api.wire import answer, gives
from adapters.service.costs import ModelCost, Outline, costs_of
from adapters.service.people.access import NotAllowed
from interview_engine.core.seats import FEWEST_CANDIDATES, MOST_CANDIDATES, MOST_INTERVIEWERS
from interview_engine.core.settings import Preset
from interview_engine.vocabulary import Language

router = APIRouter(prefix="/api", tags=["results"])


class ModelCosts(msgspec.Struct, frozen=True, kw_only=True):
    """What one model did.

    Attributes:
        model: `family:model`; `offline` for what no model did.
        pieces: Questions, answers, evaluations, comparisons and feedback that it made.
        input_tokens, cached_tokens, output_tokens: As the provider counted them; cached ones are input too.
        usd: What it cost, failed attempts included.
    """

    model: str
    pieces: int
    input_tokens: int
    cached_tokens: int
    output_tokens: int
    usd: float


class RoomCosts(msgspec.Struct, frozen=True, kw_only=True):
    """What language models cost a room so far.

    Attributes:
        usd: Everything together, by the price list that was in force.
        stood_in: How many pieces were done offline because no model answered.
        models: By model, the dearest first.
    """

    usd: float
    stood_in: int
    models: tuple[ModelCosts, ...]


class ExpectedCosts(msgspec.Struct, frozen=True, kw_only=True):
    """What language models can be expected to cost an interview.

    Attributes:
        usd: Everything together; null when a model has no price.
        input_tokens, output_tokens: What it is computed from.
        measured: The day on which the tokens of such interviews were counted, YYYY-MM-DD.
        prices: The day of the price list, YYYY-MM-DD.
    """

    usd: float | None
    input_tokens: int
    output_tokens: int
    measured: str
    prices: str


@router.get("/rooms/{room_id}/costs", responses=gives(RoomCosts))
async def costs(api: TheApi, inside: HeavyInside) -> Response:
    """Return what language models cost the room so far, for its owner."""
    if not inside.entrance.owner:
        raise NotAllowed("owners_only")
    found = costs_of(await api.parts.service.log_of(inside.entrance.room_id))
    return answer(
        RoomCosts(
            usd=_dollars(found.total),
            stood_in=found.stood_in,
            models=tuple(_shown(cost) for cost in found.models),
        )
    )


@router.get("/costs/expected", responses=gives(ExpectedCosts | None))
async def expected(
    api: TheApi,
    person: Reader,
    preset: Preset = Preset.STANDARD,
    candidates: Annotated[int, Query(ge=FEWEST_CANDIDATES, le=MOST_CANDIDATES)] = 4,
    panel: Annotated[int, Query(ge=1, le=MOST_INTERVIEWERS)] = 3,
    language: Language = Language.KO,
) -> Response:
    """Return what an interview of one person and AI candidates is expected to cost; null without models."""
    del person
    if api.parts.expected_cost is None:
        return answer(None)
    outline = Outline(preset=preset, candidates=candidates, interviewers=panel, language=language)
    found = api.parts.expected_cost(outline)
    return answer(
        ExpectedCosts(
            usd=found.usd,
            input_tokens=found.input_tokens,
            output_tokens=found.output_tokens,
            measured=found.measured,
            prices=found.prices,
        )
    )


def _shown(cost: ModelCost) -> ModelCosts:
    return ModelCosts(
        model=cost.model,
        pieces=cost.pieces,
        input_tokens=cost.input_tokens,
        cached_tokens=cost.cached_tokens,
        output_tokens=cost.output_tokens,
        usd=_dollars(cost),
    )


def _dollars(cost: ModelCost) -> float:
    return cost.cost_micros / 1_000_000
