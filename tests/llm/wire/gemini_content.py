"""Google's `generateContent` and `streamGenerateContent`."""

from __future__ import annotations

from typing import Final

from tests.llm.wire.behaviour import Behaviour, Request, Way
from tests.llm.wire.protocols import Event, halves, said

_STATUS: Final = {
    400: "INVALID_ARGUMENT",
    401: "UNAUTHENTICATED",
    403: "PERMISSION_DENIED",
    404: "NOT_FOUND",
    429: "RESOURCE_EXHAUSTED",
    500: "INTERNAL",
    503: "UNAVAILABLE",
    504: "DEADLINE_EXCEEDED",
}


class GeminiContent:
    """A `WireProtocol`."""

    def streams(self, request: Request) -> bool:
        return request.path.endswith(":streamGenerateContent")

    def whole(self, behaviour: Behaviour, request: Request) -> dict[str, object]:
        if behaviour.way is Way.REFUSAL:
            return {"promptFeedback": {"blockReason": "SAFETY"}, **self._tail(behaviour, thoughts=0)}
        return {
            "candidates": [self._candidate(said(behaviour), self._finish(behaviour))],
            **self._tail(behaviour, thoughts=3),
        }

    def pieces(self, behaviour: Behaviour, request: Request) -> tuple[Event, ...]:
        if behaviour.way is Way.REFUSAL:
            return (("", self.whole(behaviour, request)),)
        first, second = halves(said(behaviour))
        last = {
            "candidates": [self._candidate(second, self._finish(behaviour))],
            **self._tail(behaviour, thoughts=3),
        }
        return (("", {"candidates": [self._candidate(first, "")]}), ("", last))

    def failure(self, behaviour: Behaviour) -> dict[str, object]:
        details: list[object] = []
        if behaviour.code:
            details.append({"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": behaviour.code})
        if "retry-after" in behaviour.headers:
            delay = f"{behaviour.headers['retry-after']}s"
            details.append({"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": delay})
        return {
            "error": {
                "code": behaviour.status,
                "message": "no",
                "status": _STATUS.get(behaviour.status, "UNKNOWN"),
                "details": details,
            }
        }

    def _candidate(self, text: str, finish: str) -> dict[str, object]:
        candidate: dict[str, object] = {
            "content": {"role": "model", "parts": [{"text": "…", "thought": True}, {"text": text}]},
            "index": 0,
        }
        if finish:
            candidate["finishReason"] = finish
        return candidate

    def _finish(self, behaviour: Behaviour) -> str:
        return "MAX_TOKENS" if behaviour.way is Way.TRUNCATION else "STOP"

    def _tail(self, behaviour: Behaviour, thoughts: int) -> dict[str, object]:
        return {
            "modelVersion": "gemini-test",
            "usageMetadata": {
                "promptTokenCount": behaviour.input_tokens,
                "cachedContentTokenCount": behaviour.cached_tokens,
                "candidatesTokenCount": behaviour.output_tokens - thoughts,
                "thoughtsTokenCount": thoughts,
                "totalTokenCount": behaviour.input_tokens + behaviour.output_tokens,
            },
        }
