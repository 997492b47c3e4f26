"""The server's clock, as a client estimates it.

The law: of several samples the one with the smallest round trip counts, because the error of an offset is
at most half of its round trip (Cristian, "Probabilistic clock synchronization", 1989).
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from typing import Final

import attrs

SAMPLES_KEPT: Final = 8


@attrs.frozen(kw_only=True, order=True)
class ClockReading:
    """What one ping told.

    Attributes:
        round_trip_ms: From the ping to its pong.
        offset_ms: What to add to the client's clock to get the server's; right to within half a round trip.
    """

    round_trip_ms: float
    offset_ms: float


class ServerClock:
    """Keeps the latest readings and trusts the best of them."""

    def __init__(self, now: Callable[[], float]) -> None:
        """Begin.

        Args:
            now: The client's clock, ms; it never goes back.
        """
        self._now = now
        self._readings: deque[ClockReading] = deque(maxlen=SAMPLES_KEPT)

    def ponged(self, sent_at: float, server_time: float) -> ClockReading:
        """Take a pong.

        Args:
            sent_at: The client's instant that the ping carried.
            server_time: The server's instant, ms since the Unix epoch.
        """
        received_at = self._now()
        reading = ClockReading(
            round_trip_ms=received_at - sent_at, offset_ms=server_time - (sent_at + received_at) / 2
        )
        self._readings.append(reading)
        return reading

    def best(self) -> ClockReading | None:
        """Return the reading to trust; None before the first pong."""
        return min(self._readings, default=None)

    def server_now(self) -> float:
        """Return the server's instant, as far as known; the client's own before the first pong."""
        best = self.best()
        return self._now() + (best.offset_ms if best is not None else 0.0)


def steady_clock() -> Callable[[], float]:
    """Return a clock in ms since the Unix epoch that is never set back while it runs."""
    ahead = time.time() - time.monotonic()
    return lambda: (time.monotonic() + ahead) * 1000
