"""A client's wire: whatever carries text frames to a server; a WebSocket unless a test brings its own."""

from __future__ import annotations

import ipaddress
from collections.abc import Awaitable, Callable
from typing import Final, Literal, Protocol
from urllib.parse import urlsplit

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidStatus, InvalidURI

LARGEST_SNAPSHOT: Final = 16 * 1024 * 1024
"""Most bytes of a frame that a client takes: a long interview's snapshot is a few hundred KiB."""
CAME_TO_NOTHING: Final = 1006
"""The close code of a connection that was lost, or never made."""
_CLOSE_S: Final = 2.0
_WORTH_A_TRY: Final = frozenset({408, 425, 429, 500, 502, 503, 504})


class WireLost(Exception):
    """The connection is gone, or was never made.

    Attributes:
        code: The close code; `CAME_TO_NOTHING` without one, an HTTP status when the handshake failed.
        reason: What is known of it.
        for_good: Trying again would end the same way, whatever the code.
    """

    def __init__(self, code: int = CAME_TO_NOTHING, reason: str = "", *, for_good: bool = False) -> None:
        super().__init__(code, reason)
        self.code, self.reason, self.for_good = code, reason, for_good


class Wire(Protocol):
    """A connection that is open."""

    async def receive(self) -> bytes:
        """Return the next text frame, as UTF-8.

        Raises:
            WireLost: There will be none.
        """

    async def send(self, frame: bytes) -> None:
        """Send a text frame (UTF-8).

        Raises:
            WireLost: It can't be sent any more.
        """

    async def close(self) -> None:
        """Close; harmless when closed already."""


Dial = Callable[[str], Awaitable[Wire]]
"""Opens a wire to an address; raises `WireLost` when that fails."""


class WebSocketWire:
    """A wire over a WebSocket."""

    __slots__ = ("_connection",)

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection

    async def receive(self) -> bytes:
        """Return the next frame."""
        try:
            return await self._connection.recv(decode=False)
        except ConnectionClosed as closed:
            raise _lost(closed) from closed

    async def send(self, frame: bytes) -> None:
        """Send a frame."""
        try:
            await self._connection.send(frame, text=True)
        except ConnectionClosed as closed:
            raise _lost(closed) from closed

    async def close(self) -> None:
        """Close with 1000."""
        await self._connection.close()


async def dial_websocket(url: str) -> Wire:
    """Open a WebSocket.

    Args:
        url: Where to, as `ws://host/ws`; it holds no token.

    Raises:
        WireLost: It can't be opened.
    """
    # A proxy from the environment never leads back to this machine.
    proxy: Literal[True] | None = None if is_loopback(url) else True
    try:
        connection = await connect(
            url,
            compression=None,
            proxy=proxy,
            max_size=LARGEST_SNAPSHOT,
            close_timeout=_CLOSE_S,
        )
    except InvalidStatus as refused:
        status = refused.response.status_code
        raise WireLost(status, f"HTTP {status}", for_good=status not in _WORTH_A_TRY) from refused
    except InvalidURI as wrong:
        raise WireLost(reason="this is no WebSocket address", for_good=True) from wrong
    except (OSError, TimeoutError, InvalidHandshake) as failed:
        raise WireLost(reason=type(failed).__name__) from failed
    return WebSocketWire(connection)


def is_loopback(url: str) -> bool:
    """Return whether an address is this machine's own."""
    host = urlsplit(url).hostname or ""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _lost(closed: ConnectionClosed) -> WireLost:
    frame = closed.rcvd
    return WireLost(frame.code, frame.reason) if frame is not None else WireLost()
