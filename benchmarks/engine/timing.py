"""How times are taken: after a warm-up, again and again, and told by their median and spread."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable

import attrs


@attrs.frozen(kw_only=True)
class Series:
    """Repeated measurements of one thing, in one unit."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle value."""
        return statistics.median(self.values)

    @property
    def spread_percent(self) -> float:
        """Half of the distance between the quartiles, in percent of the median."""
        low, _, high = statistics.quantiles(self.values, n=4)
        return 50.0 * (high - low) / self.median


def seconds(work: Callable[[], object], times: int = 1) -> float:
    """Return the processor time, in seconds, that it takes to do some work a number of times.

    Processor time, not the clock's: other programs on the same core then don't count.
    """
    begun = time.process_time()
    for _ in range(times):
        work()
    return time.process_time() - begun


def pin_to_one_core() -> int | None:
    """Keep this process and those that it starts on one core.

    Returns:
        The core's number; None where the system has no such thing.
    """
    if not hasattr(os, "sched_setaffinity"):
        return None
    core = max(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {core})
    return core
