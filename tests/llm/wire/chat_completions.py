"""OpenAI's chat completions, as other servers speak them."""

from __future__ import annotations

from tests.llm.wire.behaviour import Behaviour, Request, Way
from tests.llm.wire.openai_responses import OpenAIResponses
from tests.llm.wire.protocols import Event, halves, said


class ChatCompletions:
    """A `WireProtocol`."""

    def streams(self, request: Request) -> bool:
        return request.body.get("stream") is True

    def whole(self, behaviour: Behaviour, request: Request) -> dict[str, object]:
        refused = behaviour.way is Way.REFUSAL
        message = {"role": "assistant", "content": said(behaviour), "refusal": "No." if refused else None}
        return {
            **self._head(request),
            "object": "chat.completion",
            "choices": [{"index": 0, "message": message, "finish_reason": self._finish(behaviour)}],
            "usage": self._usage(behaviour),
        }

    def pieces(self, behaviour: Behaviour, request: Request) -> tuple[Event, ...]:
        refusal = "No." if behaviour.way is Way.REFUSAL else None
        head = {**self._head(request), "object": "chat.completion.chunk"}
        deltas: list[Event] = [
            ("", {**head, "choices": [{"index": 0, "delta": {"content": piece, "refusal": refusal}}]})
            for piece in halves(said(behaviour))
        ]
        end = {"index": 0, "delta": {}, "finish_reason": self._finish(behaviour)}
        usage = self._usage(behaviour)
        return (*deltas, ("", {**head, "choices": [end]}), ("", {**head, "choices": [], "usage": usage}))

    def failure(self, behaviour: Behaviour) -> dict[str, object]:
        return OpenAIResponses().failure(behaviour)

    def _head(self, request: Request) -> dict[str, object]:
        return {"id": "chatcmpl-1", "created": 1_700_000_000, "model": request.body.get("model")}

    def _finish(self, behaviour: Behaviour) -> str:
        return "length" if behaviour.way is Way.TRUNCATION else "stop"

    def _usage(self, behaviour: Behaviour) -> dict[str, object]:
        return {
            "prompt_tokens": behaviour.input_tokens,
            "completion_tokens": behaviour.output_tokens,
            "total_tokens": behaviour.input_tokens + behaviour.output_tokens,
            "prompt_tokens_details": {"cached_tokens": behaviour.cached_tokens},
        }
