"""Chance for simulations: a stream of draws that depends on nothing but its key."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

_NUMBERS_PER_HASH = 8
_NUMBER_BYTES = 4


class Dice:
    """Draws numbers from SHA-256 in counter mode: the same on every machine and Python version."""

    __slots__ = ("_counter", "_key", "_pool")

    def __init__(self, key: str) -> None:
        """Begin the stream of a key.

        Args:
            key: Any text; each key has its own stream.
        """
        self._key = key.encode()
        self._counter = 0
        self._pool: list[int] = []

    def below(self, limit: int) -> int:
        """Return a whole number from 0 to `limit` - 1; `limit` is at most a million."""
        if not self._pool:
            block = hashlib.sha256(self._key + b"/%d" % self._counter).digest()
            self._counter += 1
            self._pool = [
                int.from_bytes(block[place * _NUMBER_BYTES : (place + 1) * _NUMBER_BYTES], "big")
                for place in range(_NUMBERS_PER_HASH)
            ]
        return self._pool.pop() % limit

    def between(self, low: int, high: int) -> int:
        """Return a whole number from `low` to `high`, both included."""
        return low + self.below(high - low + 1)

    def chance(self, percent: int) -> bool:
        """Return True with the given chance."""
        return self.below(100) < percent

    def pick(self, items: Sequence[T]) -> T:
        """Return one of the items, of which there is at least one."""
        return items[self.below(len(items))]

    def shuffled(self, items: Sequence[T]) -> tuple[T, ...]:
        """Return the items in a drawn order (Fisher and Yates)."""
        mixed = list(items)
        for last in range(len(mixed) - 1, 0, -1):
            other = self.below(last + 1)
            mixed[last], mixed[other] = mixed[other], mixed[last]
        return tuple(mixed)
