"""A peer that has gone without a word: its machine was switched off, or a tunnel swallowed the goodbye."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from adapters.websocket_server import frames as f
from adapters.websocket_server.settings import GatewaySettings
from interview_engine.core import events as e
from interview_engine.ids import Millis
from tests.websocket_server.conftest import Play
from tests.websocket_server.house import ROOM, House


@asynccontextmanager
async def dumb_peer(house: House, *said: f.Frame) -> AsyncIterator[None]:
    """Open a WebSocket by hand that says something and then answers nothing, no ping either."""
    reader, writer = await asyncio.open_connection("127.0.0.1", house.port)
    key = base64.b64encode(b"0123456789abcdef").decode()
    writer.write(
        f"GET /ws HTTP/1.1\r\nHost: 127.0.0.1:{house.port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
    )
    await reader.readuntil(b"\r\n\r\n")
    for frame in said:
        text = f.encode(frame)
        assert len(text) < 126, "one byte of length"
        writer.write(bytes((0x81, 0x80 | len(text), 0, 0, 0, 0)) + text)
    try:
        yield
    finally:
        writer.transport.abort()
        await asyncio.sleep(0)


@pytest.mark.slow
def test_a_peer_that_answers_no_ping_is_away(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        await (await house.seated("host")).leave()
        hello = f.Hello(proto=1, token="host", room=ROOM)
        async with dumb_peer(house, hello):

            async def noted() -> bool:
                log = await house.service.log_of(ROOM)
                return [r.event.connected for r in log if isinstance(r.event, e.PresenceNoted)] == [
                    False,
                    True,
                    False,
                ]

            await house.until(noted)
            await house.until_closed(lost=2)

    play(scene, GatewaySettings(idle_ping_ms=Millis(150), presence_linger_ms=Millis(0)))


def test_a_peer_that_only_listens_stays(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        peer = await house.enter("host")
        async with peer.listening():
            await asyncio.sleep(0.5)
        await peer.here()

    play(scene, GatewaySettings(idle_ping_ms=Millis(100)))
