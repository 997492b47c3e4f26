"""The client of the bare broadcaster: whatever one sends comes back to all four."""

from __future__ import annotations

import asyncio
from functools import partial

import msgspec

from benchmarks.server.clients.table import PLACES, Table
from benchmarks.server.clients.wire import dial


class BareTable(Table):
    """A room of the bare broadcaster."""

    def __init__(self, port: int, name: str) -> None:
        super().__init__()
        self._port, self._name = port, name

    async def open(self) -> None:
        """Connect all four."""
        path = f"/{self._name}"
        self.wires = list(
            await asyncio.gather(
                *(dial(self._port, path, partial(self._take, place)) for place in range(PLACES))
            )
        )

    def say(self, place: int, text: str) -> None:
        """Send an answer."""
        self.wires[place].send(msgspec.json.encode({"turn": self.number, "text": text}))

    def _take(self, place: int, _: bytes) -> None:
        self.messages += 1
        self.heard(place)
