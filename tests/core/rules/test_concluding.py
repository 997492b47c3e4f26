from __future__ import annotations

from interview_engine.core import commands as c
from interview_engine.core import events as e
from interview_engine.core.chance import commitment
from interview_engine.core.effects import ComparePair, JudgeAnswer, WriteFeedback
from interview_engine.core.stages import Stage
from interview_engine.ids import TurnId
from interview_engine.testing.rooms import SEED
from tests.core.play import KIM, LEE, ONE, Play, asked

PATIENCE = ONE.judging_patience_ms


def deliberating(humans: int = 2, ai: int = 0) -> Play:
    play = asked(humans=humans, ai=ai)
    for _ in range(humans):
        play.answer(play.room.open_turns()[0].seat_id)
    assert play.room.stage is Stage.DELIBERATION
    return play


def test_after_the_last_question_the_panel_deliberates() -> None:
    play = deliberating()
    (began,) = play.happened(e.DeliberationBegan)
    assert (began.until, began.early) == (play.now + PATIENCE, False)


def test_with_all_evidence_feedback_is_asked_for() -> None:
    play = deliberating()
    play.serve(JudgeAnswer)
    assert play.happened(e.FeedbackRequested) == []
    play.serve(ComparePair)
    (requested,) = play.happened(e.FeedbackRequested)
    assert requested.seats == (KIM, LEE)
    assert len(play.effects(WriteFeedback)) == 2


def test_the_interview_is_finished_when_everybody_has_their_feedback() -> None:
    play = deliberating()
    while len(play.room.feedback) < 1:
        play.serve(most=1)
    assert play.stage() is Stage.DELIBERATION
    play.serve()
    assert play.room.stage is Stage.FINISHED
    assert play.room.revealed_seed == SEED
    assert commitment(play.room.revealed_seed) == play.room.seed_commitment
    assert (play.room.wait, play.room.unjudged, play.room.uncompared) == (None, (), ())


def test_late_judges_make_the_room_turn_to_the_offline_ones() -> None:
    play = deliberating()
    play.tick(PATIENCE - 1)
    assert not play.effect(JudgeAnswer).offline
    play.tick(1)
    assert play.effect(JudgeAnswer).offline
    assert play.effect(ComparePair).offline


def test_without_any_judge_answers_stay_unscored_and_the_interview_goes_on() -> None:
    play = deliberating()
    play.tick(2 * PATIENCE)
    for turn_id in ("r1-1", "r1-2"):
        turn = play.room.turn(TurnId(turn_id))
        assert turn is not None
        assert turn.score is not None
        assert (turn.score.total, turn.score.provisional) == (None, True)
        assert len(turn.given_up) == 1
    assert play.happened(e.ComparisonsDropped) != []
    assert play.room.feedback_due == (KIM, LEE)


def test_evidence_that_came_in_time_still_counts() -> None:
    play = deliberating()
    play.serve(JudgeAnswer, most=1)
    play.tick(2 * PATIENCE)
    scores = [play.room.turn(TurnId(turn_id)).score for turn_id in ("r1-1", "r1-2")]  # type: ignore[union-attr]
    assert [score.total is None for score in scores if score] == [False, True]


def test_without_a_coach_people_get_no_feedback_and_the_interview_ends() -> None:
    play = deliberating()
    play.serve(JudgeAnswer, ComparePair)
    play.tick(PATIENCE)
    assert play.effect(WriteFeedback).offline
    play.tick(PATIENCE)
    assert play.room.stage is Stage.FINISHED
    assert [item.feedback for item in play.room.feedback] == [None, None]


def test_after_the_end_reports_change_nothing() -> None:
    play = deliberating()
    judge = play.effect(JudgeAnswer)
    play.to_the_end(serve=False)
    before = play.room
    play.fail(judge)
    play.tick(10**9)
    assert play.room == before


def test_with_nobody_left_there_is_no_feedback() -> None:
    play = deliberating()
    for seat_id in (KIM, LEE):
        play.do(c.LeaveRoom(**play.of(seat_id)))
    play.serve()
    assert play.room.stage is Stage.FINISHED
    assert play.happened(e.FeedbackRequested) == []


def test_the_final_board_may_be_shown_after_rounds_too() -> None:
    room = deliberating().to_the_end().room
    assert room.round_board == room.board
