from __future__ import annotations

import typing

import attrs
import pytest

from interview_engine.core import events as e
from interview_engine.core.codec import EVENT_TYPES
from interview_engine.core.evolve import _CHANGES, evolve, fold
from interview_engine.core.state import Room
from interview_engine.ids import CommandId, Millis, SeatId
from interview_engine.testing.rooms import a_room
from tests.core.play import KIM, LEE, TWO, asked


@pytest.mark.parametrize("cls", EVENT_TYPES.values(), ids=lambda cls: cls.__name__)
def test_every_event_changes_the_room_by_the_function_that_takes_it(cls: type[e.Event]) -> None:
    hints = typing.get_type_hints(_CHANGES[cls])
    assert hints["room"] is Room
    assert hints["return"] is Room
    assert hints["event"] in (cls, e.Event)
    if hints["event"] is e.Event:
        assert cls is e.RoomCreated, "only the first event, repeated, changes nothing"


def test_no_function_waits_for_an_event_that_does_not_exist() -> None:
    assert set(_CHANGES) == set(EVENT_TYPES.values())


def test_a_log_begins_with_the_rooms_creation() -> None:
    with pytest.raises(AssertionError, match="begins with RoomCreated"):
        evolve(None, e.HostChanged(at=Millis(1), seat_id=KIM))
    with pytest.raises(AssertionError, match="at least RoomCreated"):
        fold(())


def test_folding_every_event_gives_the_room_that_the_commands_left() -> None:
    start = asked(TWO, ai=2, interviewers=2)
    room = start.room
    start.events.clear()
    start.to_the_end()
    assert fold(start.events, room) == start.room
    half = len(start.events) // 2
    assert fold(start.events[half:], fold(start.events[:half], room)) == start.room


def test_every_event_counts_and_moves_the_rooms_instant() -> None:
    room = a_room()
    after = evolve(room, e.HostChanged(at=Millis(room.now + 7), seat_id=None))
    assert (after.seq, after.now) == (room.seq + 1, room.now + 7)
    assert len(after.ledger) == len(room.ledger)


def test_a_cause_is_remembered_with_the_seq_of_its_event() -> None:
    room = a_room()
    after = evolve(room, e.HostChanged(at=room.now, cause=CommandId("c7"), seat_id=None))
    assert after.ledger.seq_of(CommandId("c7")) == after.seq


def test_a_room_that_was_created_without_a_command_remembers_none() -> None:
    created = e.RoomCreated(
        at=Millis(5),
        room_id=a_room().room_id,
        settings=a_room().settings,
        rules_version=1,
        seed_commitment="",
    )
    assert len(evolve(None, created).ledger) == 0


def test_events_about_things_that_are_not_there_change_nothing_but_the_count() -> None:
    """Evolve is total: it never refuses, so a log of another version can't break it."""
    room = a_room()
    odd = attrs.evolve(room, seq=room.seq + 1)  # type: ignore[arg-type]
    nowhere = SeatId("nobody")
    for event in (
        e.SeatAbsent(at=room.now, seat_id=nowhere),
        e.RoundClosed(at=room.now, round_id="r9"),  # type: ignore[arg-type]
        e.TurnOpened(at=room.now, turn_id="r9-1", deadline=room.now),  # type: ignore[arg-type]
        e.RoundDropped(at=room.now, round_id="r9", code=""),  # type: ignore[arg-type]
    ):
        assert evolve(room, event) == odd
    assert evolve(room, e.ReadinessChanged(at=room.now, seat_id=LEE, ready=True)) == odd


def test_a_second_creation_changes_nothing() -> None:
    room = a_room()
    again = e.RoomCreated(
        at=room.now, room_id=room.room_id, settings=room.settings, rules_version=9, seed_commitment="x"
    )
    assert evolve(room, again).rules_version == room.rules_version
