from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest

from interview_engine.core import commands as c
from interview_engine.core import events as e
from interview_engine.core.effects import (
    ComparePair,
    Effect,
    JudgeAnswer,
    WriteAnswer,
    WriteFeedback,
    WriteQuestion,
    pending_effects,
)
from interview_engine.core.rules.reporting import (
    ATTEMPTS_BEFORE_OFFLINE,
    ATTEMPTS_IN_ALL,
    LONGEST_QUESTION,
    wanted,
)
from interview_engine.core.rules.texts import LONGEST_ANSWER
from interview_engine.core.settings import Asked
from interview_engine.core.stages import Stage
from interview_engine.core.turns import Outcome
from interview_engine.ids import EffectId, Millis, QuestionId, TurnId
from interview_engine.testing.rooms import ai
from interview_engine.testing.stub_performer import perform_stub
from tests.core.play import KIM, LEE, TWO, Play, a_slot, asked, started


def with_answers() -> Play:
    play = asked()
    play.answer(KIM)
    play.answer(LEE)
    return play


def with_feedback_due() -> Play:
    play = with_answers()
    play.serve(JudgeAnswer, ComparePair)
    return play


KINDS: dict[type[Effect], Callable[[], Play]] = {
    WriteQuestion: lambda: started(TWO),
    WriteAnswer: lambda: asked(ai=1),
    JudgeAnswer: with_answers,
    ComparePair: with_answers,
    WriteFeedback: with_feedback_due,
}


@pytest.fixture(params=KINDS, ids=lambda kind: kind.__name__)
def kind(request: pytest.FixtureRequest) -> type[Effect]:
    param = request.param
    assert isinstance(param, type)
    return param


@pytest.fixture
def play(kind: type[Effect]) -> Play:
    return KINDS[kind]()


class TestFailing:
    def test_an_effect_is_tried_again_after_a_growing_pause(self, play: Play, kind: type[Effect]) -> None:
        waits = []
        for attempt in range(1, ATTEMPTS_BEFORE_OFFLINE):
            effect = play.effect(kind)
            assert (effect.attempt, effect.offline) == (attempt, False)
            play.fail(effect)
            waits.append(play.effect(kind).not_before - play.now)
        assert waits == [1_000, 2_000]

    def test_then_the_offline_implementation_is_asked_at_once(self, play: Play, kind: type[Effect]) -> None:
        for _ in range(ATTEMPTS_BEFORE_OFFLINE):
            play.fail(play.effect(kind))
        effect = play.effect(kind)
        assert effect.offline
        assert effect.not_before <= play.now

    def test_then_the_room_goes_on_without(self, play: Play, kind: type[Effect]) -> None:
        effect_id = play.effect(kind).effect_id
        for _ in range(ATTEMPTS_IN_ALL):
            assert wanted(play.room, effect_id)
            play.fail(play.effect(kind))
        assert not wanted(play.room, effect_id)
        assert effect_id not in {effect.effect_id for effect in pending_effects(play.room)}
        assert play.room.trouble(effect_id) is None or play.room.trouble(effect_id).given_up  # type: ignore[union-attr]
        assert play.to_the_end().room.stage is Stage.FINISHED

    def test_a_failure_is_counted_once(self, play: Play, kind: type[Effect]) -> None:
        effect = play.effect(kind)
        play.fail(effect)
        assert play.fail(effect) == ()

    def test_a_failure_of_an_attempt_that_was_never_made_changes_nothing(
        self, play: Play, kind: type[Effect]
    ) -> None:
        assert play.fail(attrs.evolve(play.effect(kind), attempt=2)) == ()

    def test_success_after_a_failure_counts(self, play: Play, kind: type[Effect]) -> None:
        effect = play.effect(kind)
        play.fail(effect)
        play.do(perform_stub(play.effect(kind), play.now))
        assert play.room.trouble(effect.effect_id) is None
        assert not wanted(play.room, effect.effect_id)

    def test_a_second_result_changes_nothing(self, play: Play, kind: type[Effect]) -> None:
        report = perform_stub(play.effect(kind), play.now)
        play.do(report)
        assert play.do(report) == ()

    def test_a_failure_after_success_changes_nothing(self, play: Play, kind: type[Effect]) -> None:
        effect = play.effect(kind)
        play.do(perform_stub(effect, play.now))
        assert play.fail(effect) == ()

    def test_a_foreign_effect_id_changes_nothing(self, play: Play, kind: type[Effect]) -> None:
        report = perform_stub(play.effect(kind), play.now)
        name = report.effect_id.partition(":")[0]  # type: ignore[attr-defined]
        for foreign in ("", "nonsense", f"{name}:", f"{name}:r9-9:x"):
            assert play.do(attrs.evolve(report, effect_id=EffectId(foreign))) == ()  # type: ignore[call-arg]


class TestGivenUp:
    def exhaust(self, play: Play, kind: type[Effect]) -> None:
        for _ in range(ATTEMPTS_IN_ALL):
            play.fail(play.effect(kind))

    def test_a_question_that_never_comes_is_dropped(self) -> None:
        play = started(TWO)
        self.exhaust(play, WriteQuestion)
        assert play.happened(e.RoundDropped)[0].code == "no_question"

    def test_a_question_planned_ahead_does_not_touch_the_patience_for_the_present_one(self) -> None:
        slot = attrs.evolve(a_slot(), asked=Asked.EACH)
        play = started(attrs.evolve(TWO, plan=(slot,)))
        wait = play.room.wait
        play.after(5_000)
        second = play.effects(WriteQuestion)[1]
        for attempt in range(1, ATTEMPTS_IN_ALL + 1):
            play.fail(attrs.evolve(second, attempt=attempt))
        assert play.happened(e.RoundDropped)[0].round_id == "r2"
        assert play.room.wait == wait

    def test_an_ai_answer_that_never_comes_makes_its_turn_void(self) -> None:
        play = asked(ai=1)
        self.exhaust(play, WriteAnswer)
        assert play.turn(ai()).outcome is Outcome.VOID

    def test_a_judge_that_never_answers_is_done_without(self) -> None:
        play = asked(TWO, interviewers=2)
        play.answer(KIM)
        judge = play.effect(JudgeAnswer).judge
        play.do(perform_stub(play.effects(JudgeAnswer)[1], play.now))
        self.exhaust(play, JudgeAnswer)
        turn = play.room.turn(TurnId("r1-1"))
        assert turn is not None
        assert turn.score is not None
        assert (turn.given_up, turn.score.judges, turn.score.provisional) == ((judge,), 1, True)

    def test_a_pair_that_is_never_compared_is_done_without(self) -> None:
        play = with_answers()
        play.serve(JudgeAnswer)
        self.exhaust(play, ComparePair)
        assert play.room.uncompared == ()
        assert play.room.duels == ()
        assert play.room.feedback_due != ()

    def test_feedback_that_never_comes_is_recorded_as_none(self) -> None:
        play = with_feedback_due()
        self.exhaust(play, WriteFeedback)
        assert play.room.feedback[0].feedback is None


class TestQuestions:
    @pytest.mark.parametrize(
        "broken",
        [
            {"text": "  "},
            {"text": "가" * (LONGEST_QUESTION + 1)},
            {"difficulty": 0},
            {"difficulty": 6},
            {"answer_ms": Millis(4_999)},
            {"answer_ms": Millis(1_800_001)},
        ],
        ids=str,
    )
    def test_an_unusable_question_counts_as_a_failure(self, broken: dict[str, object]) -> None:
        play = started()
        report = perform_stub(play.effect(WriteQuestion), play.now)
        assert isinstance(report, c.QuestionWritten)
        question = attrs.evolve(report.question, **broken)  # type: ignore[arg-type]
        (troubled,) = play.do(attrs.evolve(report, question=question))
        assert isinstance(troubled, e.EffectTroubled)
        assert (troubled.code, troubled.attempts) == ("unusable", 1)

    def test_nobody_gets_the_same_question_twice(self) -> None:
        play = asked(TWO)
        report = perform_stub(play.effect(WriteQuestion), play.now)
        assert isinstance(report, c.QuestionWritten)
        again = attrs.evolve(report.question, question_id=QuestionId("r1.1"))
        (troubled,) = play.do(attrs.evolve(report, question=again))
        assert isinstance(troubled, e.EffectTroubled)
        assert troubled.code == "asked_before"
        assert "r1.1" in play.effect(WriteQuestion).asked

    @pytest.mark.parametrize(
        "spoken, again",
        [
            ("Why, TOSS?", True),
            ("(why) toss!", True),
            ("Why Toss now?", False),
            ("Why Tos", False),
            ("Why", False),
        ],
    )
    def test_a_question_is_known_by_its_words_whatever_their_case_and_punctuation(
        self, spoken: str, again: bool
    ) -> None:
        play = asked(TWO)
        home = play.room.current
        assert home is not None
        assert home.question is not None
        home = attrs.evolve(home, question=attrs.evolve(home.question, text="Why Toss?"))
        play.room = attrs.evolve(play.room, current=home)
        report = perform_stub(play.effect(WriteQuestion), play.now)
        assert isinstance(report, c.QuestionWritten)
        play.do(attrs.evolve(report, question=attrs.evolve(report.question, text=spoken)))
        assert bool(play.happened(e.EffectTroubled)) is again

    def test_two_people_may_get_the_same_question(self) -> None:
        slot = attrs.evolve(a_slot(), asked=Asked.EACH)
        play = started(attrs.evolve(TWO, plan=(slot,)))
        for effect in play.effects(WriteQuestion):
            report = perform_stub(effect, play.now)
            assert isinstance(report, c.QuestionWritten)
            same = attrs.evolve(report.question, question_id=QuestionId("same"))
            play.do(attrs.evolve(report, question=same))
        assert play.happened(e.EffectTroubled) == []


class TestAnswers:
    @pytest.mark.parametrize("text", [" \n", "가" * (LONGEST_ANSWER + 1)])
    def test_an_unusable_answer_counts_as_a_failure(self, text: str) -> None:
        play = asked(ai=1)
        effect = play.effect(WriteAnswer)
        (troubled,) = play.do(c.AnswerWritten(now=play.now, effect_id=effect.effect_id, text=text))
        assert isinstance(troubled, e.EffectTroubled)
        assert troubled.code == "unusable"

    def test_an_answer_for_a_turn_that_is_over_changes_nothing(self) -> None:
        play = asked(ai=1)
        report = perform_stub(play.effect(WriteAnswer), play.now)
        play.do(c.SkipCandidate(**play.by(), turn_id=play.turn(ai()).turn_id))
        assert play.do(report) == ()

    def test_nobody_writes_for_a_person(self) -> None:
        play = asked()
        assert play.do(c.AnswerWritten(now=play.now, effect_id=EffectId("answer:r1-1"), text="답")) == ()

    def test_no_answer_is_wanted_between_questions(self) -> None:
        play = started()
        assert play.do(c.AnswerWritten(now=play.now, effect_id=EffectId("answer:r1-1"), text="답")) == ()
