"""Google's Gemini models over the Gemini API.

Its quirks: a blocked prompt has no candidate at all; thoughts are counted beside the reply; how long to wait
after too many requests stands in the error's details; the prefix of a prompt is cached without being marked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from adapters.llm.calling.call import Call, Reply, Usage
from adapters.llm.calling.failures import CallFailed, FailureKind, kind_of_status, seconds_asked
from adapters.llm.providers.transport import kind_of_transport

if TYPE_CHECKING:
    from google.genai.errors import APIError
    from google.genai.types import (
        ContentDict,
        GenerateContentConfig,
        GenerateContentResponse,
        GenerateContentResponseUsageMetadata,
    )

BY_STATUS_WORD: Final = {
    "RESOURCE_EXHAUSTED": FailureKind.RATE_LIMITED,
    "UNAVAILABLE": FailureKind.OVERLOADED,
    "INTERNAL": FailureKind.OVERLOADED,
    "DEADLINE_EXCEEDED": FailureKind.OVERLOADED,
    "UNAUTHENTICATED": FailureKind.KEY_REFUSED,
    "PERMISSION_DENIED": FailureKind.KEY_REFUSED,
    "NOT_FOUND": FailureKind.NO_SUCH_MODEL,
    "FAILED_PRECONDITION": FailureKind.NO_CREDIT,
    "INVALID_ARGUMENT": FailureKind.BAD_REQUEST,
}
"""What the provider's own status words mean; they come before the HTTP status."""
BY_REASON: Final = {"API_KEY_INVALID": FailureKind.KEY_REFUSED}
"""Reasons within an error's details that say more than its status: a wrong key is an "invalid argument"."""
_CUT_SHORT: Final = ("MAX_TOKENS", "CONTINUATION")
_GARBLED: Final = ("MALFORMED_FUNCTION_CALL", "UNEXPECTED_TOOL_CALL", "MALFORMED_RESPONSE", "OTHER")


class GeminiProvider:
    """A `Provider` on the SDK of Google."""

    def __init__(self, key: str, base_url: str = "") -> None:
        """Make a client; without retry options it retries nothing.

        Args:
            key: The API key.
            base_url: Another address than Google's own; empty for that.
        """
        from google import genai
        from google.genai.types import HttpOptions

        options = HttpOptions(base_url=base_url) if base_url else HttpOptions()
        self._client = genai.Client(api_key=key, vertexai=False, http_options=options)

    async def call(self, call: Call) -> Reply:
        """Return a model's reply: see `Provider.call`."""
        try:
            if call.stream:
                return await self._streamed(call)
            response = await self._client.aio.models.generate_content(
                model=call.model,
                contents=_contents(call),
                config=_config(call),
            )
        except CallFailed:
            raise
        except Exception as error:
            raise failure_of(error) from error
        return _Gathered().with_chunk(response).reply(call.model)

    async def close(self) -> None:
        """Let go of connections."""
        await self._client.aio.aclose()

    async def _streamed(self, call: Call) -> Reply:
        gathered = _Gathered()
        async for chunk in await self._client.aio.models.generate_content_stream(
            model=call.model,
            contents=_contents(call),
            config=_config(call),
        ):
            gathered.with_chunk(chunk)
        return gathered.reply(call.model)


class _Gathered:
    """A reply that comes in one or more pieces."""

    def __init__(self) -> None:
        self._said: list[str] = []
        self._usage: GenerateContentResponseUsageMetadata | None = None
        self._finish = ""
        self._blocked = False
        self._model = ""

    def with_chunk(self, chunk: GenerateContentResponse) -> _Gathered:
        self._usage = chunk.usage_metadata or self._usage
        self._model = chunk.model_version or self._model
        feedback = chunk.prompt_feedback
        self._blocked |= feedback is not None and feedback.block_reason is not None
        for candidate in (chunk.candidates or ())[:1]:
            if candidate.finish_reason is not None:
                self._finish = candidate.finish_reason.value
            parts = candidate.content.parts if candidate.content is not None else None
            self._said.extend(part.text for part in parts or () if part.text and not part.thought)
        return self

    def reply(self, model: str) -> Reply:
        said = "".join(self._said)
        if self._usage is None and not self._blocked:
            kind = FailureKind.CUT_OFF if said or not self._finish else FailureKind.GARBLED
            raise CallFailed(kind, detail="no_usage")
        usage = _usage(self._usage)
        if self._blocked:
            raise CallFailed(FailureKind.REFUSED, usage=usage)
        if not self._finish:
            raise CallFailed(FailureKind.CUT_OFF)
        if self._finish in _CUT_SHORT:
            raise CallFailed(FailureKind.TRUNCATED, usage=usage, said=said)
        if self._finish != "STOP":
            kind = FailureKind.GARBLED if self._finish in _GARBLED else FailureKind.REFUSED
            raise CallFailed(kind, usage=usage, detail=self._finish)
        if not said.strip():
            raise CallFailed(FailureKind.GARBLED, usage=usage)
        return Reply(text=said, usage=usage, model=self._model or model)


def failure_of(error: Exception) -> CallFailed:
    """Return what an exception of the SDK means.

    Args:
        error: Whatever was raised while a call was made.
    """
    from google.genai import errors

    if isinstance(error, errors.APIError):
        kind = _by_reason(error) or BY_STATUS_WORD.get(error.status or "")
        headers = getattr(error.response, "headers", None)
        wait = _delay(error)
        if wait is None and headers is not None:
            wait = seconds_asked(headers.get("retry-after"))
        detail = error.status if error.status in BY_STATUS_WORD else str(error.code)
        return CallFailed(
            kind or kind_of_status(_number(error.code)), retry_after_s=wait, detail=detail or ""
        )
    return CallFailed(kind_of_transport(error) or FailureKind.GARBLED, detail=type(error).__name__)


def _number(code: object) -> int:
    return code if isinstance(code, int) else 500


def _details(error: APIError) -> tuple[dict[str, object], ...]:
    body: object = error.details
    inner: object = body.get("error") if isinstance(body, dict) else None
    details: object = inner.get("details") if isinstance(inner, dict) else None
    return tuple(item for item in details if isinstance(item, dict)) if isinstance(details, list) else ()


def _by_reason(error: APIError) -> FailureKind | None:
    return next(
        (BY_REASON[reason] for item in _details(error) if (reason := item.get("reason")) in BY_REASON), None
    )


def _delay(error: APIError) -> float | None:
    for item in _details(error):
        delay = item.get("retryDelay")
        if isinstance(delay, str):
            return seconds_asked(delay.removesuffix("s"))
    return None


def _usage(usage: GenerateContentResponseUsageMetadata | None) -> Usage:
    if usage is None:
        return Usage()
    return Usage(
        input_tokens=usage.prompt_token_count or 0,
        cached_tokens=usage.cached_content_token_count or 0,
        output_tokens=(usage.candidates_token_count or 0) + (usage.thoughts_token_count or 0),
    )


def _contents(call: Call) -> list[ContentDict]:
    contents: list[ContentDict] = [
        {"role": "user", "parts": [{"text": part} for part in call.user_parts]},
    ]
    if call.repair is not None:
        if call.repair.said:
            contents.append({"role": "model", "parts": [{"text": call.repair.said}]})
        contents.append({"role": "user", "parts": [{"text": call.repair.advice}]})
    return contents


def _config(call: Call) -> GenerateContentConfig:
    from google.genai import types

    return types.GenerateContentConfig(
        http_options=types.HttpOptions(timeout=max(1, round(call.timeout_s * 1000))),
        system_instruction=call.stable,
        max_output_tokens=call.most_output_tokens,
        response_mime_type="application/json",
        response_json_schema=dict(call.schema),
        thinking_config=types.ThinkingConfig(thinking_level=types.ThinkingLevel(call.effort.upper()))
        if call.effort
        else None,
        automatic_function_calling=types.AutomaticFunctionCallingConfig(disable=True),
    )
