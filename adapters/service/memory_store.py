"""An `EventStore` in memory: for tests, demonstrations and a server that may forget."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from adapters.service.event_store import (
    AppendConflict,
    RoomSummary,
    Snapshot,
    StoredRecord,
    StoreUnavailable,
    UnknownRoom,
    require_gap_free,
)
from interview_engine.ids import Millis, RoomId, Seq


@attrs.frozen(kw_only=True)
class _Log:
    summary: RoomSummary
    records: tuple[StoredRecord, ...] = ()
    snapshot: Snapshot | None = None


class MemoryEventStore:
    """Logs that end with the process. No method awaits anything, so each one happens in one piece."""

    def __init__(self) -> None:
        self._logs: dict[RoomId, _Log] = {}
        self._closed = False

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
        require_gap_free(records, after=expected)
        self._require_open()
        log = self._logs.get(room_id)
        ends_at = log.summary.last_seq if log else Seq(0)
        if ends_at != expected:
            raise AppendConflict(room_id, expected, ends_at)
        summary = RoomSummary(
            room_id=room_id,
            last_seq=records[-1].seq,
            created_at=log.summary.created_at if log else at,
            updated_at=at,
            finished=finished or (log is not None and log.summary.finished),
        )
        before = log or _Log(summary=summary)
        self._logs[room_id] = attrs.evolve(before, summary=summary, records=(*before.records, *records))

    async def read(self, room_id: RoomId, after: Seq = Seq(0)) -> tuple[StoredRecord, ...]:
        """Return the records behind `after`: see `EventStore.read`."""
        self._require_open()
        return self._log(room_id).records[max(after, 0) :]

    async def save_snapshot(self, room_id: RoomId, snapshot: Snapshot) -> None:
        """Keep a snapshot: see `EventStore.save_snapshot`."""
        self._require_open()
        log = self._logs.get(room_id)
        if log is None or snapshot.seq > log.summary.last_seq:
            return
        if log.snapshot is None or log.snapshot.seq <= snapshot.seq:
            self._logs[room_id] = attrs.evolve(log, snapshot=snapshot)

    async def load_snapshot(self, room_id: RoomId) -> Snapshot | None:
        """Return the latest snapshot: see `EventStore.load_snapshot`."""
        self._require_open()
        log = self._logs.get(room_id)
        return log.snapshot if log else None

    async def rooms(self, *, unfinished_only: bool = False) -> tuple[RoomSummary, ...]:
        """Return all rooms: see `EventStore.rooms`."""
        self._require_open()
        wanted = (
            log.summary for log in self._logs.values() if not (unfinished_only and log.summary.finished)
        )
        return tuple(sorted(wanted, key=lambda room: (-room.updated_at, room.room_id)))

    async def replace(self, room_id: RoomId, records: Sequence[StoredRecord]) -> None:
        """Write a log anew: see `EventStore.replace`."""
        self._require_open()
        log = self._log(room_id)
        require_gap_free(records, after=Seq(0))
        if len(records) != log.summary.last_seq:
            raise ValueError(f"{len(records)} records in place of {log.summary.last_seq}")
        self._logs[room_id] = attrs.evolve(log, records=tuple(records), snapshot=None)

    async def delete(self, room_id: RoomId) -> None:
        """Delete a log: see `EventStore.delete`."""
        self._require_open()
        self._logs.pop(room_id, None)

    async def close(self) -> None:
        """Forget everything."""
        self._closed = True
        self._logs.clear()

    def _log(self, room_id: RoomId) -> _Log:
        log = self._logs.get(room_id)
        if log is None:
            raise UnknownRoom(room_id)
        return log

    def _require_open(self) -> None:
        if self._closed:
            raise StoreUnavailable("the store is closed")
