"""Sessions on websockets' own asyncio server; with what its versions 15 to 17 have in common."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from http import HTTPStatus

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response
from websockets.protocol import State

from adapters.websocket_server.channel import ChannelClosed, FrameRefused
from adapters.websocket_server.close_codes import CloseCode
from adapters.websocket_server.gateway import Gateway
from adapters.websocket_server.origins import Origins
from adapters.websocket_server.settings import GatewaySettings
from adapters.websocket_server.text_frames import as_text_frames
from adapters.websocket_server.transport_limits import READ_AHEAD, SLACK, WRITE_LIMIT, narrow
from adapters.websocket_server.websockets_connection import BoundedConnection

CLOSE_S = 3.0
"""How long a peer may take to agree to a close."""


class WebsocketsChannel:
    """A `websockets` connection as a channel."""

    __slots__ = ("_connection", "_largest")

    def __init__(self, connection: ServerConnection, largest: int) -> None:
        """Wrap an open connection.

        Args:
            connection: The connection.
            largest: Bytes of a frame that the peer may send.
        """
        self._connection = connection
        self._largest = largest
        narrow(connection.transport)

    async def receive(self) -> bytes:
        """Return the next frame: see `Channel.receive`."""
        try:
            data = await self._connection.recv()
        except ConnectionClosed as closed:
            raise ChannelClosed from closed
        if not isinstance(data, str):
            raise FrameRefused(CloseCode.BAD_FRAME)
        frame = data.encode()
        if len(frame) > self._largest:
            raise FrameRefused(CloseCode.FRAME_TOO_LARGE)
        return frame

    async def send(self, frame: bytes) -> None:
        """Send a frame: see `Channel.send`."""
        try:
            await self._connection.send(frame, text=True)
        except ConnectionClosed as closed:
            raise ChannelClosed from closed

    def send_at_once(self, *frames: bytes) -> bool:
        """Send frames if the transport is empty: see `EagerChannel.send_at_once`."""
        connection = self._connection
        transport = connection.transport
        if connection.state is not State.OPEN or transport.is_closing() or transport.get_write_buffer_size():
            return False
        transport.write(as_text_frames(frames))
        return True

    async def close(self, code: CloseCode) -> None:
        """Close: see `Channel.close`."""
        try:
            async with asyncio.timeout(CLOSE_S):
                await self._connection.close(code, code.reason)
        except TimeoutError:
            # A peer that takes nothing never sees the close; without this it would hold its buffers.
            self._connection.transport.abort()


@asynccontextmanager
async def serving(
    gateway: Gateway,
    *,
    host: str,
    port: int,
    origins: Iterable[str] = (),
    settings: GatewaySettings | None = None,
    path: str = "/ws",
) -> AsyncIterator[int]:
    """Serve a gateway's sessions on a port of their own, and nothing else.

    Args:
        gateway: Runs the sessions; closing it is the caller's, before this ends.
        host: Where to listen.
        port: Where to listen; 0 for a free one.
        origins: Pages of other hosts that may connect.
        settings: Limits of the transport; the gateway's own by default.
        path: Where sessions are; all else is not found.

    Yields:
        The port.
    """
    limits = settings or gateway.settings
    allowed = Origins(origins)
    idle_s = limits.idle_ping_ms / 1000

    async def converse(connection: ServerConnection) -> None:
        await gateway.serve(WebsocketsChannel(connection, limits.largest_frame))

    def check(connection: ServerConnection, request: Request) -> Response | None:
        if request.path.partition("?")[0] != path:
            return connection.respond(HTTPStatus.NOT_FOUND, "Not found.\n")
        if not allowed.allow(request.headers.get("Origin"), request.headers.get("Host")):
            return connection.respond(HTTPStatus.FORBIDDEN, "This origin is not allowed.\n")
        return None

    server: Server = await serve(
        converse,
        host,
        port,
        process_request=check,
        compression=None,
        max_size=SLACK * limits.largest_frame,
        max_queue=READ_AHEAD,
        write_limit=WRITE_LIMIT,
        create_connection=BoundedConnection,
        ping_interval=idle_s,
        ping_timeout=idle_s,
        close_timeout=CLOSE_S,
        open_timeout=limits.hello_timeout_ms / 1000,
        server_header=None,
    )
    try:
        yield next(iter(server.sockets)).getsockname()[1]
    finally:
        server.close()
        await server.wait_closed()
