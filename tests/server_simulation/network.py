"""A network in memory: frames take their time, and connections break in all the ways in which they do.

Frames of one direction keep their order, as TCP does; only a client that is told to misbehaves. What a
server sends is shown to the observer at the very instant at which it leaves the server.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Final, Protocol

from adapters.websocket_server.channel import ChannelClosed, FrameRefused
from adapters.websocket_server.close_codes import CloseCode
from interview_engine.ids import Millis
from tests.server_simulation.faults import FaultKind
from tests.server_simulation.simulated_loop import Owner
from tests.server_simulation.world import World

WINDOW = 4_096
"""Bytes that the network takes before a sender has to wait for the reader."""
KEEPALIVE_S = 40.0
"""After so long without a sign of life a server's transport gives a connection up."""
TICK = 1e-6


class Observer(Protocol):
    """Sees what a server sends."""

    def arrived(self, connection: Connection, frame: bytes, now: Millis) -> None:
        """A client's frame has reached a server, whose clock shows `now`."""

    def sent(self, connection: Connection, frame: bytes) -> None:
        """A frame leaves a server."""

    def left(self, connection: Connection, frame: bytes) -> None:
        """A frame is on the wire."""

    def closed(self, connection: Connection, code: CloseCode) -> None:
        """A server closes a connection."""


class Lost(Exception):
    """The client's end is over. `code` is the server's close code; None when it just broke."""

    def __init__(self, code: int | None) -> None:
        super().__init__(code)
        self.code = code


class _Queue:
    """A queue with one reader."""

    def __init__(self) -> None:
        self.items: deque[bytes | Exception] = deque()
        self._waiter: asyncio.Future[None] | None = None

    def put(self, item: bytes | Exception) -> None:
        self.items.append(item)
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    async def get(self) -> bytes:
        while not self.items:
            self._waiter = asyncio.get_running_loop().create_future()
            try:
                await self._waiter
            finally:
                self._waiter = None
        item = self.items[0]
        if isinstance(item, bytes):
            self.items.popleft()
            return item
        if isinstance(item, FrameRefused):
            self.items.popleft()
        # An end stays the end.
        raise item


class Connection:
    """One connection. `receive`, `send` and `close` are the server's end: a `Channel`.

    Attributes:
        number: Tells connections apart.
        client: Whose it is.
        server: The node that serves it.
        mischief: What happens to the next frames of the client.
        lose_event: The next event on its way to the client gets lost.
        wider: Bytes that the network takes before a sender has to wait.
    """

    def __init__(self, world: World, number: int, client: str, server: Owner, observer: Observer) -> None:
        self.number, self.client, self.server = number, client, server
        self.mischief: list[tuple[FaultKind, int]] = []
        self.lose_event = 0
        self.window = WINDOW
        self.reading_from = 0.0
        self._world, self._observer = world, observer
        self._loop = world.loop
        self._dice = world.dice(f"network/{client}/{number}")
        self._up, self._down = _Queue(), _Queue()
        self._up_last = self._down_last = 0.0
        self._clogged_until = 0.0
        self._unread = 0
        self._drained: asyncio.Future[None] | None = None
        self.server_over = False
        self.client_over = False
        self._vanished = False
        self._base_ms = self._dice.pick((1, 5, 20, 20, 80))

    # The client's end

    def client_send(self, frame: bytes, *, arrive_at: float | None = None) -> None:
        """Send a frame; `arrive_at` aims at an instant of the loop's time."""
        if self.client_over:
            return
        when = self._arrival(self._up_last)
        if arrive_at is not None and arrive_at > self._loop.time():
            when = max(arrive_at, self._up_last + TICK)
        if self.mischief:
            kind, ms = self.mischief.pop(0)
            self._world.hit(kind)
            if kind is FaultKind.LOST_FRAME:
                return
            if kind is FaultKind.DUPLICATE_FRAME:
                self._loop.call_at(when + ms / 1000 + TICK, self._arrive_up, frame)
            if kind is FaultKind.REORDERED_FRAMES:
                # It comes behind whatever is sent in the meantime.
                self._loop.call_at(when + 0.001 + ms / 1000, self._arrive_up, frame)
                return
        self._up_last = when
        self._loop.call_at(when, self._arrive_up, frame)

    async def client_receive(self) -> bytes:
        """Return the next frame.

        Raises:
            Lost: There will be none.
        """
        wait = self.reading_from - self._loop.time()
        if wait > 0:
            await asyncio.sleep(wait)
        frame = await self._down.get()
        self._unread -= len(frame)
        self._drain()
        return frame

    def client_close(self) -> None:
        """Close from the client's side; the server learns of it."""
        if self.client_over:
            return
        self.client_over = True
        self._down.put(Lost(None))
        self._loop.call_at(self._arrival(self._up_last), self._end_server)

    # How it breaks

    def reset(self) -> None:
        """Break: both sides learn of it, and what was under way is lost."""
        self._end_client(None)
        self._end_server()

    def vanish(self) -> None:
        """Let the client's end be gone; the server's transport notices much later."""
        self._end_client(None)
        self._vanished = True
        self._loop.call_later(KEEPALIVE_S, self._end_server)

    def deafen(self) -> None:
        """Let the server's end be gone; the client is not told."""
        self._end_server()

    def clog(self, ms: int) -> None:
        """Let nothing pass for a while."""
        self._clogged_until = self._loop.time() + ms / 1000

    def server_died(self, *, lost_tail: bool) -> None:
        """Let the server's process be gone; what is under way arrives, or doesn't."""
        self.server_over = True
        self._drain()
        if lost_tail:
            self._end_client(None)
        else:
            self._loop.call_at(self._arrival(self._down_last), self._end_client, None)

    # The server's end: a Channel

    async def receive(self) -> bytes:
        """Return the next frame of the client: see `Channel.receive`."""
        if not self.server.alive:
            raise ChannelClosed
        return await self._up.get()

    async def send(self, frame: bytes) -> None:
        """Send a frame: see `Channel.send`."""
        if self.server_over or not self.server.alive:
            raise ChannelClosed
        self._world.tell(f"c{self.number} <", frame)
        self._unread += len(frame)
        self._observer.sent(self, frame)
        if self.lose_event and frame.startswith(b'{"type":"event"'):
            self.lose_event -= 1
            self._unread -= len(frame)
            self._world.hit(FaultKind.LOST_EVENT)
        elif not self._vanished and not self.client_over:
            self._down_last = self._arrival(self._down_last)
            self._loop.call_at(self._down_last, self._arrive_down, frame)
        # The node may die at this very frame; it is on the wire all the same.
        self._observer.left(self, frame)
        while self._unread > self.window and not self.server_over:
            self._drained = self._loop.create_future()
            try:
                await self._drained
            finally:
                self._drained = None
        if self.server_over:
            raise ChannelClosed

    async def close(self, code: CloseCode) -> None:
        """Close: see `Channel.close`."""
        if self.server_over or not self.server.alive:
            return
        self._world.tell(f"c{self.number} closed {int(code)}")
        self._observer.closed(self, code)
        self._end_server()
        if not self._vanished and not self.client_over:
            self._loop.call_at(self._arrival(self._down_last), self._end_client, int(code))
        await asyncio.sleep(0)

    @property
    def broken(self) -> bool:
        """Whether either side is over."""
        return self.client_over or self.server_over

    def inject(self, item: bytes | Exception) -> None:
        """Let something arrive at the server at once."""
        self._up.put(item)

    def _arrival(self, last: float) -> float:
        travel = (self._base_ms + self._dice.below(1 + self._base_ms)) / 1000
        return max(self._loop.time() + travel, last + TICK, self._clogged_until)

    def _arrive_up(self, frame: bytes) -> None:
        if not self.server_over and self.server.alive and not self.client_over:
            self._world.tell(f"c{self.number} >", frame)
            self._observer.arrived(self, frame, self.server.now())
            self._up.put(frame)

    def _arrive_down(self, frame: bytes) -> None:
        if not self.client_over:
            self._down.put(frame)

    def _end_client(self, code: int | None) -> None:
        if not self.client_over:
            self.client_over = True
            self._down.put(Lost(code))

    def _end_server(self) -> None:
        if not self.server_over:
            self.server_over = True
            self._up.put(ChannelClosed())
            self._drain()

    def _drain(self) -> None:
        done = self._unread <= self.window or self.server_over
        if done and self._drained is not None and not self._drained.done():
            self._drained.set_result(None)


def _slow(connection: Connection, ms: int) -> None:
    connection.reading_from = connection._loop.time() + ms / 1000
    connection.window = 512


ON_CONNECTIONS: Final[dict[FaultKind, Callable[[Connection, int], None]]] = {
    FaultKind.HALF_OPEN_SERVER: lambda connection, ms: connection.vanish(),
    FaultKind.HALF_OPEN_CLIENT: lambda connection, ms: connection.deafen(),
    FaultKind.RESET: lambda connection, ms: connection.reset(),
    FaultKind.CLOG: lambda connection, ms: connection.clog(ms),
    FaultKind.SLOW_READER: _slow,
}
"""How a connection breaks, or nearly; given the ms of its fault."""
