"""Peers that say nothing, say it slowly, or take nothing: each connection ends by itself."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from adapters.program.http_serving import HttpServer
from adapters.program.listening import listen
from adapters.websocket_server import uvicorn_http
from adapters.websocket_server.doorkeeper import Doorkeeper
from adapters.websocket_server.settings import GatewaySettings

SOON_S = 0.3
Scene = Callable[["Door"], Awaitable[None]]


async def _all(reader: asyncio.StreamReader) -> bytes:
    """Return what is said until the end; a part that comes in after it makes a reset of the end."""
    said = b""
    try:
        while part := await reader.read(65_536):
            said += part
    except ConnectionResetError:
        pass
    return said


class Door:
    """A server's port, and its doorkeeper."""

    def __init__(self, port: int, keeper: Doorkeeper) -> None:
        self.port, self.keeper = port, keeper

    async def knock(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        return await asyncio.open_connection("127.0.0.1", self.port)

    async def told(self, *parts: bytes, pause_s: float = 0.0) -> bytes:
        """Return what the server says, until it closes, to parts that are sent one by one."""
        reader, writer = await self.knock()
        hearing = asyncio.create_task(_all(reader))
        for part in parts:
            if not hearing.done():
                writer.write(part)
                await asyncio.sleep(pause_s)
        try:
            async with asyncio.timeout(30):
                return await hearing
        finally:
            writer.close()

    async def empty(self) -> None:
        async with asyncio.timeout(30):
            while len(self.keeper):  # noqa: ASYNC110 -- nobody tells
                await asyncio.sleep(0.01)


@pytest.fixture(autouse=True)
def short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HEAD_S", "BODY_S", "WRITE_S"):
        monkeypatch.setattr(uvicorn_http, name, SOON_S)
    monkeypatch.setattr(uvicorn_http, "SLOWEST_BODY", 1_000)


async def _length(request: Request) -> Response:
    return Response(str(len(await request.body())))


async def _who(request: Request) -> Response:
    assert request.client is not None
    return Response(f"{request.url.scheme} {request.client.host}")


async def _endless(request: Request) -> Response:
    async def much() -> AsyncIterator[bytes]:
        while True:
            yield b"x" * 65_536
            await asyncio.sleep(0)

    return StreamingResponse(much())


@asynccontextmanager
async def opened(most: int, proxies: tuple[str, ...] = ()) -> AsyncIterator[Door]:
    app = Starlette(
        routes=[
            Route("/", _length, methods=["GET", "POST"]),
            Route("/endless", _endless),
            Route("/who", _who),
        ]
    )
    listener = listen("127.0.0.1", 0)
    keeper = Doorkeeper(most=most, most_per_address=most, proxies=proxies)
    server = HttpServer(app, listener, 2_000, GatewaySettings(), keeper)
    await server.start()
    try:
        yield Door(listener.getsockname()[1], keeper)
    finally:
        await server.stop()
        listener.close()


def play(scene: Scene, most: int = 100, proxies: tuple[str, ...] = ()) -> None:
    async def played() -> None:
        async with opened(most, proxies) as door:
            await scene(door)
            await door.empty()

    asyncio.run(played())


HEAD = b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: %d\r\n\r\n"


@pytest.mark.parametrize("said", [b"", b"GET / HTTP/1.1\r\nhost"])
def test_whoever_says_nothing_or_half_a_head_is_let_go(said: bytes) -> None:
    async def scene(door: Door) -> None:
        assert (await door.told(said)).startswith(b"HTTP/1.1 408")

    play(scene)


def test_a_head_that_trickles_in_is_too_slow_and_a_second_one_on_the_same_connection_too() -> None:
    async def scene(door: Door) -> None:
        trickle = [bytes([byte]) for byte in b"GET / HTTP/1.1\r\nhost: x"]
        assert b" 408 " in await door.told(*trickle, pause_s=0.05)
        whole = b"GET / HTTP/1.1\r\nhost: x\r\n\r\n"
        answer = await door.told(whole, *trickle, pause_s=0.05)
        assert answer.startswith(b"HTTP/1.1 200")
        assert b"HTTP/1.1 408" in answer

    play(scene)


def test_a_body_that_does_not_come_is_too_slow_and_one_that_comes_at_a_pace_is_not() -> None:
    async def scene(door: Door) -> None:
        assert b" 408 " in await door.told(HEAD % 100, b"abc")
        parts = [b"x" * 200] * 10
        close = HEAD.replace(b"host: x", b"host: x\r\nconnection: close")
        answer = await door.told(close % 2_000, *parts, pause_s=0.1)
        assert answer.startswith(b"HTTP/1.1 200")
        assert answer.endswith(b"2000")

    play(scene)


def test_whoever_takes_nothing_of_an_answer_is_let_go() -> None:
    async def scene(door: Door) -> None:
        # A stream's reader takes 128 KiB by itself and then no more.
        _, writer = await door.knock()
        writer.write(b"GET /endless HTTP/1.1\r\nhost: x\r\n\r\n")
        await asyncio.sleep(0.1)
        await door.empty()
        writer.close()

    play(scene)


def test_over_so_many_connections_the_next_is_told_to_come_later() -> None:
    async def scene(door: Door) -> None:
        held = [await door.knock() for _ in range(3)]
        await asyncio.sleep(0.05)
        assert (await door.told(b"")).startswith(b"HTTP/1.1 503")
        assert door.keeper.turned_away == 1
        for _, writer in held:
            writer.close()
        await door.empty()
        assert b" 200 " in await door.told(b"GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")

    play(scene, most=3)


@pytest.mark.parametrize(
    "proxies,expected",
    [
        ((), b"http 127.0.0.1"),
        (("127.0.0.0/8",), b"https 203.0.113.9"),
        (("192.0.2.0/24",), b"http 127.0.0.1"),
    ],
)
def test_an_address_is_believed_of_our_own_proxies_only(proxies: tuple[str, ...], expected: bytes) -> None:
    asked = (
        b"GET /who HTTP/1.1\r\nhost: x\r\nconnection: close\r\n"
        b"x-forwarded-for: 198.51.100.1, 203.0.113.9\r\nx-forwarded-proto: https\r\n\r\n"
    )

    async def scene(door: Door) -> None:
        assert (await door.told(asked)).endswith(expected)

    play(scene, proxies=proxies)
