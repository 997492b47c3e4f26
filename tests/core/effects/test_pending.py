from __future__ import annotations

import attrs
import pytest

from interview_engine.core import commands as c
from interview_engine.core.codec import canonical
from interview_engine.core.effects import (
    ComparePair,
    JudgeAnswer,
    WriteAnswer,
    WriteFeedback,
    WriteQuestion,
    pending_effects,
)
from interview_engine.core.settings import Asked
from interview_engine.core.stages import Stage
from interview_engine.ids import TurnId
from interview_engine.testing.rooms import SEED, ai, interviewer
from interview_engine.vocabulary import QuestionKind
from tests.core.play import KIM, LEE, ONE, TOGETHER, TWO, Play, a_slot, asked, started, waiting


def test_nothing_is_wanted_before_the_start_and_after_the_end() -> None:
    assert pending_effects(waiting().room) == ()
    assert pending_effects(asked().to_the_end().room) == ()


def test_effects_are_derived_so_looking_again_finds_the_same() -> None:
    play = asked(TWO, ai=2, interviewers=2)
    assert pending_effects(play.room) == pending_effects(play.room)
    assert len({effect.effect_id for effect in pending_effects(play.room)}) == len(pending_effects(play.room))


def test_ids_are_unique_through_a_whole_interview() -> None:
    play = started(attrs.evolve(TWO, follow_up_budget=2), ai=2, interviewers=2, follow_ups=100)
    done: list[str] = []
    for _ in range(400):
        if play.room.stage is Stage.FINISHED:
            break
        pending = pending_effects(play.room)
        if pending:
            done.append(pending[0].effect_id)
            play.serve(most=1)
        else:
            play.tick_to_deadline()
    assert len(done) == len(set(done))
    assert {effect_id.partition(":")[0] for effect_id in done} == {
        "question",
        "answer",
        "judge",
        "compare",
        "feedback",
    }


def test_answers_come_before_questions_and_questions_before_judging() -> None:
    play = asked(TWO, humans=1, ai=2)
    play.serve(WriteAnswer, most=1)
    play.do(c.SkipCandidate(**play.by(), turn_id=TurnId("r1-1")))
    kinds = [effect.__class__ for effect in pending_effects(play.room)]
    assert kinds == [WriteAnswer, WriteQuestion, JudgeAnswer]


class TestQuestions:
    def test_a_writer_is_told_what_was_asked_and_whom_it_is_for(self) -> None:
        slot = attrs.evolve(a_slot(QuestionKind.TECHNICAL, Stage.INDIVIDUAL), asked=Asked.EACH)
        play = waiting(attrs.evolve(ONE, plan=(a_slot(), slot)))
        play.do(c.ShareResume(**play.of(KIM), facts=("결제 서버를 만들었다",)))
        play.do(c.StartInterview(**play.by()))
        play.serve(WriteQuestion, most=1)
        mine = next(effect for effect in play.effects(WriteQuestion) if effect.candidate_name == "Person 1")
        other = next(effect for effect in play.effects(WriteQuestion) if effect.candidate_name == "Person 2")
        assert mine.facts == ("결제 서버를 만들었다",)
        assert other.facts == ()
        assert mine.asked == ("r1.1",)
        assert len(mine.asked_texts) == 1
        assert mine.pick != other.pick

    def test_a_question_for_all_uses_nobodys_resume(self) -> None:
        play = waiting()
        play.do(c.ShareResume(**play.of(KIM), facts=("결제 서버를 만들었다",)))
        play.do(c.StartInterview(**play.by()))
        effect = play.effect(WriteQuestion)
        assert (effect.candidate_name, effect.facts) == ("", ())

    def test_another_try_picks_another_question(self) -> None:
        play = started()
        first = play.effect(WriteQuestion)
        play.fail(first)
        assert play.effect(WriteQuestion).pick != first.pick


class TestAnswers:
    def test_an_ai_candidate_knows_what_was_said_in_public(self) -> None:
        play = asked(TWO, humans=1, ai=1)
        play.serve(WriteAnswer, most=1)
        play.do(c.SkipCandidate(**play.by(), turn_id=TurnId("r1-1")))
        play.answer(KIM, "저는 결제 서버를 맡았습니다.")
        play.serve(WriteQuestion)
        effect = play.effect(WriteAnswer)
        assert [(said.speaker, said.answer) for said in effect.heard] == [
            ("Person 1", "저는 결제 서버를 맡았습니다.")
        ]
        assert [said.speaker for said in effect.own] == ["Rival 1"]
        assert effect.round_number == 1

    def test_it_holds_no_key_points_seed_or_board(self) -> None:
        play = asked(ai=1)
        text = canonical(play.effect(WriteAnswer)).decode()
        assert play.room.current is not None
        assert play.room.current.question is not None
        for secret in (*play.room.current.question.key_points, play.room.current.question.shows, SEED):
            assert secret not in text
        names = {field.name for field in attrs.fields(WriteAnswer)}
        assert not names & {"key_points", "shows", "board", "seed", "room"}

    def test_nothing_of_answers_that_are_not_revealed(self) -> None:
        play = asked(TOGETHER, humans=2, ai=1)
        play.do(
            c.SubmitAnswer(**play.of(KIM), turn_id=play.turn(KIM).turn_id, text="아직 비밀인 답변입니다.")
        )
        effect = play.effect(WriteAnswer)
        assert "비밀" not in canonical(effect).decode()

    def test_an_answer_that_was_written_is_not_asked_for_again(self) -> None:
        play = asked(ai=1)
        play.serve(WriteAnswer)
        assert play.effects(WriteAnswer) == ()
        assert play.turn(ai()).speaking

    def test_a_follow_up_to_an_ai_quotes_what_it_is_about(self) -> None:
        slot = attrs.evolve(a_slot(), follow_ups=True)
        play = asked(attrs.evolve(ONE, plan=(slot,)), humans=1, ai=1, follow_ups=100)
        play.serve(WriteAnswer)
        said = play.turn(ai()).text
        play.do(c.SkipCandidate(**play.by(), turn_id=TurnId("r1-1")))
        play.answer(KIM)
        play.serve(WriteQuestion)
        effect = play.effect(WriteAnswer)
        assert (effect.parent_answer, effect.parent_speaker) == (said, "Rival 1")
        assert effect.parent_question


class TestJudging:
    def test_what_is_under_way_is_returned_itself_while_it_is_wanted_unchanged(self) -> None:
        play = asked(TWO)
        play.answer(KIM)
        play.answer(LEE)
        wanted = pending_effects(play.room)
        known = {effect.effect_id: effect for effect in wanted}
        again = pending_effects(play.room, known)
        assert again == wanted
        judging = (JudgeAnswer, ComparePair)
        assert all(one is known[one.effect_id] for one in again if isinstance(one, judging))
        assert {type(one) for one in again} >= set(judging)

    def test_what_has_failed_meanwhile_is_not_taken_for_what_is_under_way(self) -> None:
        play = asked(TWO)
        play.answer(KIM)
        effect = play.effect(JudgeAnswer)
        play.do(c.EffectFailed(now=play.now, effect_id=effect.effect_id, attempt=1, code="timeout"))
        (again,) = pending_effects(play.room, {effect.effect_id: effect})[-1:]
        assert again.effect_id == effect.effect_id
        assert again.attempt == 2

    def test_judges_do_not_know_whose_answer_it_is(self) -> None:
        play = asked(interviewers=2)
        play.answer(KIM)
        effects = play.effects(JudgeAnswer)
        assert [effect.judge for effect in effects] == [interviewer(1), interviewer(2)]
        for effect in effects:
            text = canonical(effect).decode()
            assert "Person 1" not in text
            assert KIM not in text
            assert effect.label.isdigit()
            assert effect.written_by == ""
            assert effect.key_points

    def test_an_ai_answers_family_is_named_so_that_it_does_not_judge_itself(self) -> None:
        play = asked(ai=1)
        play.serve(WriteAnswer)
        play.do(c.SkipCandidate(**play.by(), turn_id=TurnId("r1-1")))
        assert play.effect(JudgeAnswer).written_by == "stub"

    def test_pairs_are_compared_blind(self) -> None:
        play = asked(TWO)
        play.answer(KIM, "첫째 답변입니다.")
        play.answer(LEE, "둘째 답변입니다.")
        effect = play.effect(ComparePair)
        assert (effect.first_answer, effect.second_answer) == ("첫째 답변입니다.", "둘째 답변입니다.")
        assert "Person" not in canonical(effect).decode()

    def test_judges_that_were_given_up_are_not_asked_again(self) -> None:
        play = asked(TWO, interviewers=2)
        play.answer(KIM)
        for _ in range(6):
            play.fail(play.effect(JudgeAnswer))
        assert [effect.judge for effect in play.effects(JudgeAnswer)] == [interviewer(2)]


def finished_but_feedback() -> Play:
    play = asked(TWO, humans=2, ai=1)
    while not play.room.feedback_due:
        if pending_effects(play.room):
            play.serve(most=1)
        elif play.room.open_turns()[0].seat_id == KIM:
            play.answer(KIM)
        else:
            play.tick_to_deadline()
    return play


@pytest.mark.parametrize("seat_id", [KIM, LEE])
def test_feedback_is_written_from_ones_own_evidence(seat_id: str) -> None:
    play = finished_but_feedback()
    effect = next(effect for effect in play.effects(WriteFeedback) if effect.evidence.seat_id == seat_id)
    own = {turn.turn_id for home in play.room.rounds for turn in home.turns if turn.seat_id == seat_id}
    assert {turn.turn_id for turn in effect.evidence.turns} == own
    assert effect.evidence.candidates == 3
    rows = play.room.board.rows
    place = next(index for index, row in enumerate(rows) if row.seat_id == seat_id)
    assert effect.evidence.rank == rows[place].rank
    above = [row for row in rows[:place] if row.rank < rows[place].rank]
    assert (effect.evidence.rival is None) is (not above)
    if above:
        assert effect.evidence.rival is not None
        assert effect.evidence.rival.rank == above[-1].rank
