"""Sessions on a Starlette WebSocket: one port with the HTTP application, under uvicorn or any ASGI server."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import Final, Protocol, runtime_checkable

from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketDisconnected

from adapters.websocket_server.channel import Channel, ChannelClosed, FrameRefused
from adapters.websocket_server.close_codes import CloseCode
from adapters.websocket_server.gateway import Gateway
from adapters.websocket_server.origins import Origins

CLOSE_S = 3.0
"""How long a peer may take to take what is left; then it is let go of."""
EXTENSION: Final = "interview_engine.direct"
"""The scope extension of our uvicorn protocol."""
POLICY_VIOLATION = 1008


@runtime_checkable
class DirectTransport(Protocol):
    """What the scope extension offers."""

    def send_at_once(self, *frames: bytes) -> bool:
        """Send text frames if the transport is empty and open; False otherwise."""

    def abort(self) -> None:
        """Let go of the peer at once."""


class StarletteChannel:
    """An accepted Starlette WebSocket as a channel."""

    __slots__ = ("_largest", "_websocket")

    def __init__(self, websocket: WebSocket, largest: int) -> None:
        """Wrap a WebSocket.

        Args:
            websocket: It is accepted.
            largest: Bytes of a frame that the peer may send.
        """
        self._websocket = websocket
        self._largest = largest

    async def receive(self) -> bytes:
        """Return the next frame: see `Channel.receive`."""
        try:
            message = await self._websocket.receive()
        except (WebSocketDisconnect, WebSocketDisconnected) as closed:
            raise ChannelClosed from closed
        if message["type"] == "websocket.disconnect":
            raise ChannelClosed
        text = message.get("text")
        if text is None:
            raise FrameRefused(CloseCode.BAD_FRAME)
        frame = str(text).encode()
        if len(frame) > self._largest:
            raise FrameRefused(CloseCode.FRAME_TOO_LARGE)
        return frame

    async def send(self, frame: bytes) -> None:
        """Send a frame: see `Channel.send`."""
        try:
            await self._websocket.send_text(frame.decode())
        except (WebSocketDisconnect, WebSocketDisconnected, RuntimeError) as closed:
            # A RuntimeError is what servers raise for a send after the close.
            raise ChannelClosed from closed

    async def close(self, code: CloseCode) -> None:
        """Close: see `Channel.close`."""
        try:
            async with asyncio.timeout(CLOSE_S):
                await self._websocket.close(code, code.reason)
        except (TimeoutError, WebSocketDisconnect, WebSocketDisconnected, RuntimeError):
            return


class DirectChannel(StarletteChannel):
    """The same under our uvicorn protocol, where sending seldom waits."""

    __slots__ = ("_direct",)

    def __init__(self, websocket: WebSocket, largest: int, direct: DirectTransport) -> None:
        """Wrap a WebSocket whose transport can be reached."""
        super().__init__(websocket, largest)
        self._direct = direct

    def send_at_once(self, *frames: bytes) -> bool:
        """Send frames if the transport is empty: see `EagerChannel.send_at_once`."""
        return self._direct.send_at_once(*frames)

    async def close(self, code: CloseCode) -> None:
        """Close, and let go of a peer that does not take the close."""
        loop = asyncio.get_running_loop()
        until = loop.time() + CLOSE_S
        await super().close(code)
        loop.call_at(until, self._direct.abort)


def websocket_route(gateway: Gateway, *, path: str = "/ws", origins: Iterable[str] = ()) -> WebSocketRoute:
    """Return the route at which a gateway's sessions are.

    Args:
        gateway: Runs the sessions.
        path: Where they are.
        origins: Pages of other hosts that may connect.
    """
    allowed = Origins(origins)
    largest = gateway.settings.largest_frame

    async def converse(websocket: WebSocket) -> None:
        if not allowed.allow(websocket.headers.get("origin"), websocket.headers.get("host")):
            # Before it is accepted, a close is a refusal: HTTP 403.
            await websocket.close(POLICY_VIOLATION)
            return
        await websocket.accept()
        direct = _direct(websocket)
        channel: Channel
        if direct is None:
            channel = StarletteChannel(websocket, largest)
        else:
            channel = DirectChannel(websocket, largest, direct)
        await gateway.serve(channel)

    return WebSocketRoute(path, converse, name="websocket")


def _direct(websocket: WebSocket) -> DirectTransport | None:
    offered: object = websocket.scope.get("extensions", {}).get(EXTENSION)
    return offered if isinstance(offered, DirectTransport) else None
