from __future__ import annotations

import attrs

from interview_engine.core import commands as c
from interview_engine.core import events as e
from interview_engine.core.effects import WriteAnswer, WriteQuestion
from interview_engine.core.stages import Stage
from interview_engine.core.turns import Outcome
from interview_engine.testing.rooms import ai
from tests.core.play import ALLOWANCE_MS, KIM, LEE, ONE, TWO, asked, started

QUESTION_PATIENCE = ONE.question_patience_ms
ANSWER_PATIENCE = ONE.answer_patience_ms


def test_a_long_sleep_steps_through_every_missed_deadline_at_its_own_instant() -> None:
    play = asked(TWO)
    opened = play.now
    play.tick(86_400_000)
    closed = play.happened(e.TurnClosed)
    assert [event.at - opened for event in closed][:2] == [ALLOWANCE_MS, 2 * ALLOWANCE_MS]
    awaited = [event.at - opened for event in play.happened(e.QuestionAwaited)]
    assert awaited == [0, 2 * ALLOWANCE_MS, 2 * ALLOWANCE_MS + QUESTION_PATIENCE]
    assert play.room.stage is Stage.FINISHED
    assert play.happened(e.InterviewFinished)[0].at < play.now


def test_one_tick_or_many_lead_to_the_same_room() -> None:
    once, often = asked(TWO, ai=2), asked(TWO, ai=2)
    once.tick(600_000)
    for _ in range(600):
        often.tick(1_000)
    assert once.events == often.events
    assert once.room == often.room


def test_any_command_catches_up_first() -> None:
    play = asked()
    play.after(ALLOWANCE_MS + 100)
    events = play.do(c.SkipTurn(**play.of(LEE), turn_id=play.turn(LEE).turn_id))
    closed = [event for event in events if isinstance(event, e.TurnClosed)]
    assert [event.outcome for event in closed] == [Outcome.TIMED_OUT, Outcome.SKIPPED]
    assert closed[0].cause == ""
    assert closed[1].cause == "c2"


def test_a_refused_command_leaves_missed_deadlines_to_the_next_tick() -> None:
    play = asked()
    play.after(ALLOWANCE_MS + 100)
    play.refused(c.SkipTurn(**play.of(KIM), turn_id=play.turn(KIM).turn_id))
    assert play.turn(KIM).outcome is None
    assert play.tick() != ()


def test_a_tick_with_nothing_due_does_nothing() -> None:
    assert asked().tick(ALLOWANCE_MS - 1) == ()


class TestQuestions:
    def test_the_room_turns_to_the_offline_writer_and_then_goes_on_without(self) -> None:
        play = started(TWO)
        assert not play.effect(WriteQuestion).offline
        play.tick(QUESTION_PATIENCE - 1)
        assert not play.effect(WriteQuestion).offline
        play.tick(1)
        assert play.effect(WriteQuestion).offline
        play.tick(QUESTION_PATIENCE)
        (dropped,) = play.happened(e.RoundDropped)
        assert (dropped.round_id, dropped.code) == ("r1", "no_question")
        assert play.room.upcoming[0].round_id == "r2"

    def test_a_question_that_comes_late_but_in_time_is_asked(self) -> None:
        play = started()
        play.tick(QUESTION_PATIENCE)
        play.after(QUESTION_PATIENCE - 1).serve(WriteQuestion)
        assert play.room.current is not None
        assert play.room.wait is None


class TestAiAnswers:
    def test_a_turn_without_an_answer_is_stretched_once_and_then_void(self) -> None:
        play = asked(ai=1)
        play.tick(ANSWER_PATIENCE)
        assert play.turn(ai()).stretched
        assert play.effect(WriteAnswer).offline
        play.tick(ANSWER_PATIENCE - 1)
        assert play.turn(ai()).outcome is None
        play.tick(1)
        assert (play.turn(ai()).outcome, play.turn(ai()).score) == (Outcome.VOID, None)
        assert play.turn(KIM).opened_at == play.now

    def test_waiting_for_an_ai_costs_a_person_no_time(self) -> None:
        play = asked(ai=1)
        play.tick(2 * ANSWER_PATIENCE)
        assert play.turn(KIM).deadline == play.now + ALLOWANCE_MS

    def test_a_speech_ends_when_it_has_been_spoken(self) -> None:
        play = asked(ai=1)
        play.serve(WriteAnswer)
        ends = play.turn(ai()).deadline
        assert ends is not None
        play.tick(ends - play.now - 1)
        assert play.turn(ai()).outcome is None
        play.tick(1)
        assert play.turn(ai()).outcome is Outcome.ANSWERED


def test_an_interview_ends_although_every_provider_is_dead() -> None:
    play = started(attrs.evolve(TWO, follow_up_budget=3), ai=3, follow_ups=100)
    play.to_the_end(serve=False)
    assert play.room.stage is Stage.FINISHED


def test_an_interview_ends_although_providers_die_after_the_questions() -> None:
    play = asked(TWO, ai=3)
    play.serve(WriteAnswer)
    play.to_the_end(serve=False)
    assert all(tally.scores[0].total is None for tally in play.room.tallies if tally.seat_id == ai(1))
