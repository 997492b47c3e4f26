from __future__ import annotations

from interview_engine.core import events as e
from interview_engine.core.changed import changed, stamp
from interview_engine.core.codec import blanked, canonical
from interview_engine.core.evolve import evolve
from interview_engine.ids import Millis, SeatId, TurnId
from interview_engine.testing.rooms import a_running_room, human

SAID = e.ChatSent(at=Millis(1_000), seat_id=SeatId("kim"), text="안녕하세요")
DRAFTED = e.DraftSaved(at=Millis(1_000), seat_id=SeatId("kim"), turn_id=TurnId("r1-1"), text="제 답변은")
OPENED = e.TurnOpened(at=Millis(1_000), turn_id=TurnId("r1-1"), deadline=Millis(2_000))


def test_bare_data_holds_no_personal_text() -> None:
    assert "안녕하세요".encode() in canonical(SAID)
    assert "안녕하세요".encode() not in canonical(blanked(SAID))


def test_an_event_leaves_the_room_before_it_as_it_was() -> None:
    room = a_running_room()
    before = canonical(room)
    after = evolve(room, e.HostChanged(at=Millis(room.now + 1), seat_id=human(2)))
    assert canonical(room) == before
    assert (after.seq, after.now, after.host) == (room.seq + 1, room.now + 1, human(2))


def test_an_event_that_changes_nothing_leaves_the_room_before_it_as_it_was() -> None:
    room = a_running_room()
    unknown = e.TurnOpened(at=Millis(room.now + 1), turn_id=TurnId("nowhere"), deadline=Millis(room.now + 2))
    after = evolve(room, unknown)
    assert after is not room
    assert (after.seq, room.seq) == (room.seq + 1, after.seq - 1)


def test_stamping_a_copy_leaves_the_original_alone() -> None:
    room = a_running_room()
    copy = changed(room)
    stamp(copy, "now", Millis(room.now + 5))
    assert copy.now == room.now + 5
    assert changed(copy, now=room.now) == room
