"""Every family of providers keeps one contract, on its real SDK against a server on this machine."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import attrs
import pytest

from adapters.llm.calling.call import Provider, Repair, Usage
from adapters.llm.calling.failures import CallFailed, FailureKind
from adapters.llm.routing.settings import ProviderKind
from tests.llm.families import FAMILIES, KEY, Family, a_call
from tests.llm.wire.behaviour import Behaviour, Way, error
from tests.llm.wire.server import WireServer, wire_server

T = TypeVar("T")
SAID = '{"level": 4, "reason": "이유가 뚜렷합니다"}'
families = pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.kind.value)
streaming = pytest.mark.parametrize("stream", [False, True], ids=["whole", "streamed"])


def at_server(family: Family, scene: Callable[[WireServer, Provider], Awaitable[T]], *script: Behaviour) -> T:
    """Play a scene with a provider at a server that does these things in turn."""

    async def play() -> T:
        async with wire_server() as server:
            server.script.extend(script)
            provider = family.provider(server.url)
            try:
                return await scene(server, provider)
            finally:
                await provider.close()

    return asyncio.run(play())


def failure(family: Family, behaviour: Behaviour, *, stream: bool, timeout_s: float = 10.0) -> CallFailed:
    """Return how a call fails."""

    async def scene(server: WireServer, provider: Provider) -> CallFailed:
        with pytest.raises(CallFailed) as failed:
            await provider.call(a_call(stream=stream, timeout_s=timeout_s))
        assert len(server.requests) == 1, "a provider retries nothing"
        return failed.value

    return at_server(family, scene, behaviour)


@families
@streaming
def test_a_reply_comes_word_for_word_with_its_usage(family: Family, stream: bool) -> None:
    async def scene(server: WireServer, provider: Provider) -> None:
        reply = await provider.call(a_call(stream=stream))
        assert reply.text == SAID
        assert reply.usage == Usage(input_tokens=120, cached_tokens=100, output_tokens=30)
        assert reply.model
        assert server.requests[0].path.startswith(family.path)

    at_server(family, scene, Behaviour(text=SAID))


@families
@streaming
def test_a_refusal_is_told_apart(family: Family, stream: bool) -> None:
    failed = failure(family, Behaviour(way=Way.REFUSAL), stream=stream)
    assert failed.kind is FailureKind.REFUSED
    assert failed.usage is not None
    assert failed.usage.input_tokens == 120


@families
@streaming
def test_a_reply_that_was_too_long_is_truncated(family: Family, stream: bool) -> None:
    failed = failure(family, Behaviour(way=Way.TRUNCATION, text=SAID), stream=stream)
    assert failed.kind is FailureKind.TRUNCATED
    assert failed.usage is not None
    assert failed.usage.output_tokens == 30


@families
@streaming
def test_an_empty_reply_is_garbled(family: Family, stream: bool) -> None:
    assert failure(family, Behaviour(way=Way.EMPTY), stream=stream).kind is FailureKind.GARBLED


@families
@streaming
def test_a_body_that_is_no_json_is_garbled(family: Family, stream: bool) -> None:
    assert failure(family, Behaviour(way=Way.GARBLED_BODY), stream=stream).kind in (
        FailureKind.GARBLED,
        FailureKind.CUT_OFF,
    )


@families
@streaming
def test_a_connection_that_is_cut_is_cut_off(family: Family, stream: bool) -> None:
    failed = failure(family, Behaviour(way=Way.CUT, text=SAID * 20), stream=stream)
    assert failed.kind is FailureKind.CUT_OFF


@families
@streaming
def test_silence_ends_at_the_calls_time_limit(family: Family, stream: bool) -> None:
    failed = failure(family, Behaviour(way=Way.SILENCE), stream=stream, timeout_s=0.3)
    assert failed.kind is FailureKind.TIMED_OUT


@families
def test_a_server_that_is_not_there_is_unreachable(family: Family) -> None:
    async def scene() -> None:
        async with wire_server() as server:
            url = server.url
        provider = family.provider(url)
        with pytest.raises(CallFailed) as failed:
            await provider.call(a_call(timeout_s=5))
        assert failed.value.kind is FailureKind.UNREACHABLE
        await provider.close()

    asyncio.run(scene())


@families
@pytest.mark.parametrize(
    "status,kind",
    [
        (400, FailureKind.BAD_REQUEST),
        (401, FailureKind.KEY_REFUSED),
        (403, FailureKind.KEY_REFUSED),
        (404, FailureKind.NO_SUCH_MODEL),
        (413, FailureKind.TOO_LONG),
        (422, FailureKind.BAD_REQUEST),
        (429, FailureKind.RATE_LIMITED),
        (500, FailureKind.OVERLOADED),
        (503, FailureKind.OVERLOADED),
        (529, FailureKind.OVERLOADED),
    ],
)
def test_a_status_means_the_same_everywhere(family: Family, status: int, kind: FailureKind) -> None:
    assert failure(family, error(status), stream=False).kind is kind


@families
@streaming
def test_too_many_requests_say_how_long_to_wait(family: Family, stream: bool) -> None:
    failed = failure(family, error(429, retry_after="7"), stream=stream)
    assert failed.kind is FailureKind.RATE_LIMITED
    assert failed.retry_after_s == 7


@pytest.mark.parametrize(
    "kind,status,code,meaning",
    [
        (ProviderKind.OPENAI, 429, "insufficient_quota", FailureKind.NO_CREDIT),
        (ProviderKind.OPENAI, 400, "context_length_exceeded", FailureKind.TOO_LONG),
        (ProviderKind.OPENAI, 400, "content_policy_violation", FailureKind.REFUSED),
        (ProviderKind.OPENAI_COMPATIBLE, 429, "insufficient_quota", FailureKind.NO_CREDIT),
        (ProviderKind.ANTHROPIC, 402, "billing_error", FailureKind.NO_CREDIT),
        (ProviderKind.ANTHROPIC, 400, "request_too_large", FailureKind.TOO_LONG),
        (ProviderKind.GEMINI, 400, "API_KEY_INVALID", FailureKind.KEY_REFUSED),
    ],
)
def test_a_providers_own_word_comes_before_the_status(
    kind: ProviderKind, status: int, code: str, meaning: FailureKind
) -> None:
    family = next(family for family in FAMILIES if family.kind is kind)
    assert failure(family, error(status, code), stream=False).kind is meaning


@families
def test_a_failure_shows_neither_the_key_nor_the_prompt(family: Family) -> None:
    for behaviour in (error(401), error(400), Behaviour(way=Way.REFUSAL), Behaviour(way=Way.CUT)):
        failed = failure(family, behaviour, stream=False)
        shown = f"{failed} {failed!r} {failed.detail}"
        assert KEY not in shown
        assert "because" not in shown


@families
def test_no_sampling_parameter_is_sent(family: Family) -> None:
    async def scene(server: WireServer, provider: Provider) -> str:
        await provider.call(a_call())
        return str(server.requests[0].body)

    sent = at_server(family, scene, Behaviour(text=SAID))
    for word in ("temperature", "top_p", "topP", "top_k", "seed"):
        assert word not in sent


@families
def test_the_schema_is_sent_strictly(family: Family) -> None:
    async def scene(server: WireServer, provider: Provider) -> str:
        await provider.call(a_call())
        return str(server.requests[0].body)

    sent = at_server(family, scene, Behaviour(text=SAID))
    assert "'additionalProperties': False" in sent
    assert "'required': ['level', 'reason']" in sent
    if family.kind in (ProviderKind.OPENAI, ProviderKind.OPENAI_COMPATIBLE):
        assert "'strict': True" in sent


@families
def test_a_repair_repeats_what_was_said_and_what_was_wrong(family: Family) -> None:
    async def scene(server: WireServer, provider: Provider) -> str:
        call = attrs.evolve(a_call(), repair=Repair(said="{}", advice="Say why."))
        await provider.call(call)
        return str(server.requests[0].body)

    sent = at_server(family, scene, Behaviour(text=SAID))
    assert sent.index("because") < sent.index("Say why.")


def test_openai_marks_both_prefixes_and_stores_nothing() -> None:
    async def scene(server: WireServer, provider: Provider) -> dict[str, object]:
        await provider.call(a_call())
        await provider.call(a_call(cache=False))
        assert "prompt_cache_breakpoint" not in str(server.requests[1].body)
        assert "prompt_cache_options" not in server.requests[1].body
        return server.requests[0].body

    body = at_server(FAMILIES[0], scene, Behaviour(text=SAID), Behaviour(text=SAID))
    assert str(body["input"]).count("prompt_cache_breakpoint") == 2
    assert body["store"] is False
    assert body["reasoning"] == {"effort": "low"}


def test_anthropic_marks_both_prefixes() -> None:
    async def scene(server: WireServer, provider: Provider) -> dict[str, object]:
        await provider.call(a_call())
        return server.requests[0].body

    body = at_server(FAMILIES[1], scene, Behaviour(text=SAID))
    assert "cache_control" in str(body["system"])
    assert str(body["messages"]).count("cache_control") == 1
    assert str(body["output_config"]).count("json_schema") == 1


def test_anthropic_counts_the_cache_beside_the_other_input() -> None:
    async def scene(server: WireServer, provider: Provider) -> Usage:
        return (await provider.call(a_call())).usage

    used = Behaviour(text=SAID, input_tokens=300, cached_tokens=100, cache_written_tokens=150)
    assert at_server(FAMILIES[1], scene, used) == Usage(
        input_tokens=300, cached_tokens=100, cache_written_tokens=150, output_tokens=30
    )


def test_thoughts_that_a_local_model_speaks_aloud_are_no_part_of_its_reply() -> None:
    async def scene(server: WireServer, provider: Provider) -> str:
        return (await provider.call(a_call())).text

    assert at_server(FAMILIES[3], scene, Behaviour(text=f"<think>{{음}}</think>\n{SAID}")) == SAID
