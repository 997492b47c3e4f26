"""OpenAI's Responses API."""

from __future__ import annotations

from tests.llm.wire.behaviour import Behaviour, Request, Way
from tests.llm.wire.protocols import Event, halves, said


class OpenAIResponses:
    """A `WireProtocol`."""

    def streams(self, request: Request) -> bool:
        return request.body.get("stream") is True

    def whole(self, behaviour: Behaviour, request: Request) -> dict[str, object]:
        text = said(behaviour)
        content: list[object] = [{"type": "output_text", "text": text, "annotations": []}]
        if behaviour.way is Way.REFUSAL:
            content = [{"type": "refusal", "refusal": "I can't help with that."}]
        cut = behaviour.way is Way.TRUNCATION
        return {
            "id": "resp_1",
            "object": "response",
            "created_at": 1_700_000_000,
            "status": "incomplete" if cut else "completed",
            "incomplete_details": {"reason": "max_output_tokens"} if cut else None,
            "error": None,
            "model": request.body.get("model"),
            "output": [
                {"type": "reasoning", "id": "rs_1", "summary": []},
                {
                    "type": "message",
                    "id": "msg_1",
                    "role": "assistant",
                    "status": "completed",
                    "content": content,
                },
            ],
            "parallel_tool_calls": True,
            "tool_choice": "auto",
            "tools": [],
            "usage": {
                "input_tokens": behaviour.input_tokens,
                "input_tokens_details": {
                    "cached_tokens": behaviour.cached_tokens,
                    "cache_write_tokens": behaviour.cache_written_tokens,
                },
                "output_tokens": behaviour.output_tokens,
                "output_tokens_details": {"reasoning_tokens": 3},
                "total_tokens": behaviour.input_tokens + behaviour.output_tokens,
            },
        }

    def pieces(self, behaviour: Behaviour, request: Request) -> tuple[Event, ...]:
        response = self.whole(behaviour, request)
        end = f"response.{response['status']}"
        deltas = tuple(
            (
                "response.output_text.delta",
                {
                    "type": "response.output_text.delta",
                    "sequence_number": number,
                    "item_id": "msg_1",
                    "output_index": 1,
                    "content_index": 0,
                    "delta": piece,
                    "logprobs": [],
                },
            )
            for number, piece in enumerate(halves(said(behaviour)), start=1)
        )
        last: dict[str, object] = {"type": end, "sequence_number": 9, "response": response}
        return (*deltas, (end, last))

    def failure(self, behaviour: Behaviour) -> dict[str, object]:
        return {
            "error": {
                "message": "no",
                "type": "error",
                "param": None,
                "code": behaviour.code or None,
            }
        }
