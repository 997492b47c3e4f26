"""What language models cost a room, for its owner: the owner's budget pays."""

# ruff: noqa: FAST003 -- the dependency that lets people in takes `room_id`
from __future__ import annotations

import msgspec
from fastapi import APIRouter
from starlette.responses import Response

from adapters.http_api.asking import HeavyInside, TheApi
from adapters.http_api.wire import answer, gives
from adapters.service.costs import ModelCost, costs_of
from adapters.service.people.access import NotAllowed

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
