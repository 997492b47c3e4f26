"""A calling path in virtual time, with providers that do as they are told."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Final, TypeVar

import attrs

from adapters.llm.asking import Account, Prompt, Task
from adapters.llm.budgets.ledger import NO_LIMITS, Ledger, Limits
from adapters.llm.budgets.price import Price
from adapters.llm.calling.call import Call, Provider, Reply, Usage
from adapters.llm.calling.failures import CallFailed, FailureKind
from adapters.llm.calling.path import CallingPath
from adapters.llm.meter import CostMeter
from adapters.llm.routing.settings import (
    Choice,
    ModelSettings,
    ProviderKind,
    ProviderSettings,
    Routing,
    TaskRoute,
)
from interview_engine.ids import RoomId
from tests.service.virtual_time import VirtualTimeLoop

T = TypeVar("T")

ACCOUNT: Final = Account(room_id=RoomId("room-1"), person="jiwon")
PROMPT: Final = Prompt(version="judge.ko/1", stable="Judge.", turn="An answer.", most_output_tokens=100)
GOOD: Final = '{"level": 4, "reason": "because"}'
USED: Final = Usage(input_tokens=50, output_tokens=10)
PRICE: Final = Price(input=1.0, output=5.0, cached=0.1, cache_write=1.25)


@attrs.frozen(kw_only=True)
class Verdict:
    """A small reply."""

    level: int
    reason: str


@attrs.frozen
class Told:
    """What a provider does with one call: after a delay, says something or fails."""

    said: str = GOOD
    after_s: float = 1.0
    fails: FailureKind | None = None
    retry_after_s: float | None = None
    usage: Usage = USED


class Obedient:
    """A provider that does as it is told; at the end of its script it goes on with the last.

    Attributes:
        calls: Everything it was asked, with the instant.
    """

    def __init__(self, *script: Told) -> None:
        self.script = list(script) or [Told()]
        self.calls: list[tuple[float, Call]] = []
        self.under_way = self.most_under_way = 0

    async def call(self, call: Call) -> Reply:
        told = self.script.pop(0) if len(self.script) > 1 else self.script[0]
        self.calls.append((asyncio.get_running_loop().time(), call))
        self.under_way += 1
        self.most_under_way = max(self.most_under_way, self.under_way)
        try:
            await asyncio.sleep(told.after_s)
        finally:
            self.under_way -= 1
        if told.fails is not None:
            raise CallFailed(told.fails, retry_after_s=told.retry_after_s, said=told.said)
        return Reply(text=told.said, usage=told.usage, model=call.model)

    async def close(self) -> None:
        self.calls.clear()


@attrs.define(eq=False)
class Opened:
    """Providers that are there already."""

    providers: Mapping[str, Provider]

    async def get(self, name: str) -> Provider:
        return self.providers[name]

    async def close(self) -> None:
        for provider in self.providers.values():
            await provider.close()


def choice(provider: str) -> Choice:
    """Return the one model of a provider."""
    return Choice(provider=provider, model="m")


def routing_of(
    *names: str,
    seconds: float = 20.0,
    at_once: int = 8,
    hedge_after_s: float = 0.0,
    limits: Limits = NO_LIMITS,
    keep_replies: bool = False,
) -> Routing:
    """Return a table in which every task may use these providers, in this order."""
    route = TaskRoute(
        models=tuple(map(choice, names)), seconds=seconds, at_once=at_once, hedge_after_s=hedge_after_s
    )
    return Routing(
        providers={
            name: ProviderSettings(name=name, kind=ProviderKind.OPENAI, at_once=at_once) for name in names
        },
        models={choice(name): ModelSettings(family=name, price=PRICE) for name in names},
        tasks=dict.fromkeys(Task, route),
        limits=limits,
        keep_replies=keep_replies,
    )


@attrs.define(eq=False, kw_only=True)
class Stage:
    """A path with its providers."""

    path: CallingPath
    ledger: Ledger
    meter: CostMeter
    providers: Mapping[str, Obedient]

    def now(self) -> float:
        """Return virtual time, in seconds."""
        return asyncio.get_running_loop().time()


def on_stage(
    scene: Callable[[Stage], Awaitable[T]], routing: Routing, providers: Mapping[str, Obedient]
) -> T:
    """Play a scene in virtual time."""
    loop = VirtualTimeLoop()

    async def play() -> T:
        ledger, meter = Ledger(routing.limits, lambda: 20_000), CostMeter()
        path = CallingPath(routing, Opened(providers), ledger, meter=meter, jitter=lambda: 0.5)
        return await scene(Stage(path=path, ledger=ledger, meter=meter, providers=providers))

    try:
        return loop.run_until_complete(play())
    finally:
        loop.close()
