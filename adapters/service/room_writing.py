"""Makes steps durable, and finds out what the store holds whenever that is not certain.

The law: a live room's state is what durable records lead to, and each of them is told to its listeners once.
"""

from __future__ import annotations

from collections.abc import Callable

import structlog

from adapters.service.event_store import (
    AppendConflict,
    AppendUnknown,
    EventStore,
    EventStoreError,
    Snapshot,
    StoreCorrupt,
    StoredRecord,
    StoreFull,
    StoreUnavailable,
    UnknownRoom,
)
from adapters.service.faults import where
from adapters.service.live_room import LiveRoom
from adapters.service.room_reading import RoomReader
from adapters.service.surroundings import Surroundings
from interview_engine.core import commands as c
from interview_engine.core.codec import encode_room
from interview_engine.core.decide import Duplicate, Step, take
from interview_engine.core.log import Record, encode_record, record_events
from interview_engine.core.redaction import redact
from interview_engine.core.stages import Stage
from interview_engine.core.state import Room
from interview_engine.ids import RoomId, SeatId, Seq

log = structlog.get_logger("rooms")

MOST_CONFLICTS = 5
LONG_MS = 1_000
"""A store that takes longer than this for a command has cost people time, which is given back."""
SNAPSHOT_EVERY = 200


class TooMuchContention(Exception):
    """Other writers kept appending to a room; nothing was written, and a retry may succeed."""


class RoomWriter:
    """Writes live rooms' logs; the caller holds the room's lock, or the gate of one that is not live yet."""

    def __init__(self, store: EventStore, reader: RoomReader, surroundings: Surroundings) -> None:
        """Prepare a writer."""
        self._store = store
        self._reader = reader
        self._around = surroundings

    async def create(self, room_id: RoomId, step: Step) -> LiveRoom | None:
        """Begin a log.

        Returns:
            The room; None when its log exists already, perhaps by this very call.

        Raises:
            EventStoreError: It was not begun, or that is not known.
        """
        assert step.room is not None, "a created room is there"
        records = record_events(step.events, self._around.salt())
        for _ in range(MOST_CONFLICTS):
            try:
                await self._store.append(room_id, Seq(0), _stored(records), at=step.room.now)
            except AppendConflict:
                return None
            except AppendUnknown as unknown:
                try:
                    await self._store.read(room_id)
                except UnknownRoom:
                    continue
                except EventStoreError as error:
                    raise unknown from error
                return None
            return LiveRoom(room_id=room_id, room=step.room, head=records[-1].hash, snapshot_seq=Seq(0))
        raise TooMuchContention(room_id)

    async def commit(
        self, live: LiveRoom, command: Callable[[Room], c.Command], *, gives_back: bool = False
    ) -> Step:
        """Decide a command on the latest state, and make what comes of it durable.

        Args:
            live: The room.
            command: Makes the command, of the state that it is decided on.
            gives_back: It gives back what the room is owed; after any other command that is still owed.

        Returns:
            The step; a refusal or duplicate leaves no record.

        Raises:
            UnknownRoom: It was deleted.
            RoomQuarantined: The log does not read.
            TooMuchContention: Other writers kept appending.
            CommandIdReused: The command's id stands for another one.
            EventStoreError: The store did not take it.
        """
        begun = self._around.now()
        live.writing_since = begun
        try:
            step = await self._committed(live, command)
        except (AppendUnknown, StoreFull, StoreUnavailable):
            if live.unserved_since is None:
                live.unserved_since = begun
            raise
        finally:
            live.writing_since = None
        if gives_back:
            live.unserved_since = None
        if live.unserved_since is None and self._around.now() - begun > LONG_MS:
            live.unserved_since = begun
        return step

    async def _committed(self, live: LiveRoom, command: Callable[[Room], c.Command]) -> Step:
        for _ in range(MOST_CONFLICTS):
            if live.stale:
                await self.catch_up(live)
            asked = command(live.room)
            live.used_ids.require_unused(live.room, asked)
            step = take(live.room, asked)
            if step.events:
                if await self.append(live, step):
                    return step
            elif isinstance(asked, c.Report) or isinstance(step.outcome, Duplicate):
                return step
            elif not await self.catch_up(live):
                # Without an append nothing else proves that the state was the latest.
                return step
        raise TooMuchContention(live.room_id)

    async def append(self, live: LiveRoom, step: Step) -> bool:
        """Make a step durable, then let it be the room's state.

        Returns:
            False when the log has moved on: the command is to be decided anew, on what `catch_up` finds.

        Raises:
            RoomQuarantined: The log does not read.
            EventStoreError: The store did not take it.
        """
        assert step.room is not None, "events leave a room"
        records = record_events(step.events, self._around.salt(), after=live.room.seq, prev_hash=live.head)
        # Until the store has answered, what it holds is not known.
        live.stale = True
        try:
            await self._store.append(
                live.room_id,
                live.room.seq,
                _stored(records),
                at=step.room.now,
                finished=step.room.stage is Stage.FINISHED,
            )
        except AppendConflict as conflict:
            await self._require_no_loss(live, conflict)
            return False
        except AppendUnknown as unknown:
            try:
                found = await self.catch_up(live)
            except (StoreUnavailable, StoreFull) as error:
                raise unknown from error
            return any(record.hash == records[-1].hash for record in found)
        except StoreCorrupt as error:
            raise self._reader.put_aside(live.room_id, str(error)) from error
        except (StoreFull, StoreUnavailable):
            live.stale = False
            raise
        live.stale = False
        live.take_over(step.room, records)
        return True

    async def catch_up(self, live: LiveRoom) -> tuple[Record, ...]:
        """Take over what was appended behind our back, and return it.

        Raises:
            UnknownRoom: It was deleted.
            RoomQuarantined: The log does not read.
            EventStoreError: The store did not answer.
        """
        room, records = await self._reader.behind(live.room, live.head)
        if records:
            live.take_over(room, records)
        live.stale = False
        return records

    async def keep_snapshot(self, live: LiveRoom) -> None:
        """Keep a snapshot when the last one is old; never a reason to fail."""
        if live.stale or live.room.seq - live.snapshot_seq < SNAPSHOT_EVERY:
            return
        try:
            snapshot = Snapshot(seq=live.room.seq, data=encode_room(live.room))
            await self._store.save_snapshot(live.room_id, snapshot)
        except Exception as error:  # noqa: BLE001 -- the log has everything
            log.warning(
                "snapshot.not_kept", room=live.room_id, error=type(error).__name__, where=where(error)
            )
        # Also after a failure: the next try comes with as many records again.
        live.snapshot_seq = live.room.seq

    async def redact(self, live: LiveRoom, owner: SeatId) -> None:
        """Delete a seat's words from the log and from memory.

        Raises:
            UnknownRoom: It was deleted.
            RoomQuarantined: The log does not read.
            TooMuchContention: Other writers kept appending.
            EventStoreError: Only after another call is the text surely gone.
        """
        for _ in range(MOST_CONFLICTS):
            await self.catch_up(live)
            records = await self._reader.whole(live.room_id)
            if len(records) != live.room.seq:
                continue
            cleaned = redact(records, owner)
            # Before the store is asked: if its reply is lost, no snapshot may bring the words back.
            live.rewrite(self._reader.folded(live.room_id, cleaned, None))
            live.snapshot_seq = Seq(0)
            try:
                await self._store.replace(live.room_id, _stored(cleaned))
            except ValueError:
                # Another owner appended in between.
                continue
            return
        raise TooMuchContention(live.room_id)

    async def _require_no_loss(self, live: LiveRoom, conflict: AppendConflict) -> None:
        if conflict.actual < live.room.seq:
            # Raises UnknownRoom for a room that was deleted.
            await self._store.read(live.room_id, conflict.actual)
            raise self._reader.put_aside(
                live.room_id, f"the store ends at seq {conflict.actual}, and {live.room.seq} was durable"
            )


def _stored(records: tuple[Record, ...]) -> tuple[StoredRecord, ...]:
    return tuple(StoredRecord(seq=record.seq, line=encode_record(record)) for record in records)
