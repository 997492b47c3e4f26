"""Anthropic's Messages API."""

from __future__ import annotations

from typing import Final

from tests.llm.wire.behaviour import Behaviour, Request, Way
from tests.llm.wire.protocols import Event, halves, said

_STOPS: Final = {Way.REFUSAL: "refusal", Way.TRUNCATION: "max_tokens"}
_TYPES: Final = {
    400: "invalid_request_error",
    401: "authentication_error",
    402: "billing_error",
    403: "permission_error",
    404: "not_found_error",
    413: "request_too_large",
    422: "invalid_request_error",
    429: "rate_limit_error",
    529: "overloaded_error",
}


class AnthropicMessages:
    """A `WireProtocol`."""

    def streams(self, request: Request) -> bool:
        return request.body.get("stream") is True

    def whole(self, behaviour: Behaviour, request: Request) -> dict[str, object]:
        text = said(behaviour)
        return {
            "id": "msg_1",
            "type": "message",
            "role": "assistant",
            "model": request.body.get("model"),
            "content": [
                {"type": "thinking", "thinking": "", "signature": "s"},
                *([{"type": "text", "text": text}] if text else []),
            ],
            "stop_reason": _STOPS.get(behaviour.way, "end_turn"),
            "stop_sequence": None,
            "usage": self._usage(behaviour),
        }

    def pieces(self, behaviour: Behaviour, request: Request) -> tuple[Event, ...]:
        whole = self.whole(behaviour, request)
        started = {**whole, "content": [], "stop_reason": None}
        begin: dict[str, object] = {
            "type": "content_block_start",
            "index": 0,
            "content_block": {"type": "text", "text": ""},
        }
        deltas: list[Event] = [
            (
                "content_block_delta",
                {
                    "type": "content_block_delta",
                    "index": 0,
                    "delta": {"type": "text_delta", "text": piece},
                },
            )
            for piece in halves(said(behaviour))
        ]
        return (
            ("message_start", {"type": "message_start", "message": started}),
            ("content_block_start", begin),
            *deltas,
            ("content_block_stop", {"type": "content_block_stop", "index": 0}),
            (
                "message_delta",
                {
                    "type": "message_delta",
                    "delta": {"stop_reason": whole["stop_reason"], "stop_sequence": None},
                    "usage": {"output_tokens": behaviour.output_tokens},
                },
            ),
            ("message_stop", {"type": "message_stop"}),
        )

    def failure(self, behaviour: Behaviour) -> dict[str, object]:
        kind = behaviour.code or _TYPES.get(behaviour.status, "api_error")
        return {"type": "error", "error": {"type": kind, "message": "no"}, "request_id": "req_1"}

    def _usage(self, behaviour: Behaviour) -> dict[str, object]:
        """Tokens from and into the cache are counted beside the others."""
        fresh = behaviour.input_tokens - behaviour.cached_tokens - behaviour.cache_written_tokens
        return {
            "input_tokens": fresh,
            "cache_read_input_tokens": behaviour.cached_tokens,
            "cache_creation_input_tokens": behaviour.cache_written_tokens,
            "output_tokens": behaviour.output_tokens,
        }
