"""Token buckets, one for each person or address and class of request, in bounded memory."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable

from adapters.http_api.settings import RateClass, Rates
from interview_engine.ids import Millis

MOST_BUCKETS = 20_000
"""Over it, the bucket that was used longest ago goes: it is the fullest."""


class TokenBuckets:
    """Says who has to wait, and for how long."""

    def __init__(self, rates: Rates, now: Callable[[], Millis]) -> None:
        """Begin with full buckets."""
        self._rates = rates
        self._now = now
        self._buckets: OrderedDict[tuple[RateClass, str], tuple[float, Millis]] = OrderedDict()

    def wait(self, rate_class: RateClass, whose: str) -> int:
        """Take a token.

        Args:
            rate_class: What kind of request.
            whose: A person or an address.

        Returns:
            0 when there was one, else after how many whole seconds there will be.
        """
        wait = self.wait_ahead(rate_class, whose)
        if not wait:
            self.charge(rate_class, whose)
        return wait

    def wait_ahead(self, rate_class: RateClass, whose: str) -> int:
        """Return what `wait` would, without taking a token."""
        rate = self._rates.of(rate_class)
        held, _ = self._filled(rate_class, whose)
        return 0 if held >= 1.0 else max(1, math.ceil((1.0 - held) / rate.per_second))

    def charge(self, rate_class: RateClass, whose: str) -> None:
        """Take a token, also where there is none: what was done at once with others is paid for afterwards.

        Args:
            rate_class: What kind of request.
            whose: A person or an address.
        """
        held, now = self._filled(rate_class, whose)
        self._buckets.pop((rate_class, whose), None)
        self._buckets[rate_class, whose] = (held - 1.0, now)
        if len(self._buckets) > MOST_BUCKETS:
            self._buckets.popitem(last=False)

    def _filled(self, rate_class: RateClass, whose: str) -> tuple[float, Millis]:
        """Return how many tokens a bucket holds now, and the instant."""
        rate, now = self._rates.of(rate_class), self._now()
        held, since = self._buckets.get((rate_class, whose), (float(rate.burst), now))
        # A clock that was set back must not take tokens away.
        return min(float(rate.burst), held + max(0, now - since) / 1000 * rate.per_second), now
