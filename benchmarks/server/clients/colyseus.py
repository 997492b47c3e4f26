"""The client of a Colyseus room: a seat by HTTP, then its binary protocol over a WebSocket."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import Final

import msgspec

from benchmarks.server.clients.http import post
from benchmarks.server.clients.table import PLACES, Table
from benchmarks.server.clients.wire import dial

_JOIN: Final = 10
_MESSAGE: Final = bytes([13]) + msgspec.msgpack.encode("answer")
_STATE: Final = 14
_PATCH: Final = 15


class _Listing(msgspec.Struct, rename="camel"):
    room_id: str
    process_id: str


class _Seat(msgspec.Struct, rename="camel"):
    room: _Listing
    session_id: str


class ColyseusTable(Table):
    """A Colyseus room of four."""

    def __init__(self, port: int) -> None:
        super().__init__()
        self._port = port
        self._joined: list[asyncio.Future[None]] = []

    async def open(self) -> None:
        """Create the room and join it, one after another: they answer in this order."""
        loop = asyncio.get_running_loop()
        path = "/matchmake/create/interview"
        for place in range(PLACES):
            seat = msgspec.json.decode(await post(self._port, path, {}), type=_Seat)
            path = f"/matchmake/joinById/{seat.room.room_id}"
            self._joined.append(loop.create_future())
            self.wires.append(
                await dial(
                    self._port,
                    f"/{seat.room.process_id}/{seat.room.room_id}?sessionId={seat.session_id}",
                    partial(self._take, place),
                )
            )
            await asyncio.wait_for(self._joined[place], 20)

    def say(self, place: int, text: str) -> None:
        """Send the message that is an answer."""
        self.wires[place].send_binary(_MESSAGE + msgspec.msgpack.encode(text))

    def _take(self, place: int, message: bytes) -> None:
        code = message[0]
        if code == _PATCH:
            self.messages += 1
            self.heard(place)
        elif code == _JOIN:
            self._greet(place)
        elif code == _STATE and not self._joined[place].done():
            self._joined[place].set_result(None)

    def _greet(self, place: int) -> None:
        # The first message may come before `dial` has returned.
        if place < len(self.wires):
            self.wires[place].send_binary(bytes([_JOIN]))
        else:
            asyncio.get_running_loop().call_soon(self._greet, place)
