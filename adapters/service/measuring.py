"""Measures the service from outside: wrappers around what it is given, which tell a meter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from adapters.service.event_store import (
    AppendConflict,
    AppendUnknown,
    EventStore,
    RoomSummary,
    Snapshot,
    StoredRecord,
    StoreFull,
    StoreUnavailable,
)
from adapters.service.people.access import Access, Entrance, NotAllowed
from adapters.service.people.directory import Directory
from adapters.service.people.invitations import Invitations
from adapters.service.room_service import Ack, RoomService
from adapters.service.surroundings import EffectPerformer, Foreseeing
from interview_engine.core import commands as c
from interview_engine.core.decide import Outcome, Refused
from interview_engine.core.effects import Effect
from interview_engine.core.state import Room
from interview_engine.ids import Millis, RoomId, Seq

Clock = Callable[[], float]
"""Monotonic seconds."""


class Meter(Protocol):
    """Takes what is measured."""

    def commanded(self, outcome: str, code: str) -> None:
        """A person's command was committed, duplicate, refused (with a code) or failed."""

    def appended(self, outcome: str, seconds: float) -> None:
        """An append was done, or met a conflict, an unavailable or full store, or an unknown end."""

    def performed(self, effect: str, outcome: str, seconds: float) -> None:
        """An effect's attempt was done, reported as failed, or raised."""


_APPEND_ENDS = {
    AppendConflict: "conflict",
    AppendUnknown: "unknown",
    StoreUnavailable: "unavailable",
    StoreFull: "full",
}


class MeasuredStore:
    """An `EventStore` whose appends are timed."""

    def __init__(self, store: EventStore, meter: Meter, clock: Clock) -> None:
        """Wrap a store."""
        self._store = store
        self._meter = meter
        self._clock = clock

    async def append(
        self,
        room_id: RoomId,
        expected: Seq,
        records: Sequence[StoredRecord],
        *,
        at: Millis,
        finished: bool = False,
    ) -> None:
        """Append records: see `EventStore.append`."""
        began = self._clock()
        outcome = "failed"
        try:
            await self._store.append(room_id, expected, records, at=at, finished=finished)
            outcome = "done"
        except Exception as error:
            outcome = _APPEND_ENDS.get(type(error), outcome)
            raise
        finally:
            self._meter.appended(outcome, self._clock() - began)

    async def rooms(self, *, unfinished_only: bool = False) -> tuple[RoomSummary, ...]:
        """Return all rooms: see `EventStore.rooms`."""
        return await self._store.rooms(unfinished_only=unfinished_only)

    async def read(self, room_id: RoomId, after: Seq = Seq(0)) -> tuple[StoredRecord, ...]:
        """Return records: see `EventStore.read`."""
        return await self._store.read(room_id, after)

    async def save_snapshot(self, room_id: RoomId, snapshot: Snapshot) -> None:
        """Keep a snapshot: see `EventStore.save_snapshot`."""
        await self._store.save_snapshot(room_id, snapshot)

    async def load_snapshot(self, room_id: RoomId) -> Snapshot | None:
        """Return the latest snapshot: see `EventStore.load_snapshot`."""
        return await self._store.load_snapshot(room_id)

    async def replace(self, room_id: RoomId, records: Sequence[StoredRecord]) -> None:
        """Write a log anew: see `EventStore.replace`."""
        await self._store.replace(room_id, records)

    async def delete(self, room_id: RoomId) -> None:
        """Delete a log: see `EventStore.delete`."""
        await self._store.delete(room_id)

    async def close(self) -> None:
        """Close the store."""
        await self._store.close()


class MeasuredPerformer:
    """An `EffectPerformer` whose work is timed."""

    def __init__(self, performer: EffectPerformer, meter: Meter, clock: Clock) -> None:
        """Wrap a performer."""
        self._performer = performer
        self._meter = meter
        self._clock = clock

    async def perform(self, room_id: RoomId, effect: Effect) -> c.Report:
        """Do an effect's work: see `EffectPerformer.perform`."""
        began = self._clock()
        outcome = "raised"
        try:
            report = await self._performer.perform(room_id, effect)
            outcome = "failed" if isinstance(report, c.EffectFailed) else "done"
        finally:
            self._meter.performed(type(effect).__name__, outcome, self._clock() - began)
        return report


class MeasuredForeseeingPerformer(MeasuredPerformer):
    """A `MeasuredPerformer` around one that looks ahead."""

    def __init__(self, performer: EffectPerformer, ahead: Foreseeing, meter: Meter, clock: Clock) -> None:
        """Wrap a performer; `ahead` is the same one."""
        super().__init__(performer, meter, clock)
        self._ahead = ahead

    def foresee(self, room: Room) -> None:
        """Look ahead: see `Foreseeing.foresee`."""
        self._ahead.foresee(room)


def measured(performer: EffectPerformer, meter: Meter, clock: Clock) -> MeasuredPerformer:
    """Return a performer whose work is timed, and which looks ahead if it does so itself."""
    if isinstance(performer, Foreseeing):
        return MeasuredForeseeingPerformer(performer, performer, meter, clock)
    return MeasuredPerformer(performer, meter, clock)


class MeasuredAccess(Access):
    """An `Access` whose commands are counted by outcome."""

    def __init__(
        self, service: RoomService, directory: Directory, invitations: Invitations, meter: Meter
    ) -> None:
        """Prepare: see `Access`."""
        super().__init__(service, directory, invitations)
        self._meter = meter

    async def put(self, entrance: Entrance, command: c.Command, ack: Ack | None = None) -> Outcome:
        """Put a person's command to the room: see `Access.put`."""
        outcome, code = "failed", ""
        try:
            result = await super().put(entrance, command, ack)
            outcome = type(result).__name__.lower()
            code = result.code.value if isinstance(result, Refused) else ""
        except NotAllowed as error:
            outcome, code = "refused", error.code
            raise
        finally:
            self._meter.commanded(outcome, code)
        return result
