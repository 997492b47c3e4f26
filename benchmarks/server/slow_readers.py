"""What one slow reader in each room costs the others.

Two sets of rooms in one server: in each room of one set a fifth reads what comes, in the other a fifth takes
so little that the server must let events wait, and drop them for a snapshot. The sets give an answer in each
of their rooms in turns, many times; what else the machine does touches both alike. A pair is a round of both:
what a round ends with costs more than its other answers, so each set goes first at each place of a round.
"""

from __future__ import annotations

import asyncio
import random
import socket
import statistics
from functools import partial
from typing import Final

import attrs
import msgspec

from benchmarks.server.clients.ours import OurTable
from benchmarks.server.clients.wire import Wire, dial
from benchmarks.server.closed_loop import quantile
from benchmarks.server.processes import Server
from benchmarks.server.servers.rooms import OpenRoom, Wanted

_TAKES: Final = 4_096
"""Bytes that the system of a slow reader takes for it before its sender has to wait."""
_SIP_EVERY_S: Final = 0.25
"""Slower than answers come, and often enough to answer the server's pings behind all that waits."""
_FILLING: Final = 5
"""Rounds in each room until the buffers below the server's own are full, some 130 kB."""
_PEOPLE: Final = 4
_RESAMPLED: Final = 1_000
_SURE: Final = 0.95


@attrs.frozen(kw_only=True)
class Pair:
    """The others' times in one round, in seconds: where everybody reads, and beside slow readers."""

    reading: tuple[float, ...]
    slow: tuple[float, ...]


@attrs.frozen(kw_only=True)
class Ratio:
    """How many times as long the others wait beside slow readers: the median over pairs.

    Attributes:
        value: The median.
        low, high: What 95 % of the medians of resampled pairs lie between.
    """

    value: float
    low: float
    high: float


@attrs.frozen(kw_only=True)
class Beside:
    """All pairs of a run.

    Attributes:
        rooms: How many of each set.
        pairs: Their blocks.
        taken: What slow readers took, as a share of the messages that the reading ones did.
    """

    rooms: int
    pairs: tuple[Pair, ...]
    taken: float

    def ratio(self, part: float) -> Ratio:
        """Return the ratio of a quantile, pair by pair, with its interval by resampling them."""
        ratios = [quantile(sorted(p.slow), part) / quantile(sorted(p.reading), part) for p in self.pairs]
        chance = random.Random(1)
        found = sorted(statistics.median(chance.choices(ratios, k=len(ratios))) for _ in range(_RESAMPLED))
        outside = (1 - _SURE) / 2
        return Ratio(
            value=statistics.median(ratios),
            low=quantile(found, outside),
            high=quantile(found, 1 - outside),
        )

    def milliseconds(self, part: float) -> tuple[float, float]:
        """Return a quantile's medians over pairs: where everybody reads, and beside slow readers, in ms."""
        reading = statistics.median(quantile(sorted(pair.reading), part) for pair in self.pairs)
        slow = statistics.median(quantile(sorted(pair.slow), part) for pair in self.pairs)
        return 1000 * reading, 1000 * slow


class WatchedTable(OurTable):
    """A room with one more who watches, and may take little once they are in.

    Attributes:
        taken: How many messages the watcher has got.
    """

    def __init__(self, port: int, room: OpenRoom, *, slow: bool) -> None:
        super().__init__(port, room)
        self._slow = slow
        self._watcher: Wire | None = None
        self._sipping: asyncio.Task[None] | None = None
        self._turn_known = asyncio.Event()
        self.taken = 0

    async def open(self) -> None:
        """Let the watcher in, then everybody else."""
        loop = asyncio.get_running_loop()
        inside: asyncio.Future[None] = loop.create_future()
        self._watcher = await dial(self._port, "/ws", partial(self._watch, inside), before=_take_little)
        self._watcher.send(
            msgspec.json.encode(
                {"type": "hello", "proto": 1, "token": self._room.watchers[0], "room": self._room.room}
            )
        )
        await asyncio.wait_for(inside, 20)
        if self._slow:
            self._watcher.pause()
            self._sipping = loop.create_task(_sip(self._watcher))
        await super().open()

    async def answer(self) -> float:
        """Give one answer when there is a turn for it; return the time until the speaker had it back."""
        assert self._watcher is not None, "the room is open"
        assert not self._watcher.ended, "a reader that was sent away costs nothing"
        await self._turn_known.wait()
        assert await self.give(), "everybody has the answer before, and knows of this turn"
        return self.latencies[-1]

    def wait(self) -> None:
        """Note that the next answer can't be given yet."""
        self._turn_known.clear()
        super().wait()

    def ready(self) -> None:
        """Note that the next answer can be given."""
        self._turn_known.set()
        super().ready()

    def close(self) -> None:
        """Close all connections."""
        if self._sipping is not None:
            self._sipping.cancel()
        if self._watcher is not None:
            self._watcher.close()
        super().close()

    def _watch(self, inside: asyncio.Future[None], message: bytes) -> None:
        self.taken += 1
        if not inside.done() and message.startswith(b'{"type":"welcome"'):
            inside.set_result(None)


async def beside_slow_readers(server: Server, *, rooms: int, pairs: int) -> Beside:
    """Run pairs of rounds, in each of which every room of both sets has its people answer once.

    Args:
        server: One of ours.
        rooms: In each set.
        pairs: How many are counted.
    """
    sets = {slow: _tables(server, rooms, pairs, slow=slow) for slow in (False, True)}
    found: list[Pair] = []
    try:
        for table in (*sets[False], *sets[True]):
            await table.open()
        for number in range(_FILLING + pairs):
            times: dict[bool, list[float]] = {False: [], True: []}
            for place in range(_PEOPLE):
                for slow in (False, True) if (number + place) % 2 else (True, False):
                    times[slow] += await asyncio.gather(*(table.answer() for table in sets[slow]))
            if number >= _FILLING:
                found.append(Pair(reading=tuple(times[False]), slow=tuple(times[True])))
        taken = {slow: statistics.mean(table.taken for table in sets[slow]) for slow in sets}
    finally:
        for table in (*sets[False], *sets[True]):
            table.close()
    return Beside(rooms=rooms, pairs=tuple(found), taken=taken[True] / taken[False])


def _tables(server: Server, rooms: int, pairs: int, *, slow: bool) -> list[WatchedTable]:
    # One more than is asked: nobody's interview ends meanwhile.
    questions = _FILLING + pairs + 1
    name = "slow" if slow else "reading"
    answer = server.ask(Wanted(name=name, rooms=rooms, people=_PEOPLE, watchers=1, questions=questions))
    opened = msgspec.json.decode(answer, type=list[OpenRoom])
    return [WatchedTable(server.port, room, slow=slow) for room in opened]


async def _sip(watcher: Wire) -> None:
    while True:
        await asyncio.sleep(_SIP_EVERY_S)
        watcher.sip()


def _take_little(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _TAKES)
