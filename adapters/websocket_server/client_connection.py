"""Keeps a client connected: dials, greets, hears, and comes back after whatever can pass.

The law: nothing is said before the welcome; then everything unacknowledged is said again, oldest first.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

import msgspec

from adapters.websocket_server import frames
from adapters.websocket_server.client_conversation import Conversation
from adapters.websocket_server.client_errors import ConnectionOver, Unreachable
from adapters.websocket_server.client_news import Lost, News
from adapters.websocket_server.client_outbox import Outbox
from adapters.websocket_server.client_settings import ClientSettings, retry_wait
from adapters.websocket_server.client_surroundings import ClientSurroundings
from adapters.websocket_server.client_wire import CAME_TO_NOTHING, Wire, WireLost
from adapters.websocket_server.close_codes import COME_BACK

T = TypeVar("T")

WILL_PASS: Final = frozenset({*COME_BACK, 1001, CAME_TO_NOTHING, 1011, 1013, 1014})
"""Close codes after which coming back helps: ours, and those of servers and proxies that went away."""


class Connection:
    """One client's connection, made again as often as it takes.

    Attributes:
        welcomed: Set at the first welcome.
        welcomes: How many there were.
    """

    def __init__(
        self,
        url: str,
        hello: frames.Hello,
        *,
        conversation: Conversation,
        outbox: Outbox,
        settings: ClientSettings,
        surroundings: ClientSurroundings,
        tell: Callable[[News], None],
    ) -> None:
        self._url, self._hello = url, hello
        self._conversation, self._outbox = conversation, outbox
        self._settings, self._surroundings, self._tell = settings, surroundings, tell
        self._outgoing: asyncio.Queue[bytes] | None = None
        self.welcomed = asyncio.Event()
        self.welcomes = 0

    def say(self, frame: bytes) -> None:
        """Send a frame, if connected; commands and questions are said again at the next welcome."""
        if self._outgoing is not None:
            self._outgoing.put_nowait(frame)

    async def stay(self) -> None:
        """Stay connected until that is hopeless, or until cancelled.

        Raises:
            ConnectionOver: The server closed for good.
            Unreachable: The client's patience is at its end.
        """
        loop = asyncio.get_running_loop()
        apart_since, attempt = loop.time(), 0
        while True:
            welcomes = self.welcomes
            lost = await self._converse()
            if self.welcomes > welcomes:
                apart_since, attempt = loop.time(), 0
            bye = self._conversation.bye
            hint = bye.retry_after_ms if bye is not None else None
            if lost.for_good or (lost.code not in WILL_PASS and hint is None and lost.code >= 1000):
                raise ConnectionOver(lost.code, lost.reason, bye.message if bye is not None else "")
            wait = retry_wait(self._settings, attempt, self._surroundings.chance(), hint)
            waited = (loop.time() - apart_since) * 1000
            patience = self._settings.patience_ms
            if patience is not None and waited + wait > patience:
                raise Unreachable(waited, lost.reason or str(lost.code))
            self._tell(Lost(code=lost.code, reason=lost.reason, retry_ms=wait))
            await asyncio.sleep(wait / 1000)
            attempt += 1

    async def _converse(self) -> WireLost:
        """Hold one connection from hello to its end, and return how it ended."""
        self._conversation.begin()
        try:
            wire = await self._in_time(self._surroundings.dial(self._url))
        except WireLost as lost:
            return lost
        writer: asyncio.Task[None] | None = None
        try:
            hello = msgspec.structs.replace(self._hello, last_seq=self._conversation.last_seq)
            await wire.send(frames.encode(hello))
            await self._in_time(self._greeted(wire))
            assert self._outgoing is not None, "a greeted client may speak"
            writer = asyncio.create_task(_write(wire, self._outgoing))
            while True:
                for reply in self._conversation.hear(await wire.receive()):
                    self.say(frames.encode(reply))
        except WireLost as lost:
            return lost
        finally:
            self._outgoing = None
            if writer is not None:
                writer.cancel()
            await wire.close()

    async def _greeted(self, wire: Wire) -> None:
        while not self._conversation.welcomed:
            replies = self._conversation.hear(await wire.receive())
        self._outgoing = asyncio.Queue()
        for frame in (*self._outbox.unacknowledged(), *map(frames.encode, replies)):
            self._outgoing.put_nowait(frame)
        self.welcomes += 1
        self.welcomed.set()

    async def _in_time(self, step: Awaitable[T]) -> T:
        try:
            async with asyncio.timeout(self._settings.welcome_ms / 1000):
                return await step
        except TimeoutError as late:
            raise WireLost(reason="no welcome in time") from late


async def _write(wire: Wire, outgoing: asyncio.Queue[bytes]) -> None:
    try:
        while True:
            await wire.send(await outgoing.get())
    except WireLost:
        # Whoever receives learns it too, and comes back.
        return
