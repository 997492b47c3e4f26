"""A body that is refused for its size: its sender hears so, although it was still sending."""

from __future__ import annotations

import asyncio

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from adapters.http_api.middleware.limits import Limits
from adapters.http_api.problems.answering import answer_problem
from adapters.http_api.problems.problem import ApiError
from adapters.http_api.settings import ApiSettings
from adapters.http_api.token_buckets import TokenBuckets
from adapters.program.http_serving import HttpServer
from adapters.program.listening import listen
from adapters.websocket_server.doorkeeper import Doorkeeper
from adapters.websocket_server.settings import GatewaySettings
from interview_engine.ids import Millis

SIZE = 11 * 2**20
SETTINGS = ApiSettings(json_limit=1_000)


async def _read(request: Request) -> Response:
    return Response(str(len(await request.body())))


@pytest.mark.parametrize("declared", [True, False])
def test_whoever_sends_too_much_is_told_so(*, declared: bool) -> None:
    app = Starlette(
        routes=[Route("/", _read, methods=["POST"])], exception_handlers={ApiError: answer_problem}
    )
    buckets = TokenBuckets(SETTINGS.rates, lambda: Millis(0))

    async def scene() -> bytes:
        listener = listen("127.0.0.1", 0)
        keeper = Doorkeeper(most=10, most_per_address=10)
        limited = Limits(app, settings=SETTINGS, buckets=buckets)
        server = HttpServer(limited, listener, 2_000, GatewaySettings(), keeper)
        await server.start()
        reader, writer = await asyncio.open_connection("127.0.0.1", listener.getsockname()[1])
        how = f"content-length: {SIZE}" if declared else "transfer-encoding: chunked"
        writer.write(f"POST / HTTP/1.1\r\nhost: x\r\n{how}\r\n\r\n".encode())
        piece = b"x" * 65_536
        for _ in range(SIZE // len(piece)):
            writer.write(piece if declared else b"10000\r\n" + piece + b"\r\n")
            await writer.drain()
        if not declared:
            writer.write(b"0\r\n\r\n")
        head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 10)
        writer.close()
        await server.stop()
        listener.close()
        return head

    assert asyncio.run(scene()).startswith(b"HTTP/1.1 413")
