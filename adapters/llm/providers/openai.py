"""OpenAI's models over the Responses API.

Its quirks: strict schemas want every field required and objects closed; thinking counts against the
reply's bound; from gpt-5.6 on only marked prefixes are cached reliably; nothing is stored there.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from adapters.llm.calling.call import Call, Reply, Usage
from adapters.llm.calling.failures import CallFailed, FailureKind, kind_of_status, seconds_asked
from adapters.llm.providers.transport import kind_of_transport

if TYPE_CHECKING:
    from openai.types.responses import (
        Response,
        ResponseFormatTextJSONSchemaConfigParam,
        ResponseInputParam,
        ResponseInputTextParam,
        ResponseUsage,
    )
    from openai.types.shared_params import Reasoning

BY_CODE: Final = {
    "insufficient_quota": FailureKind.NO_CREDIT,
    "billing_hard_limit_reached": FailureKind.NO_CREDIT,
    "context_length_exceeded": FailureKind.TOO_LONG,
    "model_not_found": FailureKind.NO_SUCH_MODEL,
    "invalid_api_key": FailureKind.KEY_REFUSED,
    "rate_limit_exceeded": FailureKind.RATE_LIMITED,
    "server_error": FailureKind.OVERLOADED,
    "content_policy_violation": FailureKind.REFUSED,
    "invalid_prompt": FailureKind.REFUSED,
    "bio_policy": FailureKind.REFUSED,
    "misalignment_policy_violation": FailureKind.REFUSED,
}
"""What the provider's own error codes mean; they come before the HTTP status."""


class OpenAIProvider:
    """A `Provider` on the SDK of OpenAI."""

    def __init__(self, key: str, base_url: str = "") -> None:
        """Make a client; retries are the calling path's business.

        Args:
            key: The API key.
            base_url: Another address than OpenAI's own; empty for that.
        """
        from openai import AsyncOpenAI

        self._client = AsyncOpenAI(api_key=key, base_url=base_url or None, max_retries=0)

    async def call(self, call: Call) -> Reply:
        """Return a model's reply: see `Provider.call`."""
        try:
            response = await (self._streamed(call) if call.stream else self._whole(call))
        except CallFailed:
            raise
        except Exception as error:
            raise failure_of(error) from error
        return reply_of(response)

    async def close(self) -> None:
        """Let go of connections."""
        await self._client.close()

    async def _whole(self, call: Call) -> Response:
        from openai import omit

        return await self._client.responses.create(
            model=call.model,
            input=_input(call),
            text={"format": _format(call)},
            max_output_tokens=call.most_output_tokens,
            reasoning=_reasoning(call) if call.effort else omit,
            prompt_cache_key=_cache_key(call),
            prompt_cache_options={"mode": "explicit"} if call.cache else omit,
            store=False,
            timeout=call.timeout_s,
        )

    async def _streamed(self, call: Call) -> Response:
        from openai import omit

        stream = await self._client.responses.create(
            model=call.model,
            input=_input(call),
            text={"format": _format(call)},
            max_output_tokens=call.most_output_tokens,
            reasoning=_reasoning(call) if call.effort else omit,
            prompt_cache_key=_cache_key(call),
            prompt_cache_options={"mode": "explicit"} if call.cache else omit,
            store=False,
            stream=True,
            timeout=call.timeout_s,
        )
        async with stream:
            async for event in stream:
                if event.type in ("response.completed", "response.incomplete", "response.failed"):
                    return event.response
                if event.type == "error":
                    kind = BY_CODE.get(event.code or "", FailureKind.OVERLOADED)
                    raise CallFailed(kind, detail=event.code or "")
        raise CallFailed(FailureKind.CUT_OFF)


def failure_of(error: Exception) -> CallFailed:
    """Return what an exception of the SDK means.

    Args:
        error: Whatever was raised while a call was made.
    """
    import openai

    if isinstance(error, openai.APITimeoutError):
        return CallFailed(kind_of_transport(error) or FailureKind.TIMED_OUT)
    if isinstance(error, openai.APIConnectionError):
        return CallFailed(kind_of_transport(error) or FailureKind.UNREACHABLE)
    if isinstance(error, openai.APIResponseValidationError):
        return CallFailed(FailureKind.GARBLED)
    if isinstance(error, openai.APIStatusError):
        kind = BY_CODE.get(error.code or "") or BY_CODE.get(error.type or "")
        return CallFailed(
            kind or kind_of_status(error.status_code),
            retry_after_s=seconds_asked(error.response.headers.get("retry-after")),
            detail=error.code or str(error.status_code),
        )
    if isinstance(error, openai.APIError):
        return CallFailed(BY_CODE.get(error.code or "", FailureKind.OVERLOADED), detail=error.code or "")
    return CallFailed(kind_of_transport(error) or FailureKind.GARBLED, detail=type(error).__name__)


def reply_of(response: Response) -> Reply:
    """Return what a response of the SDK says.

    Raises:
        CallFailed: It says nothing that could be used.
    """
    from openai.types.responses import Response as Expected

    if not isinstance(response, Expected):
        raise CallFailed(FailureKind.GARBLED)
    usage = _usage(response.usage)
    said = response.output_text
    if response.status == "failed":
        code = response.error.code if response.error is not None else ""
        raise CallFailed(BY_CODE.get(code, FailureKind.OVERLOADED), usage=usage, detail=code)
    if response.status == "incomplete":
        reason = response.incomplete_details.reason if response.incomplete_details is not None else None
        kind = FailureKind.REFUSED if reason == "content_filter" else FailureKind.TRUNCATED
        raise CallFailed(kind, usage=usage, said=said)
    for item in response.output or ():
        if item.type == "message" and any(part.type == "refusal" for part in item.content):
            raise CallFailed(FailureKind.REFUSED, usage=usage)
    if not said.strip():
        raise CallFailed(FailureKind.GARBLED, usage=usage)
    return Reply(text=said, usage=usage, model=str(response.model or ""))


def _usage(usage: ResponseUsage | None) -> Usage:
    if usage is None:
        raise CallFailed(FailureKind.GARBLED, detail="no_usage")
    details = usage.input_tokens_details
    return Usage(
        input_tokens=usage.input_tokens,
        cached_tokens=getattr(details, "cached_tokens", 0) or 0,
        cache_written_tokens=getattr(details, "cache_write_tokens", 0) or 0,
        output_tokens=usage.output_tokens,
    )


def _input(call: Call) -> ResponseInputParam:
    marks = (call.room,) if call.cache else ()
    items: ResponseInputParam = [
        {"role": "developer", "content": [_text(call.stable, end_of_prefix=call.cache)]},
        {
            "role": "user",
            "content": [_text(part, end_of_prefix=part in marks) for part in call.user_parts],
        },
    ]
    if call.repair is not None:
        if call.repair.said:
            items.append({"role": "assistant", "content": call.repair.said})
        items.append({"role": "user", "content": call.repair.advice})
    return items


def _text(text: str, *, end_of_prefix: bool) -> ResponseInputTextParam:
    if end_of_prefix:
        return {"type": "input_text", "text": text, "prompt_cache_breakpoint": {"mode": "explicit"}}
    return {"type": "input_text", "text": text}


def _format(call: Call) -> ResponseFormatTextJSONSchemaConfigParam:
    return {
        "type": "json_schema",
        "name": call.schema_name,
        "schema": dict(call.schema),
        "strict": True,
    }


def _reasoning(call: Call) -> Reasoning:
    return {"effort": call.effort}  # type: ignore[typeddict-item]  # an operator's word, checked there


def _cache_key(call: Call) -> str:
    """Return what calls with the same prefix share, so that they reach the same cache."""
    return hashlib.sha256(call.stable.encode()).hexdigest()[:32]
