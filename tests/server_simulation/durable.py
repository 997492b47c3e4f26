"""A node's handles on what lasts: slow, failing, full, and dead with their node. What lasts stays sound."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Final, TypeVar

from adapters.service.event_store import (
    AppendUnknown,
    EventStore,
    EventStoreError,
    RoomSummary,
    Snapshot,
    StoredRecord,
    StoreFull,
    StoreUnavailable,
)
from adapters.service.pulse import MemoryPulse
from interview_engine.ids import Millis, RoomId, Seq
from tests.server_simulation.faults import FaultKind
from tests.server_simulation.simulated_loop import Owner
from tests.server_simulation.world import World

T = TypeVar("T")
_NOTHING_DONE: Final[dict[FaultKind, type[EventStoreError]]] = {
    FaultKind.STORE_UNAVAILABLE: StoreUnavailable,
    FaultKind.DISK_FULL: StoreFull,
    FaultKind.STORE_LOST_CALL: AppendUnknown,
}
Take = Callable[[FaultKind], int | None]
"""Takes a fault that is armed and not used up: its `ms`, or None."""
Die = Callable[[], None]


class NodeDied(BaseException):
    """Raised in a dead node's code at whatever it wanted of the world."""


class StoreHandle:
    """Passes calls on to the shared store."""

    def __init__(
        self,
        world: World,
        inner: EventStore,
        owner: Owner,
        take: Take,
        die: Die,
        appended: Callable[[RoomId, Sequence[StoredRecord]], None],
        replaced: Callable[[RoomId, Sequence[StoredRecord]], None],
    ) -> None:
        self._world, self._inner, self._owner = world, inner, owner
        self._take, self._die = take, die
        self._appended, self._replaced = appended, replaced
        self._dice = world.dice(f"store/{id_of(owner)}")

    async def append(
        self,
        room_id: RoomId,
        expected: Seq,
        records: Sequence[StoredRecord],
        *,
        at: Millis,
        finished: bool = False,
    ) -> None:
        await self._reach()
        if self._hits(FaultKind.CRASH_BEFORE_APPEND) is not None:
            self._dies()
        for kind, error in _NOTHING_DONE.items():
            if self._hits(kind) is not None:
                self._world.readiness.held_up(str(self._owner))
                raise error("planned")
        slow = self._hits(FaultKind.STORE_SLOW)
        if slow is None:
            slow = self._hits(FaultKind.STORE_SLOW_IN_PAUSE)
        if slow is not None:
            self._world.store_troubled_at = self._world.troubled_at = self._world.elapsed_ms + slow
            self._world.readiness.held_up(str(self._owner))
            await self._wait(slow)
        # A conflict is an answer, too.
        self._world.readiness.let_go(str(self._owner))
        await self._inner.append(room_id, expected, records, at=at, finished=finished)
        self._world.tell(f"append {records[0].seq}-{records[-1].seq}", records[-1].line)
        self._appended(room_id, records)
        if self._hits(FaultKind.CRASH_AFTER_APPEND) is not None:
            self._dies()
        if self._hits(FaultKind.STORE_LOST_REPLY) is not None:
            raise AppendUnknown("planned")
        await self._reach()

    async def read(self, room_id: RoomId, after: Seq = Seq(0)) -> tuple[StoredRecord, ...]:
        return await self._reading(self._inner.read(room_id, after))

    async def save_snapshot(self, room_id: RoomId, snapshot: Snapshot) -> None:
        await self._reach()
        crash = self._hits(FaultKind.CRASH_AT_SNAPSHOT)
        if crash is None or crash % 2:
            await self._inner.save_snapshot(room_id, snapshot)
        if crash is not None:
            self._dies()

    async def load_snapshot(self, room_id: RoomId) -> Snapshot | None:
        return await self._reading(self._inner.load_snapshot(room_id))

    async def rooms(self, *, unfinished_only: bool = False) -> tuple[RoomSummary, ...]:
        return await self._reading(self._inner.rooms(unfinished_only=unfinished_only))

    async def replace(self, room_id: RoomId, records: Sequence[StoredRecord]) -> None:
        await self._reach()
        crash = self._hits(FaultKind.CRASH_IN_REDACTION)
        if crash is None or crash % 2:
            await self._inner.replace(room_id, records)
            self._world.tell("replaced")
            self._replaced(room_id, records)
        if crash is not None:
            self._dies()

    async def delete(self, room_id: RoomId) -> None:
        await self._reach()
        await self._inner.delete(room_id)

    async def close(self) -> None:
        """The store outlives its nodes."""

    async def _reading(self, work: Awaitable[T]) -> T:
        try:
            await self._reach()
            if self._hits(FaultKind.CRASH_IN_READ) is not None:
                self._dies()
            if self._hits(FaultKind.READ_FAILS) is not None:
                raise StoreUnavailable("planned")  # noqa: TRY301 -- whatever is raised, the call was not made
        except BaseException:
            close = getattr(work, "close", None)
            if close is not None:
                close()
            raise
        return await work

    async def _reach(self) -> None:
        """Take the time that a call takes; a dead node reaches nothing."""
        await self._wait(self._dice.pick((0, 0, 1, 1, 3)))

    async def _wait(self, ms: int) -> None:
        if self._owner.alive:
            await asyncio.sleep(ms / 1000)
        if not self._owner.alive:
            raise NodeDied

    def _hits(self, kind: FaultKind) -> int | None:
        ms = self._take(kind)
        if ms is not None:
            self._world.hit(kind)
        return ms

    def _dies(self) -> None:
        self._die()
        raise NodeDied


def id_of(owner: Owner) -> str:
    """Return a node's name."""
    return str(owner)


class PulseHandle:
    """Passes a node's heartbeats on to the shared pulse; a dead node's heart does not beat."""

    def __init__(self, world: World, pulse: MemoryPulse, owner: Owner, take: Take, die: Die) -> None:
        self._world, self._pulse, self._owner = world, pulse, owner
        self._take, self._die = take, die

    async def beat(self, at: Millis) -> None:
        if not self._owner.alive:
            raise NodeDied
        crash = self._take(FaultKind.CRASH_AT_PULSE)
        if crash is None or crash % 2:
            await self._pulse.beat(at)
        if crash is not None:
            self._world.hit(FaultKind.CRASH_AT_PULSE)
            self._die()
            raise NodeDied

    async def latest(self) -> Millis | None:
        return await self._pulse.latest()
