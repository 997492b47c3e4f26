"""Anthropic's models over the Messages API.

Its quirks: no sampling parameters; thinking counts against the reply's bound; what is to be cached is marked
block by block; tokens from and into the cache are counted beside the other input, not within it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from adapters.llm.calling.call import Call, Reply, Usage
from adapters.llm.calling.failures import CallFailed, FailureKind, kind_of_status, seconds_asked
from adapters.llm.providers.transport import kind_of_transport

if TYPE_CHECKING:
    from anthropic.types import Message, MessageParam, OutputConfigParam, TextBlockParam
    from anthropic.types import Usage as AnthropicUsage

BY_TYPE: Final = {
    "authentication_error": FailureKind.KEY_REFUSED,
    "permission_error": FailureKind.KEY_REFUSED,
    "billing_error": FailureKind.NO_CREDIT,
    "not_found_error": FailureKind.NO_SUCH_MODEL,
    "request_too_large": FailureKind.TOO_LONG,
    "rate_limit_error": FailureKind.RATE_LIMITED,
    "overloaded_error": FailureKind.OVERLOADED,
    "api_error": FailureKind.OVERLOADED,
    "timeout_error": FailureKind.OVERLOADED,
    "invalid_request_error": FailureKind.BAD_REQUEST,
}
"""What the provider's own error types mean; they come before the HTTP status."""
BY_STOP: Final = {
    "max_tokens": FailureKind.TRUNCATED,
    "model_context_window_exceeded": FailureKind.TRUNCATED,
    "refusal": FailureKind.REFUSED,
    "tool_use": FailureKind.GARBLED,
    "pause_turn": FailureKind.GARBLED,
}
"""Why a reply that ended so can't be used."""


class AnthropicProvider:
    """A `Provider` on the SDK of Anthropic."""

    def __init__(self, key: str, base_url: str = "") -> None:
        """Make a client; retries are the calling path's business.

        Args:
            key: The API key.
            base_url: Another address than Anthropic's own; empty for that.
        """
        from anthropic import AsyncAnthropic

        self._client = AsyncAnthropic(api_key=key, base_url=base_url or None, max_retries=0)

    async def call(self, call: Call) -> Reply:
        """Return a model's reply: see `Provider.call`."""
        try:
            message = await (self._streamed(call) if call.stream else self._whole(call))
        except CallFailed:
            raise
        except Exception as error:
            raise failure_of(error) from error
        return reply_of(message)

    async def close(self) -> None:
        """Let go of connections."""
        await self._client.close()

    async def _whole(self, call: Call) -> Message:
        return await self._client.messages.create(
            model=call.model,
            max_tokens=call.most_output_tokens,
            system=[_text(call.stable, end_of_prefix=call.cache)],
            messages=_messages(call),
            output_config=_output(call),
            timeout=call.timeout_s,
        )

    async def _streamed(self, call: Call) -> Message:
        async with self._client.messages.stream(
            model=call.model,
            max_tokens=call.most_output_tokens,
            system=[_text(call.stable, end_of_prefix=call.cache)],
            messages=_messages(call),
            output_config=_output(call),
            timeout=call.timeout_s,
        ) as stream:
            return await stream.get_final_message()


def failure_of(error: Exception) -> CallFailed:
    """Return what an exception of the SDK means.

    Args:
        error: Whatever was raised while a call was made.
    """
    import anthropic

    if isinstance(error, anthropic.APITimeoutError):
        return CallFailed(kind_of_transport(error) or FailureKind.TIMED_OUT)
    if isinstance(error, anthropic.APIConnectionError):
        return CallFailed(kind_of_transport(error) or FailureKind.UNREACHABLE)
    if isinstance(error, anthropic.APIResponseValidationError):
        return CallFailed(FailureKind.GARBLED)
    if isinstance(error, anthropic.APIStatusError):
        word = str(error.type or "")
        return CallFailed(
            BY_TYPE.get(word) or kind_of_status(error.status_code),
            retry_after_s=seconds_asked(error.response.headers.get("retry-after")),
            detail=error.error_code or word or str(error.status_code),
        )
    return CallFailed(kind_of_transport(error) or FailureKind.GARBLED, detail=type(error).__name__)


def reply_of(message: Message) -> Reply:
    """Return what a message of the SDK says.

    Raises:
        CallFailed: It says nothing that could be used.
    """
    from anthropic.types import Message as Expected

    if not isinstance(message, Expected):
        raise CallFailed(FailureKind.GARBLED)
    usage = _usage(message.usage)
    said = "".join(block.text for block in message.content or () if block.type == "text")
    if message.stop_reason in BY_STOP:
        raise CallFailed(BY_STOP[message.stop_reason], usage=usage, said=said)
    if message.stop_reason is None:
        raise CallFailed(FailureKind.CUT_OFF)
    if not said.strip():
        raise CallFailed(FailureKind.GARBLED, usage=usage)
    return Reply(text=said, usage=usage, model=str(message.model or ""))


def _usage(usage: AnthropicUsage | None) -> Usage:
    if usage is None:
        raise CallFailed(FailureKind.GARBLED, detail="no_usage")
    read = usage.cache_read_input_tokens or 0
    written = usage.cache_creation_input_tokens or 0
    return Usage(
        input_tokens=usage.input_tokens + read + written,
        cached_tokens=read,
        cache_written_tokens=written,
        output_tokens=usage.output_tokens,
    )


def _messages(call: Call) -> list[MessageParam]:
    marks = (call.room,) if call.cache else ()
    parts = [_text(part, end_of_prefix=part in marks) for part in call.user_parts]
    messages: list[MessageParam] = [{"role": "user", "content": parts}]
    if call.repair is not None:
        if call.repair.said:
            messages.append({"role": "assistant", "content": call.repair.said})
        messages.append({"role": "user", "content": call.repair.advice})
    return messages


def _text(text: str, *, end_of_prefix: bool) -> TextBlockParam:
    if end_of_prefix:
        return {"type": "text", "text": text, "cache_control": {"type": "ephemeral"}}
    return {"type": "text", "text": text}


def _output(call: Call) -> OutputConfigParam:
    output: OutputConfigParam = {"format": {"type": "json_schema", "schema": dict(call.schema)}}
    if call.effort:
        output["effort"] = call.effort  # type: ignore[typeddict-item]  # an operator's word, checked there
    return output
