"""Calls that run side by side and stand or fall together."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine

from adapters.llm.asking import T


async def side_by_side(*calls: Coroutine[None, None, T]) -> list[T]:
    """Return the calls' results in their order; when one fails, the others are cancelled.

    Args:
        calls: Not started yet.
    """
    tasks = [asyncio.ensure_future(call) for call in calls]
    try:
        return await asyncio.gather(*tasks)
    except BaseException:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        raise
