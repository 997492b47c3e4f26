"""A channel: whatever carries text frames between a session and its peer.

Implementations: `websockets`' asyncio server, a Starlette WebSocket, and a simulated network in tests.
"""

from __future__ import annotations

from typing import Protocol

from adapters.websocket_server.close_codes import CloseCode


class ChannelClosed(Exception):
    """The peer has gone, or the connection is closed."""


class FrameRefused(Exception):
    """The peer sent what no frame may be: binary, or larger than is allowed. `code` is how to close."""

    def __init__(self, code: CloseCode) -> None:
        super().__init__(code)
        self.code = code


class Channel(Protocol):
    """A connection that is open. One task receives and one task sends; `close` may come from any."""

    async def receive(self) -> bytes:
        """Return the next text frame, as UTF-8.

        Raises:
            ChannelClosed: There will be none.
            FrameRefused: What came is no text frame within the limit.
        """

    async def send(self, frame: bytes) -> None:
        """Send a text frame (UTF-8); return when the transport has taken it (back-pressure).

        Raises:
            ChannelClosed: It can't be sent any more.
        """

    async def close(self, code: CloseCode) -> None:
        """Close with a code and its reason; harmless when closed already. Returns within a few seconds."""
