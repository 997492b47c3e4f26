"""Puts a performer together from a routing table; one per process and event loop."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from adapters.llm.asking import SPEECH, WRITTEN
from adapters.llm.budgets.journal import Journal
from adapters.llm.budgets.ledger import Ledger
from adapters.llm.calling.metering import CallMeter
from adapters.llm.calling.path import CallingPath
from adapters.llm.doing import doing_of
from adapters.llm.performer import LlmPerformer, Payer, nobody
from adapters.llm.providers.opening import Providers
from adapters.llm.routing.loading import today
from adapters.llm.routing.settings import Routing
from adapters.llm.speech.opening import SpeechProviders
from adapters.llm.speech.speech_path import SpeechPath
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
    performer = make_performer(
        routing, casting, now, offline=offline, ledger=open_ledger(routing, spend_folder)
    )
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
    ledger: Ledger,
    payer: Payer = nobody,
    meter: CallMeter | None = None,
) -> LlmPerformer:
    """Return a performer on language models, to be closed at the end; SDKs are imported in the background.

    Args:
        routing: Which models do which task.
        casting: Personas and questions.
        now: The service's clock.
        offline: Does what no model does.
        ledger: The budgets.
        payer: Whose budget pays for a room.
        meter: Is told of every call.
    """
    path = open_path(routing, ledger, meter=meter)
    doing = doing_of(lambda: casting.catalogue, routing)
    return LlmPerformer(path, offline, doing, now, payer)


def open_ledger(routing: Routing, spend_folder: Path) -> Ledger:
    """Return the budgets, which go on where the last process stopped.

    Args:
        routing: What may be spent.
        spend_folder: Where it is written down what was spent.
    """
    journal = Journal(spend_folder, today())
    ledger = Ledger(routing.limits, today, journal)
    journal.recall(ledger)
    return ledger


def open_path(routing: Routing, ledger: Ledger, *, meter: CallMeter | None = None) -> CallingPath:
    """Return a calling path; its SDKs are being imported.

    Args:
        routing: Which models do which task.
        ledger: The budgets.
        meter: Is told of every call.
    """
    used = {choice.provider for choice in routing.choices_of(WRITTEN)}
    providers = Providers(
        {name: chosen for name, chosen in routing.providers.items() if name in used}, routing.models
    )
    providers.open_all()
    return CallingPath(routing, providers, ledger, meter=meter)


def open_speech(routing: Routing, ledger: Ledger, *, meter: CallMeter | None = None) -> SpeechPath:
    """Return the path of calls with sound; its SDK is being imported.

    Args:
        routing: Which models hear and speak.
        ledger: The budgets.
        meter: Is told of every call.
    """
    used = {choice.provider for choice in routing.choices_of(SPEECH)}
    providers = SpeechProviders({name: chosen for name, chosen in routing.providers.items() if name in used})
    providers.open_all()
    return SpeechPath(routing, providers, ledger, meter=meter)
