"""Somebody who takes part by WebSocket and keeps every frame that moves the room."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Final, cast

import attrs
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from scripts.recording.house import House, Json

MOVING: Final = frozenset({"welcome", "snapshot", "event", "skip"})
PATIENCE_S: Final = 150


@attrs.define
class Person:
    """A player or an observer.

    Attributes:
        part: What the recording calls them.
        kept: The frames that move the room, in order, over all connections.
        seat_id: Their place; empty before the first welcome.
    """

    house: House
    room: str
    token: str
    part: str
    invitation: str = ""
    kept: list[Json] = attrs.field(factory=list)
    seat_id: str = ""
    _line: ClientConnection | None = None
    _hearing: asyncio.Task[None] | None = None
    _sent: int = 0
    _news: asyncio.Condition = attrs.field(factory=asyncio.Condition)
    _reactions: list[Callable[[Json], tuple[str, Json] | None]] = attrs.field(factory=list)

    async def connect(self) -> None:
        """Come in, or come back where one left."""
        self._line = await connect(f"ws://127.0.0.1:{self.house.port}/ws", max_size=None)
        last = next((frame for frame in reversed(self.kept) if frame["type"] != "welcome"), None)
        seen = None if not self.kept else (last or self.kept[0]).get("through", (last or self.kept[0])["seq"])
        hello = {"type": "hello", "proto": 1, "token": self.token, "room": self.room, "last_seq": seen}
        await self._line.send(json.dumps(hello | {"invitation": self.invitation}))
        before = len(self.kept)
        self._hearing = asyncio.create_task(self._hear(self._line))
        await self.until(lambda: len(self.kept) > before)

    async def hang_up(self) -> None:
        """Lose the connection."""
        if self._line is not None and self._hearing is not None:
            await self._line.close()
            await self._hearing

    async def _hear(self, line: ClientConnection) -> None:
        try:
            async for message in line:
                await self._take(json.loads(message))
        except ConnectionClosed:
            return

    async def _take(self, frame: Json) -> None:
        if frame["type"] not in MOVING:
            return
        if frame["type"] == "welcome":
            self.seat_id = str(cast("Json", frame["you"])["seat_id"])
        async with self._news:
            self.kept.append(frame)
            self._news.notify_all()
        if frame["type"] == "event":
            for reaction in self._reactions:
                wanted = reaction(frame)
                if wanted is not None:
                    await self.do(*wanted)

    def whenever(self, reaction: Callable[[Json], tuple[str, Json] | None]) -> None:
        """From now on answer events with the command that a reaction returns."""
        self._reactions.append(reaction)

    async def do(self, name: str, data: Json | None = None) -> None:
        """Give a command."""
        assert self._line is not None
        self._sent += 1
        command = {"type": "command", "id": f"{self.part}-{self._sent}", "name": name, "data": data or {}}
        await self._line.send(json.dumps(command))

    async def compare(self) -> None:
        """Ask for the whole room as it is now, and wait for it."""
        assert self._line is not None
        before = self._count("snapshot")
        await self._line.send('{"type":"resync"}')
        await self.until(lambda: self._count("snapshot") > before)

    async def until(self, enough: Callable[[], bool]) -> None:
        """Wait until what was heard is enough."""
        async with asyncio.timeout(PATIENCE_S), self._news:
            await self._news.wait_for(enough)

    async def event(self, name: str, of: Callable[[Json], bool] = lambda _: True) -> Json:
        """Wait for the next event of a name, and return its data."""
        start = len(self.kept)

        def found() -> Json | None:
            for frame in self.kept[start:]:
                data = frame.get("data")
                if frame.get("name") == name and isinstance(data, dict) and of(data):
                    return data
            return None

        await self.until(lambda: found() is not None)
        data = found()
        assert data is not None
        return data

    def _count(self, kind: str) -> int:
        return sum(frame["type"] == kind for frame in self.kept)

    def recording(self) -> str:
        """Return the frames as JSON, one a line."""
        lines = ",\n".join(json.dumps(frame, ensure_ascii=False) for frame in self.kept)
        return f"[\n{lines}\n]\n"
