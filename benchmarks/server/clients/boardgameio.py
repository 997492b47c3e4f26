"""The client of boardgame.io's server: socket.io's text packets over a WebSocket, as its own client sends."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import Final

import msgspec

from benchmarks.server.clients.table import PLACES, Table
from benchmarks.server.clients.wire import dial

_OPEN: Final = b"0"
_PING: Final = b"2"
_CONNECT: Final = b"40/interview,"
_EVENT: Final = b"42/interview,"
_UPDATE: Final = b'42/interview,["update"'
_SYNC: Final = b'42/interview,["sync"'


class _State(msgspec.Struct):
    number: int = msgspec.field(name="_stateID")


_arguments: Final = msgspec.json.Decoder(list[msgspec.Raw])
_state: Final = msgspec.json.Decoder(_State)
_encode: Final = msgspec.json.encode


class BoardgameTable(Table):
    """A match of four players."""

    def __init__(self, port: int, name: str) -> None:
        super().__init__()
        self._port, self._name = port, name
        self._state = 0
        self._synced: list[asyncio.Future[None]] = []

    async def open(self) -> None:
        """Connect all four, one after another: the first one creates the match."""
        loop = asyncio.get_running_loop()
        for place in range(PLACES):
            self._synced.append(loop.create_future())
            take = partial(self._take, place)
            self.wires.append(await dial(self._port, "/socket.io/?EIO=4&transport=websocket", take))
            await asyncio.wait_for(self._synced[place], 20)

    def say(self, place: int, text: str) -> None:
        """Make the move that is an answer."""
        payload = {"type": "answer", "args": [text], "playerID": str(place)}
        action = {"type": "MAKE_MOVE", "payload": payload}
        self.wires[place].send(_EVENT + _encode(["update", action, self._state, self._name, str(place)]))

    def _take(self, place: int, message: bytes) -> None:
        if message.startswith(_UPDATE):
            self.messages += 1
            if place == self.speaker:
                self._state = _state.decode(_arguments.decode(message[len(_EVENT) :])[2]).number
            self.heard(place)
        elif message == _PING:
            self.wires[place].send(b"3")
        elif message.startswith(_CONNECT):
            self.wires[place].send(_EVENT + _encode(["sync", self._name, str(place), None, PLACES]))
        elif message.startswith(_SYNC):
            self._synced[place].set_result(None)
        elif message.startswith(_OPEN):
            self._greet(place)

    def _greet(self, place: int) -> None:
        # The first packet may come before `dial` has returned.
        if place < len(self.wires):
            self.wires[place].send(_CONNECT)
        else:
            asyncio.get_running_loop().call_soon(self._greet, place)
