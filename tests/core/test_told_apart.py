from __future__ import annotations

import pytest

from interview_engine.core import events as e
from interview_engine.core.evolve import evolve
from interview_engine.core.log import decode_log
from interview_engine.core.state import Room
from interview_engine.core.views import PUBLIC, Viewer, seats_told_apart, seen_event
from tests.golden.test_golden_logs import GOLDEN
from tests.golden.write import FOLDER


def told(name: str) -> list[tuple[Room, e.Event]]:
    """Return every event of a recorded interview, with the room as it left it."""
    room: Room | None = None
    found = []
    for record in decode_log((FOLDER / f"{name}.jsonl").read_bytes().splitlines()):
        room = evolve(room, record.event)
        found.append((room, record.event))
    return found


@pytest.mark.parametrize("name", [golden.name for golden in GOLDEN])
def test_whoever_is_not_told_apart_sees_what_the_public_sees(name: str) -> None:
    for room, event in told(name):
        public, apart = seen_event(room, event, PUBLIC), seats_told_apart(room, event)
        for seat in room.seats:
            if seat.seat_id not in apart:
                assert seen_event(room, event, Viewer(seat_id=seat.seat_id)) == public


@pytest.mark.parametrize("name", [golden.name for golden in GOLDEN])
def test_whoever_is_told_apart_sees_more(name: str) -> None:
    for room, event in told(name):
        public = seen_event(room, event, PUBLIC)
        for seat_id in seats_told_apart(room, event):
            assert seen_event(room, event, Viewer(seat_id=seat_id)) != public


def test_some_are_told_apart_and_most_are_not() -> None:
    events = [pair for golden in GOLDEN for pair in told(golden.name)]
    apart = sum(bool(seats_told_apart(room, event)) for room, event in events)
    assert 0 < apart < len(events) / 4
