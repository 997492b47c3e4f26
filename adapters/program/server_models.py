"""Who does a server's effects: language models where any are configured, the offline performer otherwise."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

import attrs
from prometheus_client import CollectorRegistry

from adapters.http_api.profiling import ProfileReader
from adapters.program.language_models import SPEND_FOLDER, ChosenModels
from adapters.program.settings import ServerSettings
from adapters.service.casting import Casting
from adapters.service.costs import ExpectedCost, Outline
from adapters.service.people.directory import Directory
from adapters.service.surroundings import EffectPerformer
from interview_engine.ids import Millis, RoomId


async def _nothing_to_close() -> None:
    """Close nothing."""


@attrs.frozen(kw_only=True)
class ServerPerformer:
    """Who does the effects.

    Attributes:
        performer: Does them.
        close: Lets go of what it holds.
        profiles: Has documents read by the models; None when none may.
        expected_cost: Says what an interview can be expected to cost; None without models.
    """

    performer: EffectPerformer
    close: Callable[[], Awaitable[None]] = _nothing_to_close
    profiles: ProfileReader | None = None
    expected_cost: Callable[[Outline], ExpectedCost] | None = None


def server_performer(
    settings: ServerSettings,
    models: ChosenModels,
    casting: Casting,
    now: Callable[[], Millis],
    directory: Directory,
    registry: CollectorRegistry,
    offline: EffectPerformer,
) -> ServerPerformer:
    """Return who does a server's effects.

    Args:
        settings: The operator's.
        models: The language models that may be used.
        casting: Personas and questions.
        now: The wall clock.
        directory: Knows whose rooms are whose: a room is paid for by its owner.
        registry: Where metrics stand.
        offline: Does what no model does.
    """
    if models.routing is None:
        return ServerPerformer(performer=offline)
    from adapters.llm.expecting import expected_cost
    from adapters.llm.meter import CostMeter
    from adapters.llm.opening import make_performer
    from adapters.llm.profiling import Profiling
    from adapters.program.model_metrics import watch_models
    from adapters.program.profile_reading import ModelReader

    async def owner(room_id: RoomId) -> str:
        entry = await directory.room(room_id)
        return entry.owner if entry is not None else ""

    meter = CostMeter()
    watch_models(registry, meter)
    performer = make_performer(
        models.routing,
        casting,
        now,
        offline=offline,
        spend_folder=settings.data / SPEND_FOLDER,
        payer=owner,
        meter=meter,
    )
    profiling = Profiling(performer.path)
    return ServerPerformer(
        performer=performer,
        close=performer.close,
        profiles=ModelReader(profiling) if profiling.providers else None,
        expected_cost=partial(expected_cost, models.routing),
    )
