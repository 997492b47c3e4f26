"""A token bucket: who sends too fast is first warned, then refused, then sent away."""

from __future__ import annotations

import enum


class Pace(enum.Enum):
    """How fast somebody sends."""

    FINE = "fine"
    WARN = "warn"
    """The burst is nearly used up; said once until it has recovered."""
    REFUSE = "refuse"
    CLOSE = "close"


class TokenBucket:
    """Fills with time up to a burst, and may be overdrawn by as much again."""

    __slots__ = ("_at", "_burst", "_level", "_rate", "_warned")

    def __init__(self, rate: float, burst: int, at: float) -> None:
        """Begin full.

        Args:
            rate: Tokens a second.
            burst: Most tokens that it holds.
            at: The instant, in seconds of any one clock.
        """
        self._rate = rate
        self._burst = float(burst)
        self._level = float(burst)
        self._at = at
        self._warned = False

    def take(self, at: float, cost: float = 1.0) -> Pace:
        """Take tokens for a frame, and return how to treat it."""
        self._level = min(self._burst, self._level + max(0.0, at - self._at) * self._rate) - cost
        self._at = at
        if self._level <= -self._burst:
            return Pace.CLOSE
        if self._level < 0:
            return Pace.REFUSE
        if self._level >= self._burst / 2:
            self._warned = False
        elif self._level < self._burst / 4 and not self._warned:
            self._warned = True
            return Pace.WARN
        return Pace.FINE
