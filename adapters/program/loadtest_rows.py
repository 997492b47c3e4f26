"""A load test's result in lines for people, the same on a terminal and on a page."""

from __future__ import annotations

from typing import Final

from adapters.program.loadtest_plan import LoadResult
from adapters.program.loadtest_texts import LoadTexts

BUSY: Final = 0.85
"""From this share of a processor on, the load generator measures itself."""


def rows_of(result: LoadResult, words: LoadTexts) -> tuple[tuple[str, str], ...]:
    """Return pairs of what and how much."""
    latency = words.no_latency
    if result.p50_ms is not None and result.p99_ms is not None and result.most_ms is not None:
        latency = words.latency.format(p50=result.p50_ms, p99=result.p99_ms, most=result.most_ms)
    load = words.load.format(rooms=result.rooms, clients=result.clients, connections=result.connections)
    client = words.client_busy if result.client_cpu >= BUSY else words.client
    rows = [
        (words.row_load, load),
        (words.row_time, words.seconds.format(connect=result.connect_s, duration=result.duration_s)),
        (words.row_latency, latency),
        (words.row_commands, words.per_second.format(count=result.commands, rate=result.commands_per_s)),
        (
            words.row_deliveries,
            words.per_second.format(count=result.deliveries, rate=result.deliveries_per_s),
        ),
        (words.row_client, client.format(share=result.client_cpu)),
    ]
    if result.server is not None:
        cost = words.server.format(cpu=result.server.cpu_s, rss=result.server.rss_mib)
        rows.append((words.row_server, cost))
    errors = ", ".join(f"{kind} × {count:,}" for kind, count in result.errors.items())
    rows.append((words.row_errors, errors or words.none))
    return tuple(rows)
