"""What one slow reader in each room costs the others: the same loop with a fifth who reads, and who doesn't.

Both are opened at once for each pair, in turns, so that what else the machine does touches both alike.
"""

from __future__ import annotations

import asyncio
import socket
import statistics
from collections.abc import Callable
from functools import partial
from typing import Final

import attrs
import msgspec

from benchmarks.server.clients.ours import OurTable
from benchmarks.server.clients.wire import Wire, dial
from benchmarks.server.closed_loop import Loop, run
from benchmarks.server.processes import Server
from benchmarks.server.servers.rooms import OpenRoom, Wanted

_TAKES: Final = 4_096
"""Bytes that the system of a slow reader takes for it before its sender has to wait."""


@attrs.frozen(kw_only=True)
class Pair:
    """Two loops of the same rooms: everybody reads, and one in each room takes nothing."""

    reading: Loop
    stuck: Loop

    def ratio(self, part: float) -> float:
        """Return how many times as long the others wait beside slow readers, at a quantile."""
        return self.stuck.quantile_ms(part) / self.reading.quantile_ms(part)


@attrs.frozen(kw_only=True)
class Beside:
    """All pairs of a run."""

    rooms: int
    pairs: tuple[Pair, ...]

    def ratios(self, part: float) -> tuple[float, float, float]:
        """Return the median, least and greatest ratio at a quantile."""
        found = [pair.ratio(part) for pair in self.pairs]
        return statistics.median(found), min(found), max(found)

    def middle_ms(self, which: Callable[[Pair], Loop], part: float) -> float:
        """Return the median of a quantile over all pairs, in ms."""
        return statistics.median(which(pair).quantile_ms(part) for pair in self.pairs)


class WatchedTable(OurTable):
    """A room with one more who watches, and may take nothing once they are in."""

    def __init__(self, port: int, room: OpenRoom, *, stuck: bool) -> None:
        super().__init__(port, room)
        self._stuck = stuck
        self._watcher: Wire | None = None

    async def open(self) -> None:
        """Let the watcher in, then everybody else."""
        loop = asyncio.get_running_loop()
        inside: asyncio.Future[None] = loop.create_future()
        self._watcher = await dial(self._port, "/ws", partial(_welcome, inside), before=_take_little)
        self._watcher.send(
            msgspec.json.encode(
                {"type": "hello", "proto": 1, "token": self._room.watchers[0], "room": self._room.room}
            )
        )
        await asyncio.wait_for(inside, 20)
        if self._stuck:
            self._watcher.pause()
        await super().open()

    def close(self) -> None:
        """Close all connections."""
        if self._watcher is not None:
            self._watcher.close()
        super().close()


async def beside_slow_readers(server: Server, *, rooms: int, pairs: int) -> Beside:
    """Run pairs of loops, after one that warms up.

    Args:
        server: One of ours.
        rooms: At once in each loop.
        pairs: How many are counted.
    """
    found: list[Pair] = []
    for number in range(pairs + 1):
        loops: dict[bool, Loop] = {}
        for stuck in (number % 2 == 0, number % 2 == 1):
            name = f"beside{number}{'s' if stuck else 'r'}"
            answer = server.ask(Wanted(name=name, rooms=rooms, watchers=1))
            opened = msgspec.json.decode(answer, type=list[OpenRoom])
            tables = [WatchedTable(server.port, room, stuck=stuck) for room in opened]
            loops[stuck] = await run(server, tables)
            server.ask(Wanted(name=name, rooms=rooms, close=True))
        if number:
            found.append(Pair(reading=loops[False], stuck=loops[True]))
    return Beside(rooms=rooms, pairs=tuple(found))


def _welcome(inside: asyncio.Future[None], message: bytes) -> None:
    if not inside.done() and message.startswith(b'{"type":"welcome"'):
        inside.set_result(None)


def _take_little(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _TAKES)
