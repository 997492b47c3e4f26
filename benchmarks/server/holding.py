"""Holding many rooms: each with two connections and an answer every half minute, as people give them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from typing import Final

import attrs

from benchmarks.server.clients.ours import OurTable
from benchmarks.server.closed_loop import quantile
from benchmarks.server.contenders import our_tables
from benchmarks.server.processes import Server

PEOPLE: Final = 2
_OPENED_AT_ONCE: Final = 16
_LAST_ANSWERS_S: Final = 5.0


@attrs.frozen(kw_only=True)
class Held:
    """How it went.

    Attributes:
        rooms: How many rooms were open.
        held: In how many of them every answer reached both people.
        answers: How many answers were given.
        cpu_percent: The share of its core that the server used meanwhile.
        rss_mib: The server's memory at the end.
        latencies: Sorted, in seconds, from sending an answer to having it back.
    """

    rooms: int
    held: int
    answers: int
    cpu_percent: float
    rss_mib: float
    latencies: tuple[float, ...]

    def quantile_ms(self, part: float) -> float:
        """Return a quantile of the time from sending an answer to having it back, in ms."""
        return 1000 * quantile(self.latencies, part)


async def hold(server: Server, *, rooms: int, every_s: float, seconds: float) -> Held:
    """Open rooms, have them answer at their pace, and return how it went.

    Args:
        server: One of ours.
        rooms: How many.
        every_s: Time between the answers of one room; the rooms are spread evenly over it.
        seconds: How long.
    """
    tables = our_tables(server, "held", rooms, PEOPLE)
    try:
        for first in range(0, rooms, _OPENED_AT_ONCE):
            await asyncio.gather(*(table.open() for table in tables[first : first + _OPENED_AT_ONCE]))
        await asyncio.sleep(1)
        cpu, begun = server.cpu_s, time.perf_counter()
        kept = await _at_their_pace(tables, every_s, seconds)
        used, took = server.cpu_s - cpu, time.perf_counter() - begun
        return Held(
            rooms=rooms,
            held=sum(kept),
            answers=sum(table.number for table in tables),
            cpu_percent=100 * used / took,
            rss_mib=server.rss_kib / 1024,
            latencies=tuple(sorted(latency for table in tables for latency in table.latencies)),
        )
    finally:
        for table in tables:
            table.close()


async def _at_their_pace(tables: Sequence[OurTable], every_s: float, seconds: float) -> list[bool]:
    """Return of every room whether all its answers reached everybody."""
    loop = asyncio.get_running_loop()
    begun = loop.time()

    async def keep(table: OurTable, first_s: float) -> bool:
        good, at = True, begun + first_s
        while at < begun + seconds:
            await asyncio.sleep(at - loop.time())
            try:
                async with asyncio.timeout(_LAST_ANSWERS_S):
                    good &= await table.give()
            except TimeoutError:
                return False
            at += every_s
        return good and not any(wire.ended for wire in table.wires)

    return await asyncio.gather(
        *(keep(table, every_s * number / len(tables)) for number, table in enumerate(tables))
    )
