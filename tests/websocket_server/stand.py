"""An outbound queue with a channel and an owner that do what a test says."""

from __future__ import annotations

import asyncio

from adapters.websocket_server.channel import ChannelClosed
from adapters.websocket_server.close_codes import CloseCode
from adapters.websocket_server.figures import Figures
from adapters.websocket_server.outbound import Outbound
from adapters.websocket_server.send_watch import SendWatch
from interview_engine.ids import Millis


class Narrow:
    """A channel that takes a frame when it is told to."""

    def __init__(self) -> None:
        self.sent: list[bytes] = []
        self.open = asyncio.Event()
        self.error: Exception | None = None

    async def receive(self) -> bytes:
        raise ChannelClosed

    async def send(self, frame: bytes) -> None:
        await self.open.wait()
        if self.error is not None:
            raise self.error
        self.sent.append(frame)

    async def close(self, code: CloseCode) -> None:
        self.open.set()


class Eager(Narrow):
    """A channel that takes frames at once while there is room."""

    def __init__(self, room_for: int) -> None:
        super().__init__()
        self.room_for = room_for
        self.pieces: list[int] = []

    def send_at_once(self, *frames: bytes) -> bool:
        if self.room_for < len(frames):
            return False
        self.room_for -= len(frames)
        self.sent += frames
        self.pieces.append(len(frames))
        return True


class Owner:
    def __init__(self) -> None:
        self.asked: list[str] = []
        self.slow = 0
        self.broke = 0

    def fresh_snapshot(self, reason: str) -> bytes | None:
        self.asked.append(reason)
        return b"snapshot: " + reason.encode()

    def too_slow(self) -> None:
        self.slow += 1

    def broken(self) -> None:
        self.broke += 1


class Stand:
    def __init__(self, channel: Narrow, limit: int = 100) -> None:
        self.channel, self.owner, self.figures = channel, Owner(), Figures()
        self.watch: SendWatch[Outbound] = SendWatch(Millis(1_000), lambda late: late.owner.too_slow())
        self.outbound = Outbound(channel, self.owner, limit=limit, watch=self.watch, figures=self.figures)

    async def let_through(self) -> list[bytes]:
        self.channel.open.set()
        await asyncio.sleep(0.01)
        assert self.outbound.waiting == 0
        return self.channel.sent
