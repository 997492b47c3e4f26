"""uvicorn's HTTP protocol, with a time for everything that a peer has to do, and a place for so many peers.

The law: a connection that says nothing, says it slowly, or does not take what it is sent, ends by itself. A
WebSocket that comes of it has deadlines of its own (`hello`, pings, slow readers).
"""

from __future__ import annotations

import asyncio
import enum
from asyncio.transports import BaseTransport, Transport
from typing import Final, cast

import h11
import structlog
from uvicorn.protocols.http.h11_impl import H11Protocol

from adapters.websocket_server.doorkeeper import Doorkeeper, Place
from adapters.websocket_server.transport_limits import untie
from adapters.websocket_server.uvicorn_protocol import DirectProtocol

log = structlog.get_logger("gateway")

HEAD_S: Final = 10.0
"""How long a request's head may take, from the connection or the end of the request before."""
BODY_S: Final = 20.0
"""How long a body may take, whatever its size."""
SLOWEST_BODY: Final = 16_384
"""Bytes a second that a longer body must bring on the average."""
WRITE_S: Final = 30.0
"""How long a peer may take nothing of an answer."""
_TOO_MANY: Final = (
    b"HTTP/1.1 503 Service Unavailable\r\nretry-after: 5\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
)
_TOO_SLOW: Final = b"HTTP/1.1 408 Request Timeout\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"


class _Due(enum.Enum):
    HEAD = "head"
    BODY = "body"


class BoundedProtocol(H11Protocol):
    """What `uvicorn.Config(http=...)` takes, once it knows its doorkeeper: see `bounded`."""

    doorkeeper: Doorkeeper

    _due: _Due | None = None
    _timer: asyncio.TimerHandle | None = None
    _write_timer: asyncio.TimerHandle | None = None
    _began = 0.0
    _came = 0
    _upgraded = False
    _place: Place | None = None

    def connection_made(self, transport: BaseTransport) -> None:
        """Take a place, or turn the peer away."""
        own = cast("Transport", transport)
        super().connection_made(own)
        address = str(self.client[0]) if self.client else ""
        if not self.doorkeeper.come(address):
            own.write(_TOO_MANY)
            own.close()
            return
        self._place = Place(self.doorkeeper, address)
        self._await(_Due.HEAD)

    def connection_lost(self, exc: Exception | None) -> None:
        """Give the place back."""
        self._rest()
        self._took()
        if self._place is not None:
            self._place.give_back()
        super().connection_lost(exc)
        untie(self.transport)

    def data_received(self, data: bytes) -> None:
        """Take what came, and see what has to come next."""
        if self._place is None:
            return
        self._came += len(data)
        super().data_received(data)
        self._look()

    def handle_websocket_upgrade(self, event: h11.Request) -> None:
        """Hand the connection on, with its place."""
        self._rest()
        self._upgraded = True
        super().handle_websocket_upgrade(event)
        successor = self.transport.get_protocol()
        if isinstance(successor, DirectProtocol):
            successor.place, self._place = self._place, None

    def on_response_complete(self) -> None:
        """Wait for the next request: uvicorn's own timer counts until its first byte."""
        self._rest()
        super().on_response_complete()
        self._look()

    def pause_writing(self) -> None:
        """Wait for a peer that takes nothing, and not for ever."""
        super().pause_writing()
        self._took()
        self._write_timer = self.loop.call_later(WRITE_S, self.transport.abort)

    def resume_writing(self) -> None:
        """Go on: the peer has taken something."""
        self._took()
        super().resume_writing()

    def _look(self) -> None:
        if self._upgraded or self.transport.is_closing():
            self._rest()
            return
        theirs = self.conn.their_state
        if theirs is h11.SEND_BODY:
            self._await(_Due.BODY)
        elif theirs is h11.IDLE and self.conn.trailing_data[0]:
            self._await(_Due.HEAD)
        elif theirs is not h11.IDLE:
            self._rest()

    def _await(self, due: _Due) -> None:
        if self._due is due:
            return
        self._rest()
        self._due = due
        self._began, self._came = self.loop.time(), 0
        seconds = HEAD_S if due is _Due.HEAD else BODY_S
        self._timer = self.loop.call_later(seconds, self._is_late)

    def _rest(self) -> None:
        self._due = None
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _took(self) -> None:
        if self._write_timer is not None:
            self._write_timer.cancel()
            self._write_timer = None

    def _is_late(self) -> None:
        due, self._timer = self._due, None
        until = self._began + max(BODY_S, self._came / SLOWEST_BODY)
        if due is _Due.BODY and until > self.loop.time():
            self._timer = self.loop.call_at(until, self._is_late)
            return
        log.info("request.too_slow", part=due.value if due is not None else "")
        answering = due is _Due.BODY and self.cycle.response_started
        if not self.transport.is_closing() and not answering:
            self.transport.write(_TOO_SLOW)
        self.transport.close()


def bounded(doorkeeper: Doorkeeper) -> type[BoundedProtocol]:
    """Return the protocol of one server, for `uvicorn.Config(http=...)`.

    Args:
        doorkeeper: Has so many places.
    """
    keeper = doorkeeper

    class OurProtocol(BoundedProtocol):
        doorkeeper = keeper

    return OurProtocol
