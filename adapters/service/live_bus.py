"""The live bus: one owner of a store tells the others that a log has grown.

It carries no content. Whoever hears the bell reads the store; whoever misses it learns with the next
command, so that a lost, late, doubled or false ring does no harm.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from interview_engine.ids import RoomId, Seq

Ring = Callable[[RoomId, Seq], None]
"""Called with a room and the seq that its log ends at, as far as the other owner knows."""


class LiveBus(Protocol):
    """Rings between the owners of one store."""

    def announce(self, room_id: RoomId, seq: Seq) -> None:
        """Ring for the other owners; never blocks, never fails: a bell that is out of order is silent."""

    def subscribe(self, ring: Ring) -> Callable[[], None]:
        """Have a function called at every other owner's ring; returns what ends it."""


class MemoryLiveBus:
    """Joins services of one process."""

    def __init__(self) -> None:
        """Begin without anybody."""
        self._rings: list[Ring] = []

    def line(self) -> LiveBus:
        """Return one owner's end: what is announced there rings at all other ends."""
        return _Line(self._rings)


class _Line:
    def __init__(self, rings: list[Ring]) -> None:
        self._rings = rings
        self._own: list[Ring] = []

    def announce(self, room_id: RoomId, seq: Seq) -> None:
        for ring in tuple(self._rings):
            if ring not in self._own:
                ring(room_id, seq)

    def subscribe(self, ring: Ring) -> Callable[[], None]:
        self._rings.append(ring)
        self._own.append(ring)

        def stop() -> None:
            if ring in self._own:
                self._own.remove(ring)
                self._rings.remove(ring)

        return stop
