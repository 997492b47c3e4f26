"""Opening WebSockets is held to the address's own limit, like requests: coming anew resets nothing."""

from __future__ import annotations

import asyncio

from starlette.types import Message, Receive, Scope, Send

from adapters.http_api.middleware.limits import Limits
from adapters.http_api.settings import ApiSettings, Rate, Rates
from adapters.http_api.token_buckets import TokenBuckets
from interview_engine.ids import Millis

RATES = Rates(address=Rate(per_second=1.0, burst=3))


async def _accepting(scope: Scope, receive: Receive, send: Send) -> None:
    await send({"type": "websocket.accept"})


async def _opened(limits: Limits, address: str, *, denial: bool) -> Message:
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        sent.append(message)

    scope: Scope = {
        "type": "websocket",
        "path": "/ws",
        "headers": [],
        "client": (address, 1),
        "extensions": {"websocket.http.response": {}} if denial else {},
    }
    await limits(scope, receive, send)
    return sent[0]


def test_whoever_opens_too_many_sockets_waits_and_others_do_not() -> None:
    async def scene() -> None:
        limits = Limits(
            _accepting, settings=ApiSettings(rates=RATES), buckets=TokenBuckets(RATES, lambda: Millis(0))
        )
        told = [(await _opened(limits, "192.0.2.1", denial=True))["type"] for _ in range(3)]
        assert told == ["websocket.accept"] * 3
        refused = await _opened(limits, "192.0.2.1", denial=True)
        assert refused["status"] == 429
        assert (b"retry-after", b"1") in refused["headers"]
        closed = await _opened(limits, "192.0.2.1", denial=False)
        assert (closed["type"], closed["code"]) == ("websocket.close", 1013)
        assert (await _opened(limits, "192.0.2.2", denial=True))["type"] == "websocket.accept"

    asyncio.run(scene())
