"""One alarm clock for the whole process: a heap of instants, and one timer of the loop for the earliest.

Each room has at most one alarm; setting it again replaces it. Replaced entries stay in the heap until
they come up, so setting costs O(log n) and nothing is searched; when they outnumber the others, the heap
is built anew.
"""

from __future__ import annotations

import asyncio
import heapq
from collections.abc import Callable

from interview_engine.ids import Millis, RoomId

LONGEST_SLEEP_MS = 60_000
"""The loop's timer counts another clock than the wall's: look again at least this often."""
MOST_REPLACED = 64
"""How many replaced entries are kept beside one for each alarm."""


class Alarms:
    """Calls back when a room's alarm comes up.

    Attributes:
        lateness_ms: How late the latest alarm was.
    """

    def __init__(self, now: Callable[[], Millis], ring: Callable[[RoomId], None]) -> None:
        """Prepare an alarm clock.

        Args:
            now: The wall clock.
            ring: Called in the event loop for each room whose alarm has come up.
        """
        self._now = now
        self._ring = ring
        self._heap: list[tuple[Millis, RoomId]] = []
        self._set: dict[RoomId, Millis] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._timer_at: Millis | None = None
        self._closed = False
        self.lateness_ms = 0

    def set(self, room_id: RoomId, at: Millis | None) -> None:
        """Set a room's alarm, or clear it with None."""
        if at is None or self._closed:
            self._set.pop(room_id, None)
            return
        if self._set.get(room_id) == at:
            return
        self._set[room_id] = at
        heapq.heappush(self._heap, (at, room_id))
        if len(self._heap) > MOST_REPLACED + 2 * len(self._set):
            self._heap = [(instant, room) for room, instant in self._set.items()]
            heapq.heapify(self._heap)
        if self._timer_at is None or at < self._timer_at:
            self._arm()

    @property
    def earliest(self) -> Millis | None:
        """The next instant at which an alarm comes up, or one that was replaced; None without any."""
        return self._heap[0][0] if self._heap else None

    def close(self) -> None:
        """Ring no more, whatever is set later."""
        self._closed = True
        self._set.clear()
        self._heap.clear()
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
            self._timer_at = None

    def __len__(self) -> int:
        """Return how many rooms have an alarm set."""
        return len(self._set)

    def _arm(self) -> None:
        while self._heap and self._set.get(self._heap[0][1]) != self._heap[0][0]:
            heapq.heappop(self._heap)
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
            self._timer_at = None
        if self._heap:
            at = self._heap[0][0]
            wait = min(LONGEST_SLEEP_MS, max(0, at - self._now()))
            self._timer = asyncio.get_running_loop().call_later(wait / 1000, self._come_up)
            self._timer_at = at

    def _come_up(self) -> None:
        self._timer = None
        self._timer_at = None
        now = self._now()
        due: list[RoomId] = []
        while self._heap and self._heap[0][0] <= now:
            at, room_id = heapq.heappop(self._heap)
            if self._set.get(room_id) == at:
                del self._set[room_id]
                self.lateness_ms = now - at
                due.append(room_id)
        self._arm()
        for room_id in due:
            self._ring(room_id)
