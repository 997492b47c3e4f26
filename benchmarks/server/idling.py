"""What a live room with four connections costs in memory while nothing happens in it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Final

from benchmarks.server.clients.table import Table
from benchmarks.server.contenders import Contender

_OPENED_AT_ONCE: Final = 8
_WARM_UP: Final = 64
"""Rooms that are open before: what the first ones make once, caches and pools, is no room's."""
_SETTLING_S: Final = 1.5


async def idle_room_kib(contender: Contender, rooms: int) -> float:
    """Return how much resident memory the server takes per room, in KiB.

    Args:
        contender: A server that nothing has happened in yet.
        rooms: How many rooms are held open at once.
    """
    warm = contender.tables("warm", _WARM_UP)
    await _open(warm)
    before = contender.server.rss_kib
    tables = contender.tables("idle", rooms)
    try:
        await _open(tables)
        await asyncio.sleep(_SETTLING_S)
        return (contender.server.rss_kib - before) / rooms
    finally:
        for table in (*tables, *warm):
            table.close()
        contender.clear("idle", rooms)
        contender.clear("warm", _WARM_UP)


async def _open(tables: Sequence[Table]) -> None:
    for first in range(0, len(tables), _OPENED_AT_ONCE):
        await asyncio.gather(*(table.open() for table in tables[first : first + _OPENED_AT_ONCE]))
