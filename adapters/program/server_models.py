"""Who does a server's effects: language models where any are configured, the offline performer otherwise."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

import attrs
from prometheus_client import CollectorRegistry

from adapters.http_api.profiling import ProfileReader
from adapters.http_api.settings import ApiSettings
from adapters.http_api.voice import Voice
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
        voice: Hears and speaks; None without models for it.
    """

    performer: EffectPerformer
    close: Callable[[], Awaitable[None]] = _nothing_to_close
    profiles: ProfileReader | None = None
    expected_cost: Callable[[Outline], ExpectedCost] | None = None
    voice: Voice | None = None


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
    from adapters.llm.asking import SPEECH, WRITTEN
    from adapters.llm.expecting import expected_cost
    from adapters.llm.meter import CostMeter
    from adapters.llm.opening import make_performer, open_ledger, open_speech
    from adapters.llm.profiling import Profiling
    from adapters.program.model_metrics import watch_models
    from adapters.program.model_voice import ModelVoice
    from adapters.program.profile_reading import ModelReader

    async def owner(room_id: RoomId) -> str:
        entry = await directory.room(room_id)
        return entry.owner if entry is not None else ""

    routing = models.routing
    meter = CostMeter()
    watch_models(registry, meter)
    ledger = open_ledger(routing, settings.data / SPEND_FOLDER)
    voice = None
    if routing.choices_of(SPEECH):
        path = open_speech(routing, ledger, meter=meter)
        voice = ModelVoice(path, owner, ApiSettings().longest_recording_ms)
    if not routing.choices_of(WRITTEN):
        assert voice is not None, "a table has models for something"
        return ServerPerformer(performer=offline, close=voice.close, voice=voice)
    performer = make_performer(
        routing, casting, now, offline=offline, ledger=ledger, payer=owner, meter=meter
    )

    async def close() -> None:
        await performer.close()
        if voice is not None:
            await voice.close()

    profiling = Profiling(performer.path)
    return ServerPerformer(
        performer=performer,
        close=close,
        profiles=ModelReader(profiling) if profiling.providers else None,
        expected_cost=partial(expected_cost, routing),
        voice=voice,
    )
