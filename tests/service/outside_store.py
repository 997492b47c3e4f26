"""A store that works in threads, awaited while virtual time stands still; and a store that misbehaves."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Sequence
from typing import TypeVar

from adapters.service.event_store import EventStore, RoomSummary, Snapshot, StoredRecord
from interview_engine.ids import Millis, RoomId, Seq
from tests.service.virtual_time import VirtualTimeLoop

T = TypeVar("T")


class WrappedStore:
    """Passes every call on; what it wraps around a call is `around`."""

    def __init__(self, inner: EventStore) -> None:
        self.inner = inner

    async def call(self, name: str, room_id: RoomId | None, work: Awaitable[T]) -> T:
        """Do one call."""
        return await work

    async def append(
        self,
        room_id: RoomId,
        expected: Seq,
        records: Sequence[StoredRecord],
        *,
        at: Millis,
        finished: bool = False,
    ) -> None:
        work = self.inner.append(room_id, expected, records, at=at, finished=finished)
        await self.call("append", room_id, work)

    async def read(self, room_id: RoomId, after: Seq = Seq(0)) -> tuple[StoredRecord, ...]:
        return await self.call("read", room_id, self.inner.read(room_id, after))

    async def save_snapshot(self, room_id: RoomId, snapshot: Snapshot) -> None:
        await self.call("save_snapshot", room_id, self.inner.save_snapshot(room_id, snapshot))

    async def load_snapshot(self, room_id: RoomId) -> Snapshot | None:
        return await self.call("load_snapshot", room_id, self.inner.load_snapshot(room_id))

    async def rooms(self, *, unfinished_only: bool = False) -> tuple[RoomSummary, ...]:
        return await self.call("rooms", None, self.inner.rooms(unfinished_only=unfinished_only))

    async def replace(self, room_id: RoomId, records: Sequence[StoredRecord]) -> None:
        await self.call("replace", room_id, self.inner.replace(room_id, records))

    async def delete(self, room_id: RoomId) -> None:
        await self.call("delete", room_id, self.inner.delete(room_id))

    async def close(self) -> None:
        await self.call("close", None, self.inner.close())


class OutsideStore(WrappedStore):
    """Waits for a store's threads in real time."""

    @classmethod
    async def around(cls, opening: Awaitable[EventStore]) -> OutsideStore:
        with _loop().outside():
            return cls(await opening)

    async def call(self, name: str, room_id: RoomId | None, work: Awaitable[T]) -> T:
        with _loop().outside():
            return await work


def _loop() -> VirtualTimeLoop:
    loop = asyncio.get_running_loop()
    assert isinstance(loop, VirtualTimeLoop)
    return loop
