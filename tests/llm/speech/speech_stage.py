"""A path of calls with sound over a local server that speaks OpenAI's protocol, and its books."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

import attrs

from adapters.llm.asking import Account, Task
from adapters.llm.budgets.ledger import NO_LIMITS, Amount, Ledger, Limits, Scope
from adapters.llm.budgets.price import Price
from adapters.llm.meter import CostMeter
from adapters.llm.routing.settings import (
    Choice,
    ModelSettings,
    ProviderKind,
    ProviderSettings,
    Routing,
    TaskRoute,
)
from adapters.llm.speech.audio import AudioClip, audio_clip
from adapters.llm.speech.opening import SpeechProviders
from adapters.llm.speech.speech_path import PaidSpeech, SpeechPath
from adapters.llm.speech.transcript import Transcript
from interview_engine.ids import Millis, RoomId
from interview_engine.vocabulary import Language
from tests.llm.families import KEY
from tests.llm.speech.recorded import WEBM
from tests.llm.wire.behaviour import Behaviour
from tests.llm.wire.server import WireServer, wire_server

T = TypeVar("T")
KO: Final = Language.KO
ROOM: Final = (Scope.ROOM, "room-1", 0)
EARS: Final = Choice(provider="whisper", model="large-v3")
MORE_EARS: Final = Choice(provider="other", model="gpt-transcribe")
VOICE: Final = Choice(provider="whisper", model="kokoro")


@attrs.define(eq=False, kw_only=True)
class Stage:
    """A path over a local server, and its books."""

    wire: WireServer
    path: SpeechPath
    speech: PaidSpeech
    ledger: Ledger
    meter: CostMeter

    async def heard(self, seconds: float | None = 1.5) -> Transcript:
        """Have the recording heard."""
        return await self.speech.transcribe(clip(seconds), KO)

    @property
    def taken(self) -> Amount:
        """What the room has spent or set aside."""
        return self.ledger.taken(ROOM)

    @property
    def paths(self) -> list[str]:
        """Where requests went."""
        return [request.path for request in self.wire.requests]


def clip(seconds: float | None) -> AudioClip:
    return attrs.evolve(
        audio_clip(WEBM), length_ms=None if seconds is None else Millis(round(seconds * 1000))
    )


def routing(url: str, *ears: Choice, limits: Limits = NO_LIMITS, seconds: float = 20.0) -> Routing:
    def provider(name: str) -> ProviderSettings:
        return ProviderSettings(
            name=name, kind=ProviderKind.OPENAI_COMPATIBLE, key=KEY, base_url=f"{url}/{name}/v1"
        )

    return Routing(
        providers={name: provider(name) for name in ("whisper", "other")},
        models={
            EARS: ModelSettings(family="whisper", times=True, price=Price(minute=0.006)),
            MORE_EARS: ModelSettings(family="other", price=Price(minute=0.0045)),
            VOICE: ModelSettings(family="whisper", voice="nova", price=Price(minute=0.015)),
        },
        tasks={
            Task.TRANSCRIBE: TaskRoute(models=ears, seconds=seconds),
            Task.SPEAK: TaskRoute(models=(VOICE,) if ears else (), seconds=seconds),
        },
        limits=limits,
    )


def on_stage(
    scene: Callable[[Stage], Awaitable[T]],
    *ears: Choice,
    script: tuple[Behaviour, ...] = (),
    limits: Limits = NO_LIMITS,
    seconds: float = 20.0,
) -> T:
    async def play() -> T:
        async with wire_server() as wire:
            wire.script.extend(script)
            table = routing(wire.url, *ears, limits=limits, seconds=seconds)
            ledger, meter = Ledger(limits, lambda: 20_000), CostMeter()
            providers = SpeechProviders(table.providers)
            # To import the SDK takes longer than a route allows when a machine is busy.
            for name in table.providers:
                await providers.get(name)
            path = SpeechPath(table, providers, ledger, meter=meter, jitter=lambda: 0.0)
            account = Account(room_id=RoomId("room-1"), person="jiwon")
            stage = Stage(wire=wire, path=path, speech=path.paid_by(account), ledger=ledger, meter=meter)
            try:
                return await scene(stage)
            finally:
                await path.close()

    return asyncio.run(play())
