"""Puts a performer together from a routing table; one per process and event loop."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from adapters.llm.budgets.journal import Journal
from adapters.llm.budgets.ledger import Ledger
from adapters.llm.calling.metering import CallMeter
from adapters.llm.calling.path import CallingPath
from adapters.llm.doing import doing_of
from adapters.llm.performer import LlmPerformer, Payer, nobody
from adapters.llm.providers.opening import Providers
from adapters.llm.routing.loading import today
from adapters.llm.routing.settings import Routing
from adapters.service.casting import Casting
from adapters.service.offline_performer import OfflinePerformer
from adapters.service.surroundings import EffectPerformer
from interview_engine.ids import Millis


@asynccontextmanager
async def open_performer(
    routing: Routing, casting: Casting, now: Callable[[], Millis], *, spend_folder: Path
) -> AsyncIterator[LlmPerformer]:
    """Open a performer on language models for as long as the block lasts: see `make_performer`.

    It is ready when the block begins.
    """
    offline = OfflinePerformer(casting, now)
    performer = make_performer(routing, casting, now, offline=offline, spend_folder=spend_folder)
    try:
        await performer.ready()
        yield performer
    finally:
        await performer.close()


def make_performer(
    routing: Routing,
    casting: Casting,
    now: Callable[[], Millis],
    *,
    offline: EffectPerformer,
    spend_folder: Path,
    payer: Payer = nobody,
    meter: CallMeter | None = None,
) -> LlmPerformer:
    """Return a performer on language models, to be closed at the end; SDKs are imported in the background.

    Args:
        routing: Which models do which task.
        casting: Personas and questions.
        now: The service's clock.
        offline: Does what no model does.
        spend_folder: Where it is written down what was spent.
        payer: Whose budget pays for a room.
        meter: Is told of every call.
    """
    path = open_path(routing, spend_folder=spend_folder, meter=meter)
    doing = doing_of(lambda: casting.catalogue, routing)
    return LlmPerformer(path, offline, doing, now, payer)


def open_path(routing: Routing, *, spend_folder: Path, meter: CallMeter | None = None) -> CallingPath:
    """Return a calling path whose budgets go on where the last process stopped; its SDKs are being imported.

    Args:
        routing: Which models do which task.
        spend_folder: Where it is written down what was spent.
        meter: Is told of every call.
    """
    journal = Journal(spend_folder, today())
    ledger = Ledger(routing.limits, today, journal)
    journal.recall(ledger)
    providers = Providers(routing.providers, routing.models)
    providers.open_all()
    return CallingPath(routing, providers, ledger, meter=meter)
