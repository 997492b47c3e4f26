"""The port for durable logs. Correctness of the whole service rests on `append` alone.

EventStoreError
 |- AppendConflict: the log has moved on; nothing was written
 |- UnknownRoom: there is no such log
 |- StoreUnavailable: nothing was written and a retry may succeed (locked, connection lost before the write)
 |- StoreFull: nothing was written and a retry won't help until an operator acts (no space, or read-only)
 |- AppendUnknown: the write may or may not have happened: read again and look for the record's hash
 `- StoreCorrupt: stored bytes fail their checksum
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import attrs

from interview_engine.ids import Millis, RoomId, Seq


class EventStoreError(Exception):
    """Something that a store could not do."""


class AppendConflict(EventStoreError):
    """The log does not end where the writer thought: somebody else appended first."""

    def __init__(self, room_id: RoomId, expected: Seq, actual: Seq) -> None:
        super().__init__(room_id, expected, actual)
        self.room_id, self.expected, self.actual = room_id, expected, actual

    def __str__(self) -> str:
        """Return where the log ends and where it was thought to."""
        return f"room {self.room_id} ends at seq {self.actual}, not at {self.expected}"


class UnknownRoom(EventStoreError):
    """There is no log of this room."""

    def __init__(self, room_id: RoomId) -> None:
        super().__init__(room_id)
        self.room_id = room_id

    def __str__(self) -> str:
        """Return which room."""
        return f"no room {self.room_id}"


class StoreUnavailable(EventStoreError):
    """Nothing was written; the same call may succeed later."""


class StoreFull(EventStoreError):
    """Nothing was written, and nothing can be until an operator makes room."""


class AppendUnknown(EventStoreError):
    """The reply was lost: the records may have been written or not."""


class StoreCorrupt(EventStoreError):
    """Stored bytes are not what was written.

    Attributes:
        room_id: Whose log; None when the damage is not in one log.
        seq: The first damaged record; 0 when unknown.
    """

    def __init__(self, room_id: RoomId | None, seq: Seq, why: str) -> None:
        super().__init__(room_id, seq, why)
        self.room_id, self.seq, self.why = room_id, seq, why

    def __str__(self) -> str:
        """Return what is damaged and where."""
        return f"room {self.room_id}, seq {self.seq}: {self.why}" if self.room_id else self.why


@attrs.frozen(kw_only=True)
class StoredRecord:
    """A record as a store keeps it: its place, and one line of JSON that only the codec reads."""

    seq: Seq
    line: bytes


@attrs.frozen(kw_only=True)
class Snapshot:
    """A folded room up to a seq; it may be lost at any time, for the log has everything."""

    seq: Seq
    data: bytes


@attrs.frozen(kw_only=True)
class RoomSummary:
    """What a list of rooms needs without folding any.

    Attributes:
        room_id: The room.
        last_seq: Seq of its last record.
        created_at, updated_at: Instants of its first and last append.
        finished: The interview is over.
    """

    room_id: RoomId
    last_seq: Seq
    created_at: Millis
    updated_at: Millis
    finished: bool


def require_gap_free(records: Sequence[StoredRecord], *, after: Seq) -> None:
    """Check that records follow a seq one by one: what every store asks of its caller.

    Args:
        records: What shall be written.
        after: Seq that the first record follows; 0 for a log's beginning.

    Raises:
        ValueError: For no records, a seq out of place, or a negative `after`.
    """
    if after < 0:
        raise ValueError(f"no log ends at seq {after}")
    if not records:
        raise ValueError("no records to write")
    for place, record in enumerate(records, start=after + 1):
        if record.seq != place:
            raise ValueError(f"seq {record.seq} stands where {place} belongs")


class EventStore(Protocol):
    """Durable logs, one per room."""

    async def append(
        self,
        room_id: RoomId,
        expected: Seq,
        records: Sequence[StoredRecord],
        *,
        at: Millis,
        finished: bool = False,
    ) -> None:
        """Append records in one piece if the log ends at `expected`; durable when it returns.

        Args:
            room_id: Whose log; it begins with the first append at `expected` 0.
            expected: Seq of the last record that the writer knows; 0 for none.
            records: At least one, with seqs from `expected` + 1 on without gaps.
            at: Instant of the append, for lists.
            finished: The interview is over after these records; it stays over.

        Raises:
            ValueError: For no records, or seqs with gaps: a bug of the caller.
            AppendConflict: The log ends elsewhere.
            StoreUnavailable: Nothing was written; try again.
            StoreFull: Nothing was written; an operator must act.
            AppendUnknown: Read again to find out.
        """

    async def read(self, room_id: RoomId, after: Seq = Seq(0)) -> tuple[StoredRecord, ...]:
        """Return the records behind `after`, in order.

        Raises:
            UnknownRoom: There is no such log.
            StoreUnavailable: Try again.
            StoreCorrupt: A record fails its checksum.
        """

    async def save_snapshot(self, room_id: RoomId, snapshot: Snapshot) -> None:
        """Keep a snapshot in place of an older one; a newer one stays.

        One of an unknown room, or ahead of its log, is passed over: a late one must not outlive its room.

        Raises:
            StoreUnavailable: It was not kept, which does no harm.
        """

    async def load_snapshot(self, room_id: RoomId) -> Snapshot | None:
        """Return the latest snapshot; None without one, or when it fails its checksum."""

    async def rooms(self, *, unfinished_only: bool = False) -> tuple[RoomSummary, ...]:
        """Return all rooms, the latest append first; at one instant by room id.

        Raises:
            StoreUnavailable: Try again.
        """

    async def replace(self, room_id: RoomId, records: Sequence[StoredRecord]) -> None:
        """Write a log anew after a redaction: the same seqs, in one piece; drops the snapshot.

        Raises:
            UnknownRoom: There is no such log.
            ValueError: When the seqs are not those of the stored log.
            StoreUnavailable: Call again; only then is the old text surely gone.
        """

    async def delete(self, room_id: RoomId) -> None:
        """Delete a log with its snapshot; a missing one is no error.

        Raises:
            StoreUnavailable: Call again; only then is the old text surely gone.
        """

    async def close(self) -> None:
        """Finish what is being written and let go of everything."""
