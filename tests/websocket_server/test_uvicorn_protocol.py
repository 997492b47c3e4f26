from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import uvicorn
from uvicorn.server import ServerState
from websockets.frames import Close, Frame, Opcode

from adapters.websocket_server.settings import GatewaySettings
from adapters.websocket_server.transport_limits import READ_AHEAD
from adapters.websocket_server.uvicorn_protocol import DirectProtocol, websocket_options

_HELLO = (
    b"GET /ws HTTP/1.1\r\nHost: here\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)


class Narrow(asyncio.Transport):
    """A transport that takes nothing: it is closing until it is aborted."""

    def __init__(self) -> None:
        super().__init__()
        self.closing = self.aborted = False
        self.reading: list[bool] = []
        self.written = b""

    def write(self, data: bytes | bytearray | memoryview) -> None:
        self.written += bytes(data)

    def is_closing(self) -> bool:
        return self.closing

    def close(self) -> None:
        self.closing = True

    def abort(self) -> None:
        self.aborted = True

    def pause_reading(self) -> None:
        self.reading.append(False)

    def resume_reading(self) -> None:
        self.reading.append(True)

    def set_write_buffer_limits(self, high: int | None = None, low: int | None = None) -> None:
        """Nothing to limit."""


def text(content: bytes) -> bytes:
    return Frame(Opcode.TEXT, content).serialize(mask=True)


def play(scene: Callable[[DirectProtocol, Narrow, asyncio.Event], Awaitable[None]]) -> None:
    """Run a scene on a connection whose application accepts, and reads once the event is set."""

    async def run() -> None:
        reads = asyncio.Event()

        async def application(scope: object, receive: object, send: object) -> None:
            assert callable(receive)
            assert callable(send)
            await receive()
            await send({"type": "websocket.accept"})
            await reads.wait()
            while (await receive())["type"] != "websocket.disconnect":
                pass

        config = uvicorn.Config(
            application, lifespan="off", log_config=None, **websocket_options(GatewaySettings())
        )
        protocol = DirectProtocol(config=config, server_state=ServerState(), app_state={})
        transport = Narrow()
        protocol.connection_made(transport)
        protocol.data_received(_HELLO)
        await asyncio.sleep(0.01)
        await scene(protocol, transport, reads)
        protocol.connection_lost(None)
        reads.set()
        await asyncio.sleep(0.01)

    asyncio.run(run())


def test_a_peer_that_has_closed_and_takes_nothing_is_let_go_of_when_the_server_stops() -> None:
    async def scene(protocol: DirectProtocol, transport: Narrow, reads: asyncio.Event) -> None:
        protocol.data_received(Frame(Opcode.CLOSE, Close(1000, "").serialize()).serialize(mask=True))
        assert transport.closing
        protocol.shutdown()
        assert transport.aborted

    play(scene)


def test_others_are_told_to_come_back_when_the_server_stops() -> None:
    async def scene(protocol: DirectProtocol, transport: Narrow, reads: asyncio.Event) -> None:
        protocol.shutdown()
        assert transport.written.endswith(
            Frame(Opcode.CLOSE, Close(1012, "").serialize()).serialize(mask=False)
        )
        assert transport.closing
        assert not transport.aborted

    play(scene)


def test_reading_goes_on_until_enough_waits_and_again_when_it_is_taken() -> None:
    async def scene(protocol: DirectProtocol, transport: Narrow, reads: asyncio.Event) -> None:
        for number in range(READ_AHEAD):
            protocol.data_received(text(b"%d" % number))
        assert transport.reading == []
        protocol.data_received(text(b"one more"))
        protocol.data_received(text(b"what was under way"))
        assert transport.reading == [False]
        reads.set()
        await asyncio.sleep(0.01)
        assert transport.reading == [False, True]

    play(scene)


def test_a_frame_that_is_taken_at_once_does_not_stop_the_reading() -> None:
    async def scene(protocol: DirectProtocol, transport: Narrow, reads: asyncio.Event) -> None:
        reads.set()
        for number in range(3 * READ_AHEAD):
            protocol.data_received(text(b"%d" % number))
            await asyncio.sleep(0)
            await asyncio.sleep(0)
        assert transport.reading == []

    play(scene)
