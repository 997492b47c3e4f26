"""The clock of live play: starts at the wall clock and never goes back."""

from __future__ import annotations

import time
from collections.abc import Callable

from interview_engine.ids import Millis

Clock = Callable[[], Millis]


def steady_clock(rate: float = 1.0, not_before: Millis = Millis(0)) -> Clock:
    """Return a clock that counts on from the present wall-clock time.

    A wall clock that is set back, or a laptop that sleeps, costs nobody answer time.

    Args:
        rate: How much faster than real time it runs; for demonstrations and tests.
        not_before: Its earliest instant. An interview that goes on after the computer's clock was set back
            would otherwise stand still until that clock has caught up.
    """
    epoch = max(time.time(), not_before / 1000)
    start = time.monotonic()
    return lambda: Millis(int((epoch + (time.monotonic() - start) * rate) * 1000))
