"""From stored lines to a room: a log that does not read puts its room aside, and all others go on."""

from __future__ import annotations

import attrs
import msgspec
import structlog

from adapters.service.event_store import EventStore, EventStoreError, StoreCorrupt, StoredRecord
from adapters.service.faults import where
from interview_engine.core.codec import CodecError, canonical, decode_room, tag_of
from interview_engine.core.evolve import fold
from interview_engine.core.log import GENESIS, Record, chain_hash, decode_record
from interview_engine.core.state import Room
from interview_engine.ids import RoomId, Seq

log = structlog.get_logger("rooms")


class RoomQuarantined(Exception):
    """A room's log does not read: it is kept apart until an operator has looked at it."""

    def __init__(self, room_id: RoomId, why: str) -> None:
        super().__init__(room_id, why)
        self.room_id, self.why = room_id, why

    def __str__(self) -> str:
        """Return which room, why, and what to do."""
        return (
            f"room {self.room_id} is quarantined: {self.why}. "
            "Export it and run `interview-engine verify`, or restore it from a backup."
        )


@attrs.frozen(kw_only=True)
class RoomRead:
    """A room as its stored log tells it.

    Attributes:
        room: The folded room.
        head: Hash of its last record.
        snapshot_seq: Seq of the snapshot that the fold began with; 0 without one.
    """

    room: Room
    head: str
    snapshot_seq: Seq


class RoomReader:
    """Reads rooms from a store.

    Attributes:
        quarantined: Rooms whose logs don't read, and why.
    """

    def __init__(self, store: EventStore) -> None:
        """Prepare a reader."""
        self._store = store
        self.quarantined: dict[RoomId, str] = {}

    async def read(self, room_id: RoomId) -> RoomRead:
        """Fold a room from its snapshot and the records behind it, or from all of its records.

        Raises:
            UnknownRoom: There is no such room.
            RoomQuarantined: Its log does not read.
            EventStoreError: The store did not answer.
        """
        if room_id in self.quarantined:
            raise RoomQuarantined(room_id, self.quarantined[room_id])
        start = await self._snapshot(room_id)
        if start is not None:
            read = await self._read_on(room_id, start)
            if read is not None:
                return read
            log.warning("snapshot.passed_over", room=room_id)
        records = await self.whole(room_id)
        if not records:
            raise self.put_aside(room_id, "the log is empty")
        room = self.folded(room_id, records, None)
        if room.room_id != room_id:
            raise self.put_aside(room_id, "the log is another room's")
        return RoomRead(room=room, head=records[-1].hash, snapshot_seq=Seq(0))

    async def behind(self, room: Room, head: str) -> tuple[Room, tuple[Record, ...]]:
        """Return the records behind a known state, and the state that they lead to.

        Args:
            room: The known state.
            head: Hash of the last known record.

        Raises:
            UnknownRoom: There is no such room.
            RoomQuarantined: Its log does not read.
            EventStoreError: The store did not answer.
        """
        records = self.decoded(room.room_id, await self._stored(room.room_id, room.seq), after=head)
        return (self.folded(room.room_id, records, room) if records else room), records

    async def whole(self, room_id: RoomId) -> tuple[Record, ...]:
        """Return all of a room's records; raises what `behind` does."""
        return self.decoded(room_id, await self._stored(room_id, Seq(0)), after=GENESIS)

    def decoded(
        self, room_id: RoomId, stored: tuple[StoredRecord, ...], after: str | None = None
    ) -> tuple[Record, ...]:
        """Return stored records, decoded and checked to follow one another.

        Args:
            room_id: Whose records.
            stored: A run of them.
            after: Hash that the first one must follow; None for any.

        Raises:
            RoomQuarantined: When they don't read or don't follow.
        """
        try:
            return _chained(stored, after)
        except _Unreadable as error:
            raise self.put_aside(room_id, str(error)) from error

    def folded(self, room_id: RoomId, records: tuple[Record, ...], start: Room | None) -> Room:
        """Return the room after records.

        Raises:
            RoomQuarantined: When they don't fold.
        """
        try:
            return fold((record.event for record in records), start)
        except Exception as error:
            raise self.put_aside(
                room_id, f"the log does not fold: {type(error).__name__} at {where(error)}"
            ) from error

    def put_aside(self, room_id: RoomId, why: str) -> RoomQuarantined:
        """Quarantine a room, and return the exception that says so."""
        self.quarantined[room_id] = why
        log.error("room.quarantined", room=room_id, why=why)
        return RoomQuarantined(room_id, why)

    async def _stored(self, room_id: RoomId, after: Seq) -> tuple[StoredRecord, ...]:
        try:
            return await self._store.read(room_id, after)
        except StoreCorrupt as error:
            raise self.put_aside(room_id, str(error)) from error

    async def _read_on(self, room_id: RoomId, start: Room) -> RoomRead | None:
        """Fold what follows a snapshot; None when the snapshot, or what follows it, doesn't hold."""
        # One record before the tail, for the hash that the chain goes on from.
        stored = await self._stored(room_id, Seq(start.seq - 1))
        try:
            records = _chained(stored, None)
            if not records or records[0].seq != start.seq:
                return None
            room = fold((record.event for record in records[1:]), start)
        except Exception:  # noqa: BLE001 -- the whole log decides
            return None
        return RoomRead(room=room, head=records[-1].hash, snapshot_seq=start.seq)

    async def _snapshot(self, room_id: RoomId) -> Room | None:
        try:
            snapshot = await self._store.load_snapshot(room_id)
            if snapshot is None:
                return None
            room = decode_room(snapshot.data)
        except (CodecError, EventStoreError) as error:
            log.warning("snapshot.unreadable", room=room_id, error=type(error).__name__)
            return None
        if (room.room_id, room.seq) != (room_id, snapshot.seq) or room.seq < 1:
            log.warning("snapshot.foreign", room=room_id)
            return None
        return room


class _Unreadable(Exception):
    """Stored records that don't read or don't follow one another."""


def _chained(stored: tuple[StoredRecord, ...], after: str | None) -> tuple[Record, ...]:
    records: list[Record] = []
    for item in stored:
        try:
            record = decode_record(item.line)
        except Exception as error:
            raise _Unreadable(f"seq {item.seq} does not read: {type(error).__name__}") from error
        if record.seq != item.seq or (after is not None and record.prev_hash != after):
            raise _Unreadable(f"the chain is broken at seq {item.seq}")
        if not _as_written(record):
            raise _Unreadable(f"seq {item.seq} was changed after it was written")
        records.append(record)
        after = record.hash
    return tuple(records)


def _as_written(record: Record) -> bool:
    """Return whether a record's hash is its own; white space that a tool added does no harm."""
    return record.hash == _hash(record, record.data) or record.hash == _hash(
        record, canonical(msgspec.json.decode(record.data))
    )


def _hash(record: Record, data: bytes) -> str:
    return chain_hash(record.prev_hash, record.seq, tag_of(record.event), record.schema, record.digest, data)
