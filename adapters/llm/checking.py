"""Asks every configured model once, and reports what it can do: latency, cost, strict replies, caching."""

from __future__ import annotations

import asyncio
import enum
from collections.abc import AsyncIterator
from typing import Final

import attrs

from adapters.llm.asking import WRITTEN, ReplyUnfit, Task
from adapters.llm.calling.call import Call, Reply
from adapters.llm.calling.failures import CallFailed, FailureKind
from adapters.llm.calling.mending import plainer
from adapters.llm.calling.path import OpensProviders
from adapters.llm.calling.schema import decode_reply, reply_schema
from adapters.llm.routing.settings import Choice, ModelSettings, Routing

PATIENCE_S: Final = 30.0
_WORDS: Final = "You are a connection check of an interview simulator. Answer exactly as you are told. "
_LONG: Final = 120
"""Repeated so often the prefix is long enough for any provider's cache."""


class Mood(enum.Enum):
    """Something to choose."""

    CALM = "calm"
    TENSE = "tense"


@attrs.frozen(kw_only=True)
class CheckReply:
    """What a model is asked for."""

    greeting: str
    mood: Mood


@attrs.frozen(kw_only=True)
class ModelChecked:
    """What was found of one model.

    Attributes:
        choice: Which.
        tasks: What it is used for.
        failure: Why it can't be used; None when it can.
        detail: The provider's own word for it.
        latency_ms: Of the first call.
        micros: What both calls cost, in millionths of a US dollar.
        priced: Whether its price is known.
        strict: Its reply kept to the schema.
        plain: It takes neither a word on how much to think nor marks for caching.
        cached_tokens: What the second call read from the cache.
    """

    choice: Choice
    tasks: tuple[Task, ...]
    failure: FailureKind | None = None
    detail: str = ""
    latency_ms: int = 0
    micros: int = 0
    priced: bool = True
    strict: bool = False
    plain: bool = False
    cached_tokens: int = 0


async def check_models(routing: Routing, providers: OpensProviders) -> AsyncIterator[ModelChecked]:
    """Yield what is found of each model that writes, in the order of the tasks.

    Two calls are made to each: the second shows whether the prefix of the first was cached. They are not
    counted against any budget.

    Args:
        routing: Which models there are.
        providers: Opens them.
    """
    for choice in routing.choices_of(WRITTEN):
        tasks = tuple(task for task in WRITTEN if choice in routing.route(task).models)
        yield await _checked(choice, tasks, routing.models[choice], providers)


async def _checked(
    choice: Choice, tasks: tuple[Task, ...], model: ModelSettings, providers: OpensProviders
) -> ModelChecked:
    found = ModelChecked(choice=choice, tasks=tasks, priced=model.price.known)
    call = _call(choice, model)
    try:
        provider = await providers.get(choice.provider)
    except Exception as error:  # noqa: BLE001 -- a missing SDK or a bad address is a finding
        return attrs.evolve(found, failure=FailureKind.BAD_REQUEST, detail=type(error).__name__)
    loop = asyncio.get_running_loop()
    began = loop.time()
    try:
        async with asyncio.timeout(2 * PATIENCE_S):
            try:
                reply = await provider.call(call)
            except CallFailed as failed:
                if not failed.consequence.plainer:
                    raise
                call = plainer(call)
                began = loop.time()
                reply = await provider.call(call)
            latency = round((loop.time() - began) * 1000)
            again = await provider.call(call)
    except TimeoutError:
        return attrs.evolve(found, failure=FailureKind.TIMED_OUT)
    except CallFailed as failed:
        return attrs.evolve(found, failure=failed.kind, detail=failed.detail)
    return attrs.evolve(
        found,
        latency_ms=latency,
        micros=model.price.micros(reply.usage) + model.price.micros(again.usage),
        strict=_kept(reply),
        plain=call.plain,
        cached_tokens=again.usage.cached_tokens,
    )


def _kept(reply: Reply) -> bool:
    try:
        decode_reply(reply.text, CheckReply)
    except ReplyUnfit:
        return False
    return True


def _call(choice: Choice, model: ModelSettings) -> Call:
    return Call(
        model=choice.model,
        stable=_WORDS * _LONG,
        turn="Greet the candidate in Korean, in one short sentence, and choose the mood calm.",
        schema=reply_schema(CheckReply),
        schema_name="check",
        most_output_tokens=200 + model.thinking_tokens,
        effort=model.effort,
        cache=model.cache,
        stream=model.stream,
        timeout_s=PATIENCE_S,
    )
