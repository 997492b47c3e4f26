"""The client of our own protocol: `hello`, then events; each seq is checked to be there."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import Final

import msgspec

from benchmarks.server.clients.table import Table
from benchmarks.server.clients.wire import dial
from benchmarks.server.servers.rooms import OpenRoom


class _Frame(msgspec.Struct):
    type: str
    name: str = ""
    seq: int | None = None
    through: int = 0
    status: str = ""
    code: str | int = ""
    data: msgspec.Raw = msgspec.Raw()


class _Turn(msgspec.Struct):
    turn_id: str


_frames: Final = msgspec.json.Decoder(_Frame)
_turns: Final = msgspec.json.Decoder(_Turn)
_encode: Final = msgspec.json.encode


class UnexpectedFrame(Exception):
    """The server said what it should not."""


class OurTable(Table):
    """One of our rooms.

    Attributes:
        outcomes: Commands that were answered as committed.
    """

    def __init__(self, port: int, room: OpenRoom) -> None:
        super().__init__(len(room.tokens))
        self._port, self._room = port, room
        self._seqs = [0] * len(room.tokens)
        self._welcomed: list[asyncio.Future[None]] = []
        self._begun: asyncio.Future[None] | None = None
        self._turn = self._answered = ""
        self._told_of_turn = 0
        self.outcomes = 0

    async def open(self) -> None:
        """Connect everybody, and start the interview."""
        await self.connect()
        await self.begin()

    async def connect(self) -> None:
        """Connect everybody."""
        loop = asyncio.get_running_loop()
        for place, token in enumerate(self._room.tokens):
            self._welcomed.append(loop.create_future())
            wire = await dial(self._port, "/ws", partial(self._take, place))
            self.wires.append(wire)
            wire.send(_encode({"type": "hello", "proto": 1, "token": token, "room": self._room.room}))
        await asyncio.wait_for(asyncio.gather(*self._welcomed), 20)

    async def begin(self) -> None:
        """Start the interview; returns when the first turn is open."""
        self._begun = asyncio.get_running_loop().create_future()
        self._command(0, "start", "start_interview", {})
        await asyncio.wait_for(self._begun, 20)

    def say(self, place: int, text: str) -> None:
        """Submit an answer."""
        self.wait()
        self._answered = self._turn
        self._command(place, f"answer-{self.number}", "submit_answer", {"turn_id": self._turn, "text": text})

    def _command(self, place: int, command_id: str, name: str, data: dict[str, str]) -> None:
        self.wires[place].send(_encode({"type": "command", "id": command_id, "name": name, "data": data}))

    def _take(self, place: int, message: bytes) -> None:
        frame = _frames.decode(message)
        self.messages += 1
        match frame.type:
            case "event":
                self._follow(place, frame.seq or 0, frame.seq or 0)
                self._happened(place, frame)
            case "skip":
                self._follow(place, frame.seq or 0, frame.through)
            case "welcome":
                self._seqs[place] = frame.seq or 0
                self._welcomed[place].set_result(None)
            case "outcome" if frame.status == "committed":
                self.outcomes += 1
            case _:
                raise UnexpectedFrame(f"{frame.type} {frame.name}{frame.status} {frame.code}")

    def _follow(self, place: int, seq: int, through: int) -> None:
        if seq != self._seqs[place] + 1:
            raise UnexpectedFrame(f"seq {seq} behind {self._seqs[place]}")
        self._seqs[place] = through

    def _happened(self, place: int, frame: _Frame) -> None:
        if frame.name == "turn_closed" and _turns.decode(frame.data).turn_id == self._answered:
            self.heard(place)
        elif frame.name == "turn_opened":
            self._turn = _turns.decode(frame.data).turn_id
            self._told_of_turn += 1
            if self._told_of_turn % len(self.wires) == 0:
                self._all_know_the_turn()

    def _all_know_the_turn(self) -> None:
        if self._begun is not None and not self._begun.done():
            self._begun.set_result(None)
        self.ready()
