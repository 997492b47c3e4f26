"""Records as frames, encoded once per audience: all who see what the public sees share the same bytes."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from adapters.websocket_server.frames import EventFrame, Skip, encode
from interview_engine.core.codec import canonical, tag_of
from interview_engine.core.log import Record
from interview_engine.core.state import Room
from interview_engine.core.views import PUBLIC, Viewer, seats_told_apart, seen_event, view
from interview_engine.ids import SeatId


class Told:
    """Records that follow one another, as each viewer is told of them."""

    __slots__ = ("_apart", "_public", "_public_frames", "_records", "_room")

    def __init__(self, room: Room, records: Sequence[Record]) -> None:
        """Prepare; nothing is encoded before somebody sees it.

        Args:
            room: The room as the last of the records left it, or later: what was revealed since is shown.
            records: At least one, gap-free.
        """
        self._room = room
        self._records = records
        self._apart = tuple(seats_told_apart(room, record.event) for record in records)
        self._public: list[bytes | None] = []
        self._public_frames: tuple[bytes, ...] = ()

    def frames_for(self, seat_id: SeatId) -> tuple[bytes, ...]:
        """Return the frames for the owner of a place: each seq once and in order."""
        if not any(seat_id in seats for seats in self._apart):
            if not self._public_frames:
                self._public_frames = self._framed(self._for_public())
            return self._public_frames
        public = self._for_public()
        viewer = Viewer(seat_id=seat_id)
        return self._framed(
            [
                _event_frame(self._room, record, viewer) if seat_id in seats else shared
                for record, seats, shared in zip(self._records, self._apart, public, strict=True)
            ]
        )

    def _for_public(self) -> list[bytes | None]:
        if not self._public:
            self._public = [_event_frame(self._room, record, PUBLIC) for record in self._records]
        return self._public

    def _framed(self, shown: Sequence[bytes | None]) -> tuple[bytes, ...]:
        frames: list[bytes] = []
        hidden_from = 0
        for record, frame in zip(self._records, shown, strict=True):
            if frame is None:
                hidden_from = hidden_from or record.seq
                continue
            if hidden_from:
                frames.append(encode(Skip(seq=hidden_from, through=record.seq - 1)))
                hidden_from = 0
            frames.append(frame)
        if hidden_from:
            frames.append(encode(Skip(seq=hidden_from, through=self._records[-1].seq)))
        return tuple(frames)


def room_for(room: Room, seat_id: SeatId) -> msgspec.Raw:
    """Return a room as the owner of a place may see it, as JSON."""
    return msgspec.Raw(canonical(view(room, Viewer(seat_id=seat_id))))


def _event_frame(room: Room, record: Record, viewer: Viewer) -> bytes | None:
    seen = seen_event(room, record.event, viewer)
    if seen is None:
        return None
    data = msgspec.Raw(canonical(seen))
    return encode(EventFrame(seq=record.seq, name=tag_of(record.event), data=data))
