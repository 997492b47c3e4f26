"""The other end of a connection, frame by frame."""

from __future__ import annotations

import asyncio
import itertools
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Self, TypeVar
from urllib.parse import urlsplit

import msgspec
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Origin

from adapters.websocket_server import frames as f
from interview_engine.ids import RoomId

F = TypeVar("F", bound=f.Frame)
_ids = itertools.count()


def _narrow_socket(url: str) -> socket.socket:
    address = urlsplit(url)
    narrow = socket.socket()
    narrow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 32_768)
    narrow.connect((address.hostname, address.port))
    narrow.setblocking(False)
    return narrow


class Closed(Exception):
    """The server has closed the connection."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(code, reason)
        self.code, self.reason = code, reason


class Peer:
    """A client that hides nothing.

    Attributes:
        welcome: What the server answered to `hello`.
        reads: It takes what it is sent as soon as that comes.
        heard: Every frame so far.
        seqs: The seqs that were told, as spans of first and last.
    """

    welcome: f.Welcome

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection
        self.reads = True
        self.heard: list[f.ServerFrame] = []
        self.seqs: list[tuple[int, int]] = []

    @classmethod
    async def connect(cls, url: str, *, origin: str | None = None, read: bool = True) -> Self:
        """Connect; one that does not `read` takes no more than the smallest buffers hold."""
        own_socket = None if read else _narrow_socket(url)
        connection = await connect(
            url,
            sock=own_socket,
            origin=Origin(origin) if origin is not None else None,
            compression=None,
            max_size=None,
            max_queue=None if read else 1,
            ping_interval=None,
            close_timeout=2,
            proxy=None,
        )
        peer = cls(connection)
        peer.reads = read
        return peer

    async def say(self, frame: f.Frame) -> None:
        await self.connection.send(f.encode(frame), text=True)

    async def say_text(self, text: str) -> None:
        await self.connection.send(text)

    async def hello(
        self,
        token: str,
        room_id: RoomId,
        *,
        proto: int = f.PROTOCOL,
        last_seq: int | None = None,
        invitation: str = "",
        lang: str = "",
    ) -> f.Welcome:
        await self.say(
            f.Hello(
                proto=proto, token=token, room=room_id, last_seq=last_seq, invitation=invitation, lang=lang
            )
        )
        self.welcome = await self.next(f.Welcome)
        return self.welcome

    async def hear(self) -> f.ServerFrame:
        """Return the next frame."""
        try:
            async with asyncio.timeout(30):
                data = await self.connection.recv()
        except ConnectionClosed as closed:
            close = closed.rcvd
            raise Closed(close.code if close else 1006, close.reason if close else "") from closed
        assert isinstance(data, str)
        frame = f.decode_server(data.encode())
        self.heard.append(frame)
        if isinstance(frame, f.EventFrame):
            self.seqs.append((frame.seq, frame.seq))
        elif isinstance(frame, f.Skip):
            self.seqs.append((frame.seq, frame.through))
        return frame

    async def next(self, kind: type[F], name: str = "") -> F:
        """Return the next frame of a kind (an event: of a name), passing over the others."""
        while True:
            frame = await self.hear()
            if isinstance(frame, kind) and (not name or getattr(frame, "name", "") == name):
                return frame

    async def command(self, which: str, /, *, command_id: str = "", **arguments: object) -> f.OutcomeFrame:
        """Give a command, and return its outcome."""
        chosen = command_id or f"command-{next(_ids)}"
        await self.give(which, command_id=chosen, **arguments)
        while True:
            outcome = await self.next(f.OutcomeFrame)
            if outcome.id == chosen:
                return outcome

    async def give(self, which: str, /, *, command_id: str = "", **arguments: object) -> None:
        """Give a command without waiting for its outcome."""
        data = msgspec.Raw(msgspec.json.encode(arguments))
        await self.say(f.CommandFrame(id=command_id or f"command-{next(_ids)}", name=which, data=data))

    async def here(self) -> None:
        """Wait until all that was sent so far has come."""
        mark = float(next(_ids))
        await self.say(f.Ping(t=mark))
        while (await self.next(f.Pong)).t != mark:
            pass

    async def closed(self) -> Closed:
        """Return how the server closes, passing over what comes before."""
        while True:
            try:
                await self.hear()
            except Closed as closed:
                return closed

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[None]:
        """Hear whatever comes meanwhile."""

        async def hear_all() -> None:
            while True:
                await self.hear()

        task = asyncio.create_task(hear_all())
        try:
            yield
        finally:
            task.cancel()
            await asyncio.wait((task,))

    async def leave(self) -> None:
        await self.connection.close()

    def cut(self) -> None:
        """Lose the connection without a word."""
        self.connection.transport.abort()

    def require_no_hole(self, after: int) -> int:
        """Check that every seq behind one was told once and in order; return the last."""
        for first, last in self.seqs:
            assert first == after + 1, (first, after, self.seqs)
            assert last >= first
            after = last
        return after
