"""A tab: one connection of a person, from hello to its end, with the state that its frames lead to."""

from __future__ import annotations

import asyncio
from typing import Protocol

from adapters.websocket_server.close_codes import CloseCode
from adapters.websocket_server.frames import (
    PROTOCOL,
    Bye,
    EventFrame,
    Frame,
    Hello,
    OutcomeFrame,
    Ping,
    Resync,
    Skip,
    SnapshotFrame,
    Welcome,
    decode_server,
    encode,
)
from interview_engine.ids import RoomId
from tests.server_simulation.network import Connection, Lost
from tests.server_simulation.world import World

PING_EVERY_S = 7.0
PATIENCE_S = 17.0


class Listener(Protocol):
    """Whoever sits before the tab."""

    def welcomed(self, tab: Tab, said: Welcome) -> None:
        """The tab may act now."""

    def moved_on(self, tab: Tab) -> None:
        """The tab's state has changed."""

    def told(self, tab: Tab, said: OutcomeFrame) -> None:
        """A command has an outcome."""


class Tab:
    """One connection.

    Attributes:
        connection: Its way to the server.
        seq: The seq of its state; None before the first.
        welcome: Whether it may act.
        retry_after_ms: What the server's farewell said of coming back.
    """

    def __init__(self, world: World, connection: Connection, listener: Listener) -> None:
        self.connection = connection
        self.seq: int | None = None
        self.welcome = False
        self.retry_after_ms: int | None = None
        self.resyncs = 0
        self._world, self._listener = world, listener
        self._resyncing = False
        self._heard_at = 0.0

    def say(self, frame: Frame, *, arrive_at: float | None = None) -> None:
        """Send a frame."""
        self.connection.client_send(encode(frame), arrive_at=arrive_at)

    async def live(self, room_id: RoomId, token: str, invitation: str, last_seq: int | None) -> int | None:
        """Say hello, and follow what comes until the end.

        Returns:
            The close code; None when the connection just broke.
        """
        self.say(Hello(proto=PROTOCOL, token=token, room=room_id, last_seq=last_seq, invitation=invitation))
        self.seq = last_seq
        loop = self._world.loop
        self._heard_at = loop.time()
        pulse = loop.call_later(PING_EVERY_S, self._beat)
        try:
            while True:
                frame = await self.connection.client_receive()
                self._heard_at = loop.time()
                self._hear(decode_server(frame))
        except Lost as lost:
            return lost.code
        finally:
            pulse.cancel()
            self._over = True
            self.welcome = False
            self.connection.client_close()

    def resync(self) -> None:
        """Ask for a snapshot."""
        self._resyncing = True
        self.say(Resync())

    _over = False

    def _beat(self) -> None:
        if self._over:
            return
        loop = self._world.loop
        if loop.time() - self._heard_at > PATIENCE_S:
            # The tab gives up; `live` finds its connection closed.
            self.connection.client_close()
            return
        self.say(Ping(t=loop.time()))
        if self._resyncing:
            self.resync()
        loop.call_later(PING_EVERY_S, self._beat)

    def _hear(self, said: Frame) -> None:
        match said:
            case Welcome():
                self.welcome = True
                self.seq = said.seq
                self._listener.welcomed(self, said)
                self._listener.moved_on(self)
            case SnapshotFrame():
                self._resyncing = False
                self.resyncs += 1
                self.seq = said.seq
                self._listener.moved_on(self)
            case EventFrame():
                self._apply(said.seq, said.seq)
            case Skip():
                self._apply(said.seq, said.through)
            case OutcomeFrame():
                self._listener.told(self, said)
            case Bye():
                self.retry_after_ms = said.retry_after_ms
                self._world.require(
                    "a farewell names a registered code", said.code in set(CloseCode), f"{said.code}"
                )
            case _:
                pass

    def _apply(self, first: int, last: int) -> None:
        assert self.seq is not None, "events come after the welcome"
        if first == self.seq + 1:
            self.seq = last
            self._listener.moved_on(self)
        elif first > self.seq + 1 and not self._resyncing:
            self.resync()


async def sleep_ms(ms: int) -> None:
    """Wait for so many milliseconds."""
    await asyncio.sleep(ms / 1000)
