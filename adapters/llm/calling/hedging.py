"""A second call beside one that is slow: the first good result counts, and the other is given up."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import TypeVar

T = TypeVar("T")

Work = Callable[[], Coroutine[None, None, T]]


async def hedged(first: Work[T], second: Work[T], after_s: float) -> T:
    """Return the first good result; start the second piece of work when the first takes long.

    Args:
        first: Begins at once.
        second: Begins when the first has not ended after `after_s`; never when it failed before that.
        after_s: Seconds.

    Raises:
        Exception: The first's, when both fail or only the first was begun.
    """
    tasks = [asyncio.ensure_future(first())]
    try:
        done, _ = await asyncio.wait(tasks, timeout=after_s)
        if done:
            return tasks[0].result()
        tasks.append(asyncio.ensure_future(second()))
        pending = set(tasks)
        while pending:
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                if task.exception() is None:
                    return task.result()
        return tasks[0].result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
