from __future__ import annotations

import attrs
import pytest

from interview_engine.core import commands as c
from interview_engine.core import events as e
from interview_engine.core.effects import WriteAnswer, WriteQuestion, pending_effects
from interview_engine.core.settings import Asked, OrderPolicy, Settings, Slot
from interview_engine.core.stages import Stage
from interview_engine.core.turns import Outcome
from interview_engine.ids import Millis
from interview_engine.testing.rooms import a_rival, ai, an_interviewer, interviewer
from interview_engine.testing.stub_performer import perform_stub
from interview_engine.vocabulary import QuestionKind
from tests.core.play import KIM, LEE, ONE, TOGETHER, TWO, a_slot, asked, started, waiting


def test_the_first_question_is_awaited_as_soon_as_the_interview_begins() -> None:
    play = started()
    assert play.room.wait is not None
    assert play.room.wait.until == play.now + ONE.question_patience_ms
    assert len(play.effects(WriteQuestion)) == 1


def test_the_next_question_is_written_while_the_present_one_is_answered() -> None:
    play = asked(TWO)
    assert play.effect(WriteQuestion).effect_id == "question:r2"


def test_a_round_has_one_turn_for_every_candidate_in_order() -> None:
    play = asked(humans=3)
    (opened,) = play.happened(e.RoundOpened)
    assert [turn.turn_id for turn in opened.round.turns] == ["r1-1", "r1-2", "r1-3"]
    assert [turn.seat_id for turn in opened.round.turns] == list(play.room.order)


@pytest.mark.parametrize("plan, allowance_ms", [((), 75_000), (ONE.plan, 65_000)], ids=["preset", "own"])
def test_the_writers_answer_time_goes_before_a_presets_and_behind_that_of_ones_own_plan(
    plan: tuple[Slot, ...], allowance_ms: int
) -> None:
    play = started(attrs.evolve(ONE, plan=plan))
    report = perform_stub(play.effect(WriteQuestion), play.now)
    assert isinstance(report, c.QuestionWritten)
    play.do(attrs.evolve(report, question=attrs.evolve(report.question, answer_ms=Millis(70_000))))
    assert play.turn(KIM).allowance_ms == allowance_ms


def test_quality_is_drawn_within_the_personas_range_and_recorded() -> None:
    play = asked(ai=8)
    (opened,) = play.happened(e.RoundOpened)
    drawn = [turn.quality for turn in opened.round.turns if turn.quality is not None]
    assert len(drawn) == 8
    assert all(30 <= quality <= 90 for quality in drawn)
    assert len(set(drawn)) > 3
    assert all(turn.quality is None for turn in opened.round.turns if turn.seat_id in (KIM, LEE))


@pytest.mark.parametrize("difficulty, shift", [(1, -10), (5, 10)])
def test_a_harder_room_has_stronger_rivals(difficulty: int, shift: int) -> None:
    usual, other = asked(ai=8), asked(attrs.evolve(ONE, difficulty=difficulty), ai=8)
    pairs = [
        (first.quality, second.quality)
        for first, second in zip(usual.room.current.turns, other.room.current.turns, strict=True)  # type: ignore[union-attr]
        if first.quality is not None
    ]
    assert pairs
    assert [second for _, second in pairs] == [max(0, min(100, first + shift)) for first, _ in pairs]


def test_a_persona_without_a_range_for_the_competency_is_middling() -> None:
    play = waiting(humans=1)
    profile = attrs.evolve(a_rival(), qualities=())
    play.do(c.AddAiCandidate(**play.by(), seat_id=ai(), profile=profile))
    play.do(c.StartInterview(**play.by()))
    play.serve(WriteQuestion, most=1)
    quality = play.turn(ai()).quality
    assert quality is not None
    assert 40 <= quality <= 80


class TestAiCandidates:
    def test_their_answers_are_asked_for_with_the_question(self) -> None:
        play = asked(ai=2)
        assert [effect.effect_id for effect in play.effects(WriteAnswer)] == ["answer:r1-1", "answer:r1-2"]

    def test_an_answer_that_is_ready_is_spoken_when_its_turn_comes(self) -> None:
        play = waiting(humans=1)
        play.do(c.AddAiCandidate(**play.by(), seat_id=ai(), profile=a_rival()))
        play.do(c.StartInterview(**play.by()))
        play.serve(WriteQuestion, WriteAnswer)
        assert play.turn(ai()).prepared
        assert play.turn(ai()).text == ""
        play.answer(KIM)
        turn = play.turn(ai())
        assert turn.speaking
        assert (turn.prepared, bool(turn.text)) == ("", True)

    def test_a_speech_takes_the_personas_time(self) -> None:
        play = asked(ai=1)
        play.serve(WriteAnswer)
        turn = play.turn(ai())
        assert turn.deadline == play.now + len(turn.text) * 60_000 // 330

    def test_all_write_at_once_with_the_people(self) -> None:
        play = asked(TOGETHER, ai=1)
        play.serve(WriteAnswer)
        assert play.turn(ai()).speaking
        assert play.turn(KIM).opened_at is not None


class TestRounds:
    def test_a_round_closes_when_every_turn_has_ended(self) -> None:
        play = asked(TWO)
        play.answer(KIM)
        assert play.happened(e.RoundClosed) == []
        play.answer(LEE)
        (closed,) = play.happened(e.RoundClosed)
        assert [(pair.first, pair.second) for pair in closed.pairs] == [("r1-1", "r1-2")]
        assert play.room.rounds[0].closed

    def test_only_answers_are_compared(self) -> None:
        play = asked(TWO)
        play.answer(KIM)
        play.do(c.SkipTurn(**play.of(LEE), turn_id=play.turn(LEE).turn_id))
        assert play.happened(e.RoundClosed)[0].pairs == ()

    def test_the_comparison_budget_is_kept(self) -> None:
        play = asked(attrs.evolve(TWO, comparison_budget=2), humans=4)
        for turn in play.room.current.turns:  # type: ignore[union-attr]
            play.answer(turn.seat_id)
        assert len(play.happened(e.RoundClosed)[0].pairs) == 2

    def test_a_round_for_somebody_who_left_is_dropped(self) -> None:
        each = Slot(
            stage=Stage.INDIVIDUAL, kind=QuestionKind.TECHNICAL, asked=Asked.EACH, answer_ms=Millis(60_000)
        )
        play = asked(attrs.evolve(ONE, plan=(each,)))
        first = play.room.current.candidates[0]  # type: ignore[union-attr]
        other = LEE if first == KIM else KIM
        play.do(c.LeaveRoom(**play.of(other)))
        play.answer(first)
        (dropped,) = play.happened(e.RoundDropped)
        assert dropped.code == "nobody_left"
        assert play.room.stage is Stage.DELIBERATION

    def test_who_left_before_the_question_has_no_turn(self) -> None:
        play = started()
        play.do(c.LeaveRoom(**play.of(LEE)))
        play.serve(WriteQuestion)
        assert [turn.seat_id for turn in play.room.current.turns] == [KIM]  # type: ignore[union-attr]

    def test_who_is_absent_when_all_write_at_once_has_given_up_the_turn(self) -> None:
        settings = attrs.evolve(TOGETHER, disconnect_grace_ms=Millis(5_000))
        play = started(settings)
        play.away(LEE)
        play.tick(5_000)
        play.serve(WriteQuestion)
        assert play.turn(LEE).outcome is Outcome.ABANDONED
        assert play.turn(KIM).outcome is None


def test_the_stage_follows_the_questions() -> None:
    plan = (
        Slot(stage=Stage.SELF_INTRO, kind=QuestionKind.SELF_INTRODUCTION, answer_ms=Millis(60_000)),
        a_slot(),
        Slot(stage=Stage.CLOSING, kind=QuestionKind.CLOSING, answer_ms=Millis(60_000)),
    )
    play = started(attrs.evolve(ONE, plan=plan))
    seen = [play.stage()]
    while play.stage() is not Stage.FINISHED:
        if pending_effects(play.room):
            play.serve(most=1)
        else:
            play.tick_to_deadline()
        if play.stage() is not seen[-1]:
            seen.append(play.stage())
    assert seen == [Stage.SELF_INTRO, Stage.COMMON, Stage.CLOSING, Stage.DELIBERATION, Stage.FINISHED]


def test_every_order_policy_of_every_format_reaches_the_end() -> None:
    for policy in (OrderPolicy.SEAT, OrderPolicy.ROTATING, OrderPolicy.SHUFFLED, OrderPolicy.SIMULTANEOUS):
        play = started(Settings(order=policy), humans=2, ai=2, interviewers=2, follow_ups=50)
        assert play.to_the_end().room.stage is Stage.FINISHED, policy


def test_an_interviewer_without_interests_leaves_the_competency_to_the_writer() -> None:
    play = waiting(interviewers=0)
    plain = attrs.evolve(an_interviewer(), competencies=())
    play.do(c.AddInterviewer(**play.by(), seat_id=interviewer(), profile=plain))
    play.do(c.StartInterview(**play.by()))
    assert play.effect(WriteQuestion).competency is None
