"""The closed loop: rooms of four in which each answer follows the one before; what it costs the server."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Callable, Sequence
from typing import Final

import attrs

from benchmarks.server.clients.table import ANSWERS, PLACES, Table
from benchmarks.server.processes import Server

_OPENED_AT_ONCE: Final = 8


@attrs.frozen(kw_only=True)
class Loop:
    """One run of the closed loop.

    Attributes:
        answers: How many were given.
        seconds: How long it took.
        cpu_s: The server's processor time.
        messages: How many messages the clients got.
        latencies: Sorted, in seconds, of all answers.
    """

    answers: int
    seconds: float
    cpu_s: float
    messages: int
    latencies: tuple[float, ...]

    @property
    def per_second(self) -> float:
        """Answers per second."""
        return self.answers / self.seconds

    @property
    def deliveries_per_second(self) -> float:
        """Answers that reached somebody, per second."""
        return PLACES * self.per_second

    @property
    def cpu_per_thousand(self) -> float:
        """Processor seconds of the server for 1,000 answers."""
        return 1000 * self.cpu_s / self.answers

    @property
    def messages_per_answer(self) -> float:
        """Messages that the four clients got for one answer, together."""
        return self.messages / self.answers

    def quantile_ms(self, part: float) -> float:
        """Return a quantile of the time from sending an answer to having it back, in ms."""
        return 1000 * quantile(self.latencies, part)


def quantile(ordered: Sequence[float], part: float) -> float:
    """Return the smallest value that at least a part (0 to 1) of sorted values does not exceed."""
    return ordered[min(len(ordered) - 1, max(0, -(-int(part * 1000) * len(ordered) // 1000) - 1))]


def middle(loops: Sequence[Loop], figure: Callable[[Loop], float]) -> tuple[float, float]:
    """Return a figure's median over all runs, and half of the distance between its extremes in percent."""
    values = [figure(loop) for loop in loops]
    median = statistics.median(values)
    return median, 50 * (max(values) - min(values)) / median


async def run(server: Server, tables: Sequence[Table]) -> Loop:
    """Open rooms, have all of them played at once, and return what that took.

    Args:
        server: The server of these rooms, for its processor time.
        tables: The rooms, not open yet; afterwards they are closed.
    """
    try:
        for first in range(0, len(tables), _OPENED_AT_ONCE):
            await asyncio.gather(*(table.open() for table in tables[first : first + _OPENED_AT_ONCE]))
        # What the opening left to do must not count.
        await asyncio.sleep(0.2)
        cpu, begun, messages = server.cpu_s, time.perf_counter(), sum(table.messages for table in tables)
        await asyncio.gather(*(table.play() for table in tables))
        ended, used = time.perf_counter(), server.cpu_s - cpu
    finally:
        for table in tables:
            table.close()
    return Loop(
        answers=ANSWERS * len(tables),
        seconds=ended - begun,
        cpu_s=used,
        messages=sum(table.messages for table in tables) - messages,
        latencies=tuple(sorted(latency for table in tables for latency in table.latencies)),
    )
