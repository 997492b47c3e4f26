"""Any server that speaks OpenAI's chat completions: vLLM (KT's Mi:dm among others), Ollama, a gateway.

Their quirks: not all hold a model to a schema, so how it is told is a setting; `max_tokens` is the name that
all of them know; some models think aloud between tags before they reply; usage may be missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

import msgspec

from adapters.llm.calling.call import Call, Reply, Usage
from adapters.llm.calling.failures import CallFailed, FailureKind
from adapters.llm.providers.openai import failure_of
from adapters.llm.routing.settings import SchemaMode

if TYPE_CHECKING:
    from openai.types import CompletionUsage, ReasoningEffort
    from openai.types.chat import ChatCompletion, ChatCompletionMessageParam
    from openai.types.chat.completion_create_params import ResponseFormat

NO_KEY: Final = "none"
"""What is sent where a server wants no key: the SDK wants one."""
_END_OF_THOUGHT: Final = "</think>"


class OpenAICompatibleProvider:
    """A `Provider` on the SDK of OpenAI, for other servers."""

    def __init__(self, key: str, base_url: str, schema_modes: dict[str, SchemaMode]) -> None:
        """Make a client; retries are the calling path's business.

        Args:
            key: The API key; empty for a server that wants none.
            base_url: The server's address, as `http://localhost:11434/v1`.
            schema_modes: How each model is told the shape of a reply; strictly when it is not named.
        """
        from openai import AsyncOpenAI

        self._client = AsyncOpenAI(api_key=key or NO_KEY, base_url=base_url, max_retries=0)
        self._schema_modes = schema_modes

    async def call(self, call: Call) -> Reply:
        """Return a model's reply: see `Provider.call`."""
        mode = SchemaMode.PROMPT if call.plain else self._schema_modes.get(call.model, SchemaMode.STRICT)
        try:
            if call.stream:
                return await self._streamed(call, mode)
            completion = await self._whole(call, mode)
        except CallFailed:
            raise
        except Exception as error:
            raise failure_of(error) from error
        return _reply(completion)

    async def close(self) -> None:
        """Let go of connections."""
        await self._client.close()

    async def _whole(self, call: Call, mode: SchemaMode) -> ChatCompletion:
        from openai import omit

        return await self._client.chat.completions.create(
            model=call.model,
            messages=_messages(call, mode),
            response_format=omit if mode is SchemaMode.PROMPT else _format(call, mode),
            max_tokens=call.most_output_tokens,
            reasoning_effort=cast("ReasoningEffort", call.effort) if call.effort else omit,
            timeout=call.timeout_s,
        )

    async def _streamed(self, call: Call, mode: SchemaMode) -> Reply:
        from openai import omit

        said: list[str] = []
        finish, usage, model, refused = "", None, call.model, False
        stream = await self._client.chat.completions.create(
            model=call.model,
            messages=_messages(call, mode),
            response_format=omit if mode is SchemaMode.PROMPT else _format(call, mode),
            max_tokens=call.most_output_tokens,
            reasoning_effort=cast("ReasoningEffort", call.effort) if call.effort else omit,
            stream=True,
            stream_options={"include_usage": True},
            timeout=call.timeout_s,
        )
        async with stream:
            async for chunk in stream:
                usage, model = chunk.usage or usage, chunk.model or model
                for choice in chunk.choices[:1]:
                    said.append(choice.delta.content or "")
                    refused |= bool(choice.delta.refusal)
                    finish = choice.finish_reason or finish
        return _judged("".join(said), finish, _usage(usage), model, refused=refused)


def _reply(completion: object) -> Reply:
    from openai.types.chat import ChatCompletion as Expected

    if not isinstance(completion, Expected) or not completion.choices:
        raise CallFailed(FailureKind.GARBLED)
    choice = completion.choices[0]
    return _judged(
        choice.message.content or "",
        # Some servers say nothing of the end of a reply that is whole.
        cast("str | None", choice.finish_reason) or "stop",
        _usage(completion.usage),
        completion.model,
        refused=bool(choice.message.refusal),
    )


def _judged(said: str, finish: str, usage: Usage, model: str, *, refused: bool) -> Reply:
    said = said.rpartition(_END_OF_THOUGHT)[2].strip()
    if not finish:
        raise CallFailed(FailureKind.CUT_OFF)
    if refused or finish == "content_filter":
        raise CallFailed(FailureKind.REFUSED, usage=usage)
    if finish == "length":
        raise CallFailed(FailureKind.TRUNCATED, usage=usage, said=said)
    if not said:
        raise CallFailed(FailureKind.GARBLED, usage=usage)
    return Reply(text=said, usage=usage, model=model)


def _usage(usage: CompletionUsage | None) -> Usage:
    """Return what was counted; a server that counts nothing is settled at what was reserved."""
    if usage is None:
        return Usage()
    details = usage.prompt_tokens_details
    return Usage(
        input_tokens=usage.prompt_tokens,
        cached_tokens=(details.cached_tokens or 0) if details is not None else 0,
        output_tokens=usage.completion_tokens,
    )


def _messages(call: Call, mode: SchemaMode) -> list[ChatCompletionMessageParam]:
    stable = call.stable
    if mode is not SchemaMode.STRICT:
        schema = msgspec.json.encode(call.schema).decode()
        stable = f"{stable}\n\nReply with one JSON object of this JSON schema and nothing else:\n{schema}"
    messages: list[ChatCompletionMessageParam] = [
        {"role": "system", "content": stable},
        {"role": "user", "content": "\n\n".join(call.user_parts)},
    ]
    if call.repair is not None:
        if call.repair.said:
            messages.append({"role": "assistant", "content": call.repair.said})
        messages.append({"role": "user", "content": call.repair.advice})
    return messages


def _format(call: Call, mode: SchemaMode) -> ResponseFormat:
    if mode is SchemaMode.JSON:
        return {"type": "json_object"}
    return {
        "type": "json_schema",
        "json_schema": {"name": call.schema_name, "schema": dict(call.schema), "strict": True},
    }
