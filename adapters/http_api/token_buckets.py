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
        rate = self._rates.of(rate_class)
        key = (rate_class, whose)
        now = self._now()
        held, since = self._buckets.pop(key, (float(rate.burst), now))
        # A clock that was set back must not take tokens away.
        held = min(float(rate.burst), held + max(0, now - since) / 1000 * rate.per_second)
        taken = held >= 1.0
        self._buckets[key] = (held - 1.0 if taken else held, now)
        if len(self._buckets) > MOST_BUCKETS:
            self._buckets.popitem(last=False)
        return 0 if taken else max(1, math.ceil((1.0 - held) / rate.per_second))

    def give_back(self, rate_class: RateClass, whose: str) -> None:
        """Put a token back that was taken for something which then cost nothing.

        Args:
            rate_class: What kind of request.
            whose: A person or an address.
        """
        key = (rate_class, whose)
        if key in self._buckets:
            held, since = self._buckets[key]
            self._buckets[key] = (min(float(self._rates.of(rate_class).burst), held + 1.0), since)
