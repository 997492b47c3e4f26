"""What the store really holds, folded as it grows: the truth that everything said is held against."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from adapters.service.event_store import StoredRecord
from interview_engine.core.codec import canonical
from interview_engine.core.evolve import evolve
from interview_engine.core.log import Record, decode_record
from interview_engine.core.state import Room
from interview_engine.core.views import PUBLIC, Viewer, seats_told_apart, seen_event, view
from interview_engine.ids import CommandId, SeatId


@attrs.define(eq=False)
class Telling:
    """A log as it read at some time: a redaction makes a new one of the same seqs, `rewritten`."""

    records: list[Record] = attrs.Factory(list)
    rooms: list[Room] = attrs.Factory(list)
    rewritten: bool = False
    _seen: dict[tuple[int, int, SeatId | None], bytes | None] = attrs.Factory(dict)
    _views: dict[tuple[int, SeatId], bytes] = attrs.Factory(dict)

    def add(self, record: Record) -> None:
        """Fold one more record."""
        self.rooms.append(evolve(self.rooms[-1] if self.rooms else None, record.event))
        self.records.append(record)

    def seen(self, seq: int, at: int, seat_id: SeatId) -> bytes | None:
        """Return an event as a seat's owner may see it when the room has seq `at`; None for not at all."""
        room, event = self.rooms[at - 1], self.records[seq - 1].event
        told_apart = seat_id in seats_told_apart(room, event)
        key = (seq, at, seat_id if told_apart else None)
        if key not in self._seen:
            shown = seen_event(room, event, Viewer(seat_id=seat_id) if told_apart else PUBLIC)
            self._seen[key] = None if shown is None else canonical(shown)
        return self._seen[key]

    def view(self, seq: int, seat_id: SeatId) -> bytes:
        """Return the room at a seq as a seat's owner may see it."""
        key = (seq, seat_id)
        if key not in self._views:
            self._views[key] = canonical(view(self.rooms[seq - 1], Viewer(seat_id=seat_id)))
        return self._views[key]


class DurableLog:
    """The log of the one room, from the bytes that were stored.

    Attributes:
        tellings: The log as it read before and after each redaction; the last one is what the store holds.
        batch_end: For each record, the last seq of its append.
        appended_at: For each record, when it became durable, real ms.
        cause: At which seq each command id stands.
    """

    def __init__(self) -> None:
        self.tellings = [Telling()]
        self.batch_end: list[int] = []
        self.appended_at: list[int] = []
        self.cause: dict[CommandId, int] = {}

    @property
    def now(self) -> Telling:
        """What the store holds."""
        return self.tellings[-1]

    def __len__(self) -> int:
        """Return how many records are durable."""
        return len(self.batch_end)

    @property
    def room(self) -> Room:
        """The room that the durable records lead to."""
        return self.now.rooms[-1]

    def append(self, stored: Sequence[StoredRecord], at: int) -> list[str]:
        """Take an append over; return what is wrong with it."""
        wrong = []
        for item in stored:
            record = decode_record(item.line)
            if record.seq != len(self.batch_end) + 1:
                wrong.append(f"seq {record.seq} follows {len(self.batch_end)}")
            if record.event.cause:
                if record.event.cause in self.cause:
                    wrong.append(f"command {record.event.cause} stands twice")
                self.cause[record.event.cause] = record.seq
            for telling in self.tellings:
                telling.add(record)
            self.batch_end.append(stored[-1].seq)
            self.appended_at.append(at)
        return wrong

    def expect(self, records: Sequence[Record]) -> None:
        """Take note of how the log will read when a redaction is done; what it held before stays last."""
        self.tellings.insert(len(self.tellings) - 1, _told(records))

    def replace(self, stored: Sequence[StoredRecord]) -> None:
        """Take a rewritten log over."""
        self.tellings.append(_told([decode_record(item.line) for item in stored]))


def _told(records: Sequence[Record]) -> Telling:
    telling = Telling(rewritten=True)
    for record in records:
        telling.add(record)
    return telling
