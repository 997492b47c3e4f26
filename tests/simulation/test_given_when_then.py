from __future__ import annotations

import pytest

from interview_engine.core import commands as c
from interview_engine.core import events as e
from interview_engine.core.refusals import RefusalCode
from interview_engine.core.stages import Stage
from interview_engine.core.turns import Outcome
from interview_engine.ids import CommandId, Millis
from interview_engine.testing.given_when_then import (
    a_room,
    a_running_room,
    a_waiting_room,
    an,
    answer,
    human,
    pause,
    scenario,
    tick,
    tick_to_deadline,
    with_effects_done,
)


def test_then_takes_classes_patterns_and_events() -> None:
    room = a_running_room(humans=2, ai=0)
    asked = scenario(room).when(answer("제 답변입니다.", by=room.open_turns()[0].seat_id))
    asked.then(an(e.TurnClosed, text="제 답변입니다.", outcome=Outcome.ANSWERED), e.TurnOpened)


def test_then_fails_when_something_else_happened() -> None:
    asked = scenario(a_running_room(humans=2, ai=0)).when(answer())
    with pytest.raises(AssertionError, match="expected"):
        asked.then(e.TurnClosed)
    with pytest.raises(AssertionError, match="expected"):
        asked.then(an(e.TurnClosed, text="something else"), e.TurnOpened)


def test_then_includes_wants_its_order() -> None:
    timed_out = scenario(a_running_room(humans=2, ai=0)).when(tick_to_deadline())
    timed_out.then_includes(an(e.TurnClosed, outcome=Outcome.TIMED_OUT), e.AnswerScored, e.TurnOpened)
    with pytest.raises(AssertionError, match="is not in its place"):
        timed_out.then_includes(e.TurnOpened, e.TurnClosed)


def test_then_refused_wants_the_code() -> None:
    refused = scenario(a_running_room()).given(pause()).when(pause())
    refused.then_refused(RefusalCode.PAUSED)
    with pytest.raises(AssertionError, match="refused"):
        refused.then_refused(RefusalCode.NOT_HOST)
    with pytest.raises(AssertionError, match="became"):
        refused.then(e.InterviewPaused)


def test_given_must_be_committed() -> None:
    with pytest.raises(AssertionError, match="became"):
        scenario(a_running_room()).given(pause(), pause())


def test_a_repeat_is_a_duplicate() -> None:
    room = a_waiting_room(humans=1, ai=1)
    start = c.StartInterview(now=room.now, id=CommandId("start"))
    scenario(room).given(start).when(start).then_duplicate()


def test_time_that_passes_without_a_deadline_changes_nothing() -> None:
    scenario(a_running_room()).when(tick(10)).then_nothing()


def test_a_scenario_goes_on_in_several_ways() -> None:
    beginning = scenario(a_running_room(humans=2, ai=0)).given(answer())
    beginning.when(pause()).then(e.InterviewPaused)
    beginning.when(answer()).then_includes(e.TurnClosed, e.RoundClosed)
    beginning.then_room(lambda room: room.paused is None, "the other way left no trace")


def test_rooms_stand_where_their_names_say() -> None:
    assert a_room().seats[0].name == "Interviewer 1"
    assert [seat.ready for seat in a_waiting_room(humans=2, ai=0).humans()] == [True, True]
    assert len(a_running_room(humans=1, ai=1).open_turns()) == 1


def test_all_effects_of_a_room_can_be_done_at_once() -> None:
    room = a_running_room(humans=1, ai=1)
    while room.stage is not Stage.FINISHED:
        room = with_effects_done(room)
        if room.stage is Stage.FINISHED:
            break
        mine = [turn for turn in room.open_turns() if turn.seat_id == human()]
        latest = scenario(room).when(answer() if mine else tick_to_deadline())
        assert latest.room is not None
        room = latest.room
    assert all(turn.score is not None for turn in room.rounds[0].turns)


def test_an_unknown_field_of_a_pattern_is_refused() -> None:
    with pytest.raises(AttributeError, match="no_such_field"):
        an(e.TurnClosed, no_such_field=Millis(1))
