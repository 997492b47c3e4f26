"""A provider that fails again and again is left alone for a while, then tried once.

closed -(failures in a row)-> open -(rest is over)-> one trial -> closed, or open again
"""

from __future__ import annotations

import attrs

FAILURES: int = 5
REST_S: float = 30.0
LONG_REST_S: float = 600.0


@attrs.define(eq=False)
class Breaker:
    """Remembers how a provider has been doing. Instants are a monotonic clock's seconds.

    Attributes:
        most_failures: So many in a row open it.
        rest_s: How long it stays open.
    """

    most_failures: int = FAILURES
    rest_s: float = REST_S
    _failures: int = 0
    _rests_until: float = 0.0
    _asked_until: float = 0.0
    _trial: bool = False
    _why: str = ""

    def lets_through(self, now: float) -> bool:
        """Return whether a call may be made; the first after a rest is the trial, and others wait for it."""
        if now < self._rests_until or self._trial:
            return False
        if self._failures >= self.most_failures:
            self._trial = True
        return True

    def went_well(self) -> None:
        """Close it: the provider answered."""
        self._failures = 0
        self._trial = False
        self._why = ""

    def failed(self, now: float, why: str = "") -> None:
        """Count a failure of the provider's.

        Args:
            now: The instant.
            why: What failed, for those who are told that it rests.
        """
        self._failures += 1
        self._why = why or self._why
        if self._failures >= self.most_failures:
            self._rests_until = max(self._rests_until, now + self.rest_s)
        self._trial = False

    def rest(self, until: float, why: str = "") -> None:
        """Leave the provider alone until an instant.

        Args:
            until: The instant.
            why: What is wrong, for those who are told that it rests.
        """
        self._rests_until = max(self._rests_until, until)
        self._trial = False
        self._why = why or self._why

    @property
    def resting(self) -> str:
        """The reason why no call is made: that it rests, and why."""
        return f"resting ({self._why})" if self._why else "resting"

    def asked_to_wait(self, until: float, why: str = "") -> None:
        """Leave the provider alone until an instant, as it asked: see `rest`."""
        self._asked_until = max(self._asked_until, until)
        self.rest(until, why)

    def no_matter(self) -> None:
        """End a trial that said nothing about the provider."""
        self._trial = False

    def pause(self, now: float) -> float:
        """Return for how many seconds it still rests because it asked to: worth waiting for, if short.

        A provider that is broken is not worth it: 0, as when it does not rest at all.
        """
        asked, rests = self._asked_until - now, self._rests_until - now
        return asked if asked > 0 and asked >= rests else 0.0
