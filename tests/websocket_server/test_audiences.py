from __future__ import annotations

from itertools import pairwise

import msgspec
import pytest

from adapters.websocket_server import audiences
from adapters.websocket_server import frames as f
from adapters.websocket_server.audiences import Told
from interview_engine.core import commands as c
from interview_engine.core.codec import canonical
from interview_engine.core.decide import take
from interview_engine.core.events import Event
from interview_engine.core.log import Record, record_events
from interview_engine.core.settings import Settings
from interview_engine.core.state import Room
from interview_engine.core.views import Viewer, seen_event
from interview_engine.ids import CommandId, Millis, RoomId, Salt, SeatId
from interview_engine.testing.rooms import SEED, START, after, human

SALT = Salt("a salt for tests no. 1")
WATCHERS = tuple(SeatId(f"watcher-{number}") for number in range(1, 4))


def told(*commands: c.Command) -> tuple[Room, tuple[Record, ...]]:
    """Return a room with two people, and the records that commands lead to in it."""
    created = c.CreateRoom(
        now=START, id=CommandId("create"), room_id=RoomId("room"), seed=SEED, settings=Settings()
    )
    joined = [
        c.JoinRoom(now=START, id=CommandId(f"join-{number}"), seat_id=human(number), name=f"사람 {number}")
        for number in (1, 2)
    ]
    room = after(None, created, *joined)
    first = room.seq
    events: list[Event] = []
    for command in commands:
        step = take(room, command)
        assert step.room is not None
        room = step.room
        events.extend(step.events)
    return room, record_events(events, SALT, after=first)


def resume(number: int) -> c.ShareResume:
    return c.ShareResume(
        now=START, id=CommandId(f"resume-{number}"), seat_id=human(1), facts=(f"사실 {number}",)
    )


def chat(number: int) -> c.SendChat:
    return c.SendChat(now=START, id=CommandId(f"chat-{number}"), seat_id=human(2), text=f"{number}")


def test_an_event_is_encoded_once_for_all_who_see_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    room, records = told(chat(1), resume(1), chat(2))
    encoded: list[tuple[int, SeatId | None]] = []
    genuine = audiences._event_frame

    def counted(room: Room, record: Record, viewer: Viewer) -> bytes | None:
        encoded.append((record.seq, viewer.seat_id))
        return genuine(room, record, viewer)

    monkeypatch.setattr(audiences, "_event_frame", counted)
    news = Told(room, records)
    shared = [news.frames_for(seat_id) for seat_id in WATCHERS]
    assert shared[0] is shared[1] is shared[2]
    news.frames_for(human(1))
    news.frames_for(human(2))
    public = [seq for seq, seat_id in encoded if seat_id is None]
    assert public == [record.seq for record in records]
    assert len(encoded) <= len(records) + 3


@pytest.mark.parametrize("seat_id", [human(1), human(2), *WATCHERS])
def test_everybody_is_told_what_they_may_see_and_no_more(seat_id: SeatId) -> None:
    room, records = told(resume(1), resume(2), chat(1), resume(3), chat(2), resume(4), resume(5))
    frames = [f.decode_server(frame) for frame in Told(room, records).frames_for(seat_id)]
    told_seqs: list[int] = []
    by_seq = {int(record.seq): record for record in records}
    for frame in frames:
        if isinstance(frame, f.Skip):
            run = list(range(frame.seq, frame.through + 1))
            assert all(seen_event(room, by_seq[seq].event, Viewer(seat_id=seat_id)) is None for seq in run)
            told_seqs += run
        else:
            assert isinstance(frame, f.EventFrame)
            seen = seen_event(room, by_seq[frame.seq].event, Viewer(seat_id=seat_id))
            assert bytes(frame.data) == canonical(seen)
            told_seqs.append(frame.seq)
    assert told_seqs == [record.seq for record in records]
    kinds = [type(frame) for frame in frames]
    assert not any(one is two is f.Skip for one, two in pairwise(kinds))


def test_the_instant_is_the_events_own() -> None:
    room, records = told(chat(1))
    (frame,) = Told(room, records).frames_for(WATCHERS[0])
    event = f.decode_server(frame)
    assert isinstance(event, f.EventFrame)
    assert msgspec.json.decode(event.data)["at"] == Millis(START)
