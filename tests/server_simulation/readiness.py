"""When there was a node that could be reached: the other side of an outage."""

from __future__ import annotations

import itertools


class Readiness:
    """How many nodes were ready, and when."""

    def __init__(self) -> None:
        self._changes: list[tuple[int, int]] = []

    def changed(self, at: int, ready: int) -> None:
        """Note how many nodes are ready from now on; `at` is in ms."""
        self._changes.append((at, ready))

    def begun(self, since: int, until: int) -> int | None:
        """Return when the first node after none became ready between two instants, ms; the latest time."""
        begun = [at for (_, before), (at, ready) in itertools.pairwise(self._changes) if ready and not before]
        return max((at for at in begun if since <= at <= until), default=None)

    def up_ms(self, since: int, until: int) -> int:
        """Return for how long at least one node was ready between two instants, ms."""
        up = 0
        for (at, ready), (then, _) in itertools.pairwise([*self._changes, (until, 0)]):
            if ready:
                up += max(0, min(then, until) - max(at, since))
        return up
