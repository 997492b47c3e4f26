"""What a load test does, and what it found."""

from __future__ import annotations

import asyncio
import math
from collections import Counter
from collections.abc import Sequence

import attrs


@attrs.frozen(kw_only=True)
class LoadPlan:
    """A load test to be done.

    Attributes:
        rooms: How many interviews run at once.
        clients: Connections in each: one candidate, the others watch.
        duration_s: How long is measured, after everybody is connected.
        pace_ms: How long a candidate takes for an answer.
        url: The server's address, `http://127.0.0.1:8000`.
    """

    rooms: int
    clients: int
    duration_s: float
    pace_ms: int
    url: str


@attrs.define
class Tally:
    """What is counted while a load test runs.

    Attributes:
        latencies_ms: From a command to its own event at whoever gave it.
        deliveries: Events that arrived, at all connections.
        commands: Commands that got an outcome.
        errors: What went wrong, by kind.
        counting: Whether the measured time is on.
        begun: Set when it begins.
    """

    latencies_ms: list[float] = attrs.Factory(list)
    deliveries: int = 0
    commands: int = 0
    errors: Counter[str] = attrs.Factory(Counter)
    counting: bool = False
    begun: asyncio.Event = attrs.Factory(asyncio.Event)

    def trouble(self, kind: str) -> None:
        """Note that something went wrong, at any time."""
        self.errors[kind] += 1


@attrs.frozen(kw_only=True)
class ServerCost:
    """What a server process that we started took.

    Attributes:
        cpu_s: Processor seconds during the measured time.
        rss_mib: Resident memory at its end.
    """

    cpu_s: float
    rss_mib: float


@attrs.frozen(kw_only=True)
class LoadResult:
    """What a load test found.

    Attributes:
        rooms, clients: As planned; `connections` as reached.
        duration_s: As measured.
        connect_s: How long it took until everybody was in.
        commands, commands_per_s: Commands with an outcome.
        answered: Commands whose own event came back.
        p50_ms, p99_ms, most_ms: Of the way from a command to its own event; None without any.
        deliveries, deliveries_per_s: Events that arrived.
        errors: What went wrong, by kind.
        client_cpu: Share of one processor that this load generator took; near 1 it measures itself.
        server: The server's own cost; None for a server that was running already.
        histogram: Pairs of an upper bound in ms and how many commands were faster than it and no bound below.
    """

    rooms: int
    clients: int
    connections: int
    duration_s: float
    connect_s: float
    commands: int
    commands_per_s: float
    answered: int
    p50_ms: float | None
    p99_ms: float | None
    most_ms: float | None
    deliveries: int
    deliveries_per_s: float
    errors: dict[str, int]
    client_cpu: float
    server: ServerCost | None
    histogram: tuple[tuple[float, int], ...]


def result_of(
    plan: LoadPlan,
    tally: Tally,
    *,
    connections: int,
    duration_s: float,
    connect_s: float,
    client_cpu_s: float,
    server: ServerCost | None,
) -> LoadResult:
    """Return what was found."""
    latencies = sorted(tally.latencies_ms)
    return LoadResult(
        rooms=plan.rooms,
        clients=plan.clients,
        connections=connections,
        duration_s=round(duration_s, 3),
        connect_s=round(connect_s, 3),
        commands=tally.commands,
        commands_per_s=round(tally.commands / duration_s, 1),
        answered=len(latencies),
        p50_ms=percentile(latencies, 50),
        p99_ms=percentile(latencies, 99),
        most_ms=round(latencies[-1], 2) if latencies else None,
        deliveries=tally.deliveries,
        deliveries_per_s=round(tally.deliveries / duration_s, 1),
        errors=dict(sorted(tally.errors.items())),
        client_cpu=round(client_cpu_s / duration_s, 3),
        server=server,
        histogram=histogram(latencies),
    )


def percentile(ordered: Sequence[float], percent: float) -> float | None:
    """Return the nearest-rank percentile: the least value that so many percent don't exceed.

    Args:
        ordered: Values in rising order.
        percent: Above 0, to 100.

    Returns:
        The value with two decimals; None without values.
    """
    if not ordered:
        return None
    return round(ordered[max(0, math.ceil(percent / 100 * len(ordered)) - 1)], 2)


def histogram(ordered: Sequence[float]) -> tuple[tuple[float, int], ...]:
    """Return how many values lie below each of a row of bounds that double, from 1 ms.

    Args:
        ordered: Values in rising order.
    """
    counts: list[tuple[float, int]] = []
    bound, place = 1.0, 0
    while place < len(ordered):
        begin = place
        while place < len(ordered) and ordered[place] < bound:
            place += 1
        counts.append((bound, place - begin))
        bound *= 2
    return tuple(counts)
