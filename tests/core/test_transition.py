from __future__ import annotations

import pytest

from interview_engine.core import events as e
from interview_engine.core.refusals import CommandRefused, RefusalCode
from interview_engine.core.transition import Transition, refuse
from interview_engine.ids import CommandId, Millis
from tests.core.play import KIM, LEE, waiting


def test_each_event_changes_the_room_that_the_next_rule_sees() -> None:
    room = waiting().room
    t = Transition(room, Millis(room.now + 5))
    t.record(e.HostChanged(at=t.at, seat_id=LEE))
    assert t.room.host == LEE
    assert t.room.seq == room.seq + 1
    assert room.host == KIM


def test_the_first_event_of_a_command_names_it() -> None:
    room = waiting().room
    t = Transition(room, room.now)
    t.caused_by(CommandId("c9"))
    for seat_id in (LEE, KIM):
        t.record(e.HostChanged(at=t.at, seat_id=seat_id))
    assert [event.cause for event in t.events] == ["c9", ""]
    assert t.room.ledger.seq_of(CommandId("c9")) == room.seq + 1


def test_a_refusal_carries_its_code() -> None:
    with pytest.raises(CommandRefused, match="paused: because"):
        refuse(RefusalCode.PAUSED, "because")
