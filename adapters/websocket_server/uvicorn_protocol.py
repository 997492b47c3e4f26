"""uvicorn's WebSocket protocol with small write buffers, and a way around ASGI for what ASGI can't say.

ASGI has no send that does not wait, and no way to let go of a peer that takes nothing: closing waits until
everything is sent. A scope extension gives the channel both.
"""

from __future__ import annotations

from asyncio.transports import BaseTransport, Transport
from typing import TypedDict, cast

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import Frame

from adapters.websocket_server.doorkeeper import Place
from adapters.websocket_server.settings import GatewaySettings
from adapters.websocket_server.starlette_channel import EXTENSION
from adapters.websocket_server.text_frames import as_text_frames
from adapters.websocket_server.transport_limits import (
    MOST_PARTS,
    READ_AHEAD,
    SLACK,
    TOO_BIG,
    WRITE_LIMIT,
    narrow,
    untie,
    with_fewer_pongs,
)


class Direct:
    """A connection's transport, beside ASGI."""

    __slots__ = ("_protocol",)

    def __init__(self, protocol: DirectProtocol) -> None:
        """Wrap a connection."""
        self._protocol = protocol

    def send_at_once(self, *frames: bytes) -> bool:
        """Send text frames if the transport is empty and open; False otherwise."""
        protocol = self._protocol
        transport = protocol.transport
        if protocol.close_sent or transport.is_closing() or transport.get_write_buffer_size():
            return False
        transport.write(as_text_frames(frames))
        return True

    def abort(self) -> None:
        """Let go of the peer at once."""
        self._protocol.transport.abort()


class DirectProtocol(WebSocketsSansIOProtocol):
    """What `uvicorn.Config(ws=...)` takes.

    Attributes:
        place: What the connection holds at the doorkeeper's; None without one.
    """

    place: Place | None = None

    def __init__(self, *arguments: object, **options: object) -> None:
        """Prepare: what uvicorn gives is handed on."""
        super().__init__(*arguments, **options)  # type: ignore[arg-type]
        self._extensions: dict[str, object] = {}

    def connection_lost(self, exc: Exception | None) -> None:
        """Give the place back, and leave no cycle behind: old ones are seldom collected."""
        super().connection_lost(exc)
        untie(self.transport)
        self._extensions.pop(EXTENSION, None)
        if self.place is not None:
            self.place.give_back()

    def connection_made(self, transport: BaseTransport) -> None:
        """Keep the transport's buffer small: what waits, waits where it can be dropped."""
        super().connection_made(transport)
        own = cast("Transport", transport)
        own.set_write_buffer_limits(WRITE_LIMIT)
        narrow(own)

    def shutdown(self) -> None:
        """Say goodbye; a peer that has said so itself and doesn't take the rest is let go of at once."""
        if self.transport.is_closing():
            # uvicorn would send a close frame after the close, and raise instead of going on to the others.
            self.transport.abort()
            return
        super().shutdown()

    def send_receive_event_to_app(self) -> None:
        """Let a few frames wait before no more is read: to stop and go on again costs two system calls."""
        reads_on = not self.read_paused and self.queue.qsize() < READ_AHEAD
        if reads_on:
            # What is paused already is left as it is.
            self.read_paused = True
        super().send_receive_event_to_app()
        if reads_on:
            self.read_paused = False

    def handle_ping(self) -> None:
        """Answer the latest ping, unless earlier answers still wait."""
        waiting = self.transport.get_write_buffer_size()
        self.transport.write(b"".join(with_fewer_pongs(self.conn.data_to_send(), waiting)))

    def handle_cont(self, event: Frame) -> None:
        """Take a part of a message, unless it is one too many."""
        if self.close_sent:
            return
        if len(self.frames) >= MOST_PARTS:
            self.frames = []
            self.conn.send_close(TOO_BIG)
            self.handle_parser_exception()
        else:
            super().handle_cont(event)

    async def run_asgi(self) -> None:
        """Tell the application of the extension."""
        extensions = self.scope["extensions"]
        if extensions is not None:
            self._extensions = cast("dict[str, object]", extensions)
            self._extensions[EXTENSION] = Direct(self)
        await super().run_asgi()


class WebsocketOptions(TypedDict):
    """The part of `uvicorn.Config` that is about WebSockets."""

    ws: type[DirectProtocol]
    ws_max_size: int
    ws_ping_interval: float
    ws_ping_timeout: float
    ws_per_message_deflate: bool


def websocket_options(settings: GatewaySettings) -> WebsocketOptions:
    """Return how uvicorn must be configured to keep a gateway's limits: `Config(app, **options)`."""
    idle_s = settings.idle_ping_ms / 1000
    return WebsocketOptions(
        ws=DirectProtocol,
        ws_max_size=SLACK * settings.largest_frame,
        ws_ping_interval=idle_s,
        ws_ping_timeout=idle_s,
        ws_per_message_deflate=False,
    )
