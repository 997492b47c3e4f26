"""Looking from a borrowed seat: what its owner saw early of what is public in the end, and nothing more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import pytest

from interview_engine.core import commands as c
from interview_engine.core import events as e
from interview_engine.core.changed import changed
from interview_engine.core.codec import canonical
from interview_engine.core.evolve import evolve
from interview_engine.core.log import decode_log
from interview_engine.core.seats import Seat
from interview_engine.core.state import Room
from interview_engine.core.turns import Round, Turn
from interview_engine.core.views import PUBLIC, Viewer, seen_event, view
from interview_engine.ids import SeatId, TurnId
from interview_engine.testing.history import History, history_of
from interview_engine.testing.simulator import simulate
from tests.core.play import KIM, LEE, TOGETHER, TWO, asked, waiting
from tests.golden.test_golden_logs import GOLDEN
from tests.golden.write import FOLDER

SECRET = "아무도 아직 모르는 문장입니다"
FROM_KIM = Viewer(seat_id=KIM, borrowed=True)
OWNERS_EVENTS = (e.AccommodationSet, e.ResumeShared, e.DraftSaved, e.FeedbackRecorded)
"""Written down a second time, apart from the audiences that the events declare. So is what follows."""


def without_own_seat(seat: Seat) -> Seat:
    return changed(seat, time_percent=100, facts=())


def without_own_turns(turns: tuple[Turn, ...]) -> tuple[Turn, ...]:
    return tuple(changed(turn, draft="", drafted_at=None) for turn in turns)


def without_own_round(home: Round) -> Round:
    return changed(home, turns=without_own_turns(home.turns))


def without_own(room: Room) -> Room:
    """Return an owner's view without what is the owner's alone."""
    return changed(
        room,
        seats=tuple(map(without_own_seat, room.seats)),
        current=without_own_round(room.current) if room.current is not None else None,
        rounds=tuple(map(without_own_round, room.rounds)),
        feedback=tuple(changed(written, feedback=None) for written in room.feedback),
    )


def without_own_event(event: e.Event | None) -> e.Event | None:
    """Return what an owner is told without what is the owner's alone."""
    match event:
        case e.SeatTaken():
            return changed(event, seat=without_own_seat(event.seat))
        case e.RoundOpened():
            return changed(event, round=without_own_round(event.round))
        case e.RoundClosed():
            return changed(event, turns=without_own_turns(event.turns))
        case e.InterviewFinished():
            return changed(event, rounds=tuple(map(without_own_round, event.rounds)))
        case _:
            return None if isinstance(event, OWNERS_EVENTS) else event


def answers(home: Round | None) -> Iterator[tuple[TurnId, str]]:
    for turn in home.turns if home is not None else ():
        if turn.text:
            yield turn.turn_id, turn.text


@cache
def simulated(index: int) -> History:
    return simulate("borrowed seats", index, costly=False).history


@cache
def golden(name: str) -> History:
    return history_of(decode_log((FOLDER / f"{name}.jsonl").read_bytes().splitlines()))


def candidates(history: History) -> tuple[SeatId, ...]:
    return tuple(seat.seat_id for seat in history.rooms[-1].seats if seat.kind.candidate)


def check_seat(history: History, seat_id: SeatId) -> None:
    owner, borrower = Viewer(seat_id=seat_id), Viewer(seat_id=seat_id, borrowed=True)
    final = view(history.rooms[-1], PUBLIC)
    assert view(history.rooms[-1], borrower) == final
    public = dict(pair for home in final.rounds for pair in answers(home))
    for record, room in zip(history.log, history.rooms, strict=True):
        shown = view(room, borrower)
        assert shown == without_own(view(room, owner))
        assert seen_event(room, record.event, borrower) == without_own_event(
            seen_event(room, record.event, owner)
        )
        assert dict(answers(shown.current)).items() <= public.items()


@pytest.mark.parametrize("name", [recorded.name for recorded in GOLDEN])
def test_of_a_recorded_interview_it_shows_what_the_owner_saw_but_for_what_is_theirs_alone(name: str) -> None:
    history = golden(name)
    for seat_id in candidates(history):
        check_seat(history, seat_id)


@pytest.mark.parametrize("index", range(6))
def test_of_any_interview_it_shows_what_the_owner_saw_but_for_what_is_theirs_alone(index: int) -> None:
    history = simulated(index)
    for seat_id in candidates(history):
        check_seat(history, seat_id)


def test_those_interviews_hold_what_is_the_owners_alone_and_answers_seen_early() -> None:
    histories = [*(golden(recorded.name) for recorded in GOLDEN)]
    histories += map(simulated, range(6))
    kinds = {type(record.event) for history in histories for record in history.log}
    assert kinds >= set(OWNERS_EVENTS)
    assert any(
        home is not None and not home.revealed and any(answers(home))
        for history in histories
        for home in (room.current for room in history.rooms)
    )


def test_an_answer_together_with_others_is_seen_from_its_seat_before_it_is_public() -> None:
    play = asked(TOGETHER)
    play.answer(KIM, SECRET)
    assert SECRET in canonical(view(play.room, FROM_KIM)).decode()
    closed = play.events[-1]
    assert isinstance(closed, e.TurnClosed)
    told = seen_event(play.room, closed, FROM_KIM)
    assert isinstance(told, e.TurnClosed)
    assert told.text == SECRET
    for viewer in (PUBLIC, Viewer(seat_id=LEE), Viewer(seat_id=LEE, borrowed=True)):
        assert SECRET not in canonical(view(play.room, viewer)).decode()


def test_drafts_facts_extra_time_and_feedback_stay_their_owners() -> None:
    play = waiting()
    room = play.room
    play.do(c.ShareResume(**play.of(KIM), facts=(SECRET,)))
    play.do(c.SetAccommodation(**play.by(), seat_id=KIM, time_percent=200))
    assert not told(room, play.events)
    shown = view(play.room, FROM_KIM).seat(KIM)
    assert shown is not None
    assert (shown.facts, shown.time_percent) == ((), 100)

    play = asked(TWO)
    room, before = play.room, len(play.events)
    play.do(c.SaveDraft(**play.of(KIM), turn_id=play.turn(KIM).turn_id, text=SECRET))
    assert SECRET not in canonical(view(play.room, FROM_KIM)).decode()
    assert not told(room, play.events[before:])
    play.to_the_end()
    assert "feedback-for" not in canonical(view(play.room, FROM_KIM)).decode()


def told(room: Room, events: Iterable[e.Event]) -> list[e.Event]:
    """Return what is told from the seat of what happened since a room."""
    found = []
    for event in events:
        room = evolve(room, event)
        seen = seen_event(room, event, FROM_KIM)
        found += [seen] if seen is not None else []
    return found
