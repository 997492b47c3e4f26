"""Salts for the logs' digests, drawn from the system's source of secrets by the handful.

Each draw from the system costs a call into it, which lets other threads in between; a record's worth of
chance does not.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from interview_engine.ids import Salt

SALT_BYTES: Final = 32
_AT_ONCE: Final = 64


class Salts:
    """Returns a fresh salt at each call, and none twice."""

    def __init__(self, chance: Callable[[int], bytes]) -> None:
        """Prepare.

        Args:
            chance: Returns as many random bytes as it is asked for: `secrets.token_bytes`.
        """
        self._chance = chance
        self._left: list[Salt] = []

    def __call__(self) -> Salt:
        """Return the next salt."""
        if not self._left:
            drawn = self._chance(SALT_BYTES * _AT_ONCE).hex()
            size = 2 * SALT_BYTES
            self._left = [Salt(drawn[start : start + size]) for start in range(0, len(drawn), size)]
        return self._left.pop()
