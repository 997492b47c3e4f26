"""The one path on the real SDKs, against servers on this machine: again, mended, next, beside, left alone."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TypeVar

import attrs
import pytest

from adapters.llm.asking import Account, Asked, NoModelAnswered, Prompt, Task
from adapters.llm.budgets.ledger import Limit, Limits
from adapters.llm.calling.path import CallingPath
from adapters.llm.meter import CostMeter
from adapters.llm.opening import open_ledger, open_path
from adapters.llm.routing.loading import load_routing
from adapters.llm.routing.settings import Routing
from interview_engine.ids import RoomId
from tests.llm.families import FAMILIES, KEY, Family, Verdict
from tests.llm.wire.behaviour import Behaviour, error
from tests.llm.wire.server import WireServer, wire_server

T = TypeVar("T")
GOOD = Behaviour(text='{"level": 4, "reason": "이유가 뚜렷합니다"}')
PROMPT = Prompt(version="judge.ko/1", stable="Judge.", turn="An answer.", most_output_tokens=100)
ACCOUNT = Account(room_id=RoomId("room-1"), person="jiwon")
OPENAI, ANTHROPIC = FAMILIES[:2]
families = pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.kind.value)
Scene = Callable[[CallingPath, tuple[WireServer, ...]], Awaitable[T]]


def on_sdks(
    scene: Scene[T],
    folder: Path,
    *used: Family,
    change: Callable[[Routing], Routing] = lambda routing: routing,
    meter: CostMeter | None = None,
) -> T:
    """Play a scene with families of providers, each at a server of its own."""

    async def play() -> T:
        async with AsyncExitStack() as stack:
            servers = [await stack.enter_async_context(wire_server()) for _ in used]
            variables = {"INTERVIEW_ENGINE_LLM_MODEL": "midm"} if used == (FAMILIES[3],) else {}
            for family, server in zip(used, servers, strict=True):
                variables |= {
                    family.key_variable: KEY,
                    family.url_variable: server.url + family.suffix,
                }
            routing = load_routing(variables)
            assert routing is not None
            changed = change(routing)
            path = open_path(changed, open_ledger(changed, folder), meter=meter)
            await path.ready()
            try:
                return await scene(path, tuple(servers))
            finally:
                await path.close()

    return asyncio.run(play())


async def ask(path: CallingPath, seconds: float = 20.0) -> Asked[Verdict]:
    asking = path.until(asyncio.get_running_loop().time() + seconds)
    return await asking.ask(Task.QUESTION, PROMPT, Verdict, budget=ACCOUNT)


def hedging(routing: Routing) -> Routing:
    route = attrs.evolve(routing.route(Task.QUESTION), hedge_after_s=0.3)
    return attrs.evolve(routing, tasks={**routing.tasks, Task.QUESTION: route})


@families
def test_a_wait_that_is_asked_for_is_kept_and_an_unfit_reply_is_mended_once(
    family: Family, tmp_path: Path
) -> None:
    async def scene(path: CallingPath, servers: tuple[WireServer, ...]) -> tuple[float, list[str]]:
        (server,) = servers
        server.script.extend([error(429, retry_after="1"), Behaviour(text="no json"), GOOD])
        began = asyncio.get_running_loop().time()
        asked = await ask(path)
        assert asked.reply == Verdict(level=4, reason="이유가 뚜렷합니다")
        took = asyncio.get_running_loop().time() - began
        return took, [json.dumps(request.body) for request in server.requests]

    took, sent = on_sdks(scene, tmp_path, family)
    assert took >= 1.0
    assert len(sent) == 3
    assert "no json" not in sent[1]
    assert "no json" in sent[2]


@families
def test_a_model_that_takes_no_word_on_effort_and_caching_is_asked_without(
    family: Family, tmp_path: Path
) -> None:
    async def scene(path: CallingPath, servers: tuple[WireServer, ...]) -> list[str]:
        (server,) = servers
        server.script.extend([error(400), GOOD, GOOD])
        for _ in range(2):
            assert (await ask(path)).reply.level == 4
        return [json.dumps(request.body) for request in server.requests]

    first, *plain = on_sdks(scene, tmp_path, family)
    assert len(plain) == 2
    for sent in plain:
        assert not any(
            word in sent for word in ("effort", "thinkingLevel", "cache_control", "prompt_cache_options")
        )
        assert len(sent) < len(first) or "JSON schema" in sent


def test_a_broken_provider_is_left_for_the_next_and_then_left_alone(tmp_path: Path) -> None:
    async def scene(path: CallingPath, servers: tuple[WireServer, ...]) -> list[str]:
        openai, anthropic = servers
        openai.script.extend([error(503)] * 9)
        anthropic.script.extend([GOOD] * 3)
        troubles = [(await ask(path)).provenance for _ in range(3)]
        assert {made.family for made in troubles} == {"anthropic"}
        assert len(openai.requests) <= 5
        return [made.trouble.partition("=")[2] for made in troubles]

    first, _, last = on_sdks(scene, tmp_path, OPENAI, ANTHROPIC)
    assert first == "overloaded (503)"
    assert last == "resting (overloaded)"


def test_a_second_call_beside_a_slow_one_is_made_at_the_next_provider(tmp_path: Path) -> None:
    async def scene(path: CallingPath, servers: tuple[WireServer, ...]) -> tuple[str, float]:
        openai, anthropic = servers
        openai.script.append(attrs.evolve(GOOD, delay_s=5.0))
        anthropic.script.append(GOOD)
        began = asyncio.get_running_loop().time()
        made = (await ask(path)).provenance
        return made.family, asyncio.get_running_loop().time() - began

    family, took = on_sdks(scene, tmp_path, OPENAI, ANTHROPIC, change=hedging)
    assert family == "anthropic"
    assert took < 4.0


def test_calls_at_the_same_time_never_overspend_and_cost_what_was_counted(tmp_path: Path) -> None:
    limit, meter = 100_000, CostMeter()

    async def scene(path: CallingPath, servers: tuple[WireServer, ...]) -> int:
        (server,) = servers
        server.script.extend([attrs.evolve(GOOD, delay_s=0.05)] * 30)
        done = await asyncio.gather(*(ask(path) for _ in range(30)), return_exceptions=True)
        refused = [one for one in done if isinstance(one, NoModelAnswered)]
        assert refused
        assert all("budget_day" in reason for one in refused for reason in one.reasons)
        return len(server.requests)

    def limited(routing: Routing) -> Routing:
        return attrs.evolve(routing, limits=Limits(day=Limit(micros=limit)))

    calls = on_sdks(scene, tmp_path, ANTHROPIC, change=limited, meter=meter)
    total = next(iter(meter.totals().values()))
    assert total.calls == calls
    # 20 fresh tokens at 2 dollars a million, 100 cached ones at 0.10, 30 out at 10.
    assert total.micros == calls * (20 * 2 + 100 // 10 + 30 * 10)
    assert total.micros <= limit
