from __future__ import annotations

import attrs
import pytest

from interview_engine.core import commands as c
from interview_engine.core import events as e
from interview_engine.core.effects import WriteAnswer
from interview_engine.core.legal_commands import legal_commands
from interview_engine.core.refusals import RefusalCode
from interview_engine.core.rules.operating import CHAT_MESSAGES, CHAT_WINDOW_MS
from interview_engine.core.rules.texts import LONGEST_CHAT
from interview_engine.core.stages import Stage
from interview_engine.core.turns import Outcome
from interview_engine.ids import Millis, RoundId, SeatId, TurnId
from interview_engine.testing.rooms import a_rival, ai, interviewer
from tests.core.play import ALLOWANCE_MS, KIM, LEE, TOGETHER, TWO, Play, asked, started, waiting

GUEST = SeatId("guest")


def with_guest(play: Play) -> Play:
    play.do(c.JoinRoom(**play.of(GUEST), name="방청객", observer=True))
    return play


def chat(play: Play, text: str = "안녕하세요", seat_id: SeatId = KIM) -> c.SendChat:
    return c.SendChat(**play.of(seat_id), text=text)


class TestPausing:
    def test_a_pause_gives_its_time_back_to_the_millisecond(self) -> None:
        play = asked()
        play.after(10_000).do(c.PauseInterview(**play.by()))
        play.after(123_456).do(c.ResumeInterview(**play.by()))
        (resumed,) = play.happened(e.InterviewResumed)
        assert resumed.lost_ms == 123_456
        play.tick(ALLOWANCE_MS - 10_000 - 1)
        assert play.turn(KIM).outcome is None
        play.tick(1)
        assert play.turn(KIM).outcome is Outcome.TIMED_OUT

    def test_nothing_runs_out_in_a_pause(self) -> None:
        play = asked()
        play.do(c.PauseInterview(**play.by()))
        assert play.tick(10 * ALLOWANCE_MS) == ()

    def test_a_question_is_awaited_as_long_as_without_the_pause(self) -> None:
        play = started()
        until = play.room.wait.until  # type: ignore[union-attr]
        play.do(c.PauseInterview(**play.by()))
        play.after(70_000).do(c.ResumeInterview(**play.by()))
        assert play.room.wait is not None
        assert play.room.wait.until == until + 70_000

    def test_no_answer_is_taken_in_a_pause(self) -> None:
        play = asked()
        play.do(c.PauseInterview(**play.by()))
        answer = c.SubmitAnswer(**play.of(KIM), turn_id=TurnId("r1-1"), text="답")
        assert play.refused(answer) is RefusalCode.PAUSED
        assert play.refused(c.PauseInterview(**play.by())) is RefusalCode.PAUSED

    def test_an_ai_answer_that_comes_in_a_pause_is_spoken_afterwards(self) -> None:
        play = asked(ai=1)
        play.do(c.PauseInterview(**play.by()))
        play.serve(WriteAnswer)
        assert not play.turn(ai()).speaking
        play.do(c.ResumeInterview(**play.by()))
        assert play.turn(ai()).speaking

    def test_only_a_pause_is_resumed(self) -> None:
        play = asked()
        assert play.refused(c.ResumeInterview(**play.by())) is RefusalCode.NOT_PAUSED

    def test_only_the_host_pauses(self) -> None:
        play = asked()
        assert play.refused(c.PauseInterview(**play.by(LEE))) is RefusalCode.NOT_HOST

    def test_the_hosts_pause_does_not_end_when_somebody_returns(self) -> None:
        play = asked()
        play.away(LEE)
        play.do(c.PauseInterview(**play.by()))
        play.back(LEE)
        assert play.room.paused is not None


class TestSkippingAQuestion:
    def test_what_was_answered_counts_and_the_rest_is_void(self) -> None:
        play = asked(TWO)
        play.answer(KIM)
        play.do(c.SkipQuestion(**play.by(), round_id=RoundId("r1")))
        (home,) = play.room.rounds
        assert [turn.outcome for turn in home.turns] == [Outcome.ANSWERED, Outcome.VOID]
        assert home.turns[1].score is None
        assert play.room.unjudged == (TurnId("r1-1"),)

    @pytest.mark.parametrize("round_id", ["r2", "r0"])
    def test_only_the_question_being_asked(self, round_id: str) -> None:
        play = asked()
        command = c.SkipQuestion(**play.by(), round_id=RoundId(round_id))
        assert play.refused(command) is RefusalCode.UNKNOWN_ROUND

    def test_not_before_there_is_one(self) -> None:
        play = started()
        command = c.SkipQuestion(**play.by(), round_id=RoundId("r1"))
        assert play.refused(command) is RefusalCode.UNKNOWN_ROUND


class TestEndingEarly:
    def test_answers_so_far_are_judged(self) -> None:
        play = asked(TWO)
        play.answer(KIM)
        play.do(c.EndEarly(**play.by()))
        assert play.stage() is Stage.DELIBERATION
        assert play.room.ended_early
        assert play.room.upcoming == ()
        assert [turn.outcome for turn in play.room.rounds[0].turns] == [Outcome.ANSWERED, Outcome.VOID]
        play.serve()
        assert play.room.stage is Stage.FINISHED
        assert play.happened(e.InterviewFinished)[0].early

    def test_between_questions(self) -> None:
        play = started()
        play.do(c.EndEarly(**play.by()))
        play.serve()
        assert play.room.stage is Stage.FINISHED

    def test_out_of_a_pause(self) -> None:
        play = asked()
        play.do(c.PauseInterview(**play.by()))
        play.after(5_000).do(c.EndEarly(**play.by()))
        assert play.room.paused is None
        assert play.room.stage is Stage.DELIBERATION
        assert play.happened(e.InterviewResumed)[0].lost_ms == 5_000


class TestLeaving:
    def test_a_turn_that_is_left_is_abandoned(self) -> None:
        play = asked()
        play.do(c.LeaveRoom(**play.of(KIM)))
        turn = play.room.turn(TurnId("r1-1"))
        assert turn is not None
        assert turn.outcome is Outcome.ABANDONED
        assert turn.score is not None
        assert turn.score.floored
        assert play.turn(LEE).opened_at == play.now

    def test_the_host_is_handed_on(self) -> None:
        play = asked()
        play.do(c.LeaveRoom(**play.of(KIM)))
        assert play.room.host == LEE

    def test_the_seat_stays_as_left_after_the_start(self) -> None:
        play = asked()
        play.do(c.LeaveRoom(**play.of(KIM)))
        assert play.room.seat(KIM).left  # type: ignore[union-attr]
        assert play.room.candidates() == (play.room.seat(LEE),)
        join = c.JoinRoom(**play.of(KIM), name="김하늘", observer=True)
        assert play.refused(join) is RefusalCode.SEAT_TAKEN
        assert play.refused(c.LeaveRoom(**play.of(KIM))) is RefusalCode.SEAT_GONE

    def test_a_turn_to_come_is_abandoned_when_it_comes(self) -> None:
        play = asked()
        play.do(c.LeaveRoom(**play.of(LEE)))
        assert play.turn(LEE).outcome is None
        play.answer(KIM)
        assert play.turn(LEE).outcome is Outcome.ABANDONED

    def test_the_interview_ends_when_the_last_person_leaves(self) -> None:
        play = asked(ai=2)
        for seat_id in (KIM, LEE):
            play.do(c.LeaveRoom(**play.of(seat_id)))
        assert play.room.host is None
        assert play.room.stage is Stage.DELIBERATION or play.room.stage is Stage.FINISHED
        play.serve()
        assert play.room.stage is Stage.FINISHED
        assert play.room.feedback == ()

    def test_the_room_pauses_when_only_absent_people_remain(self) -> None:
        play = started(attrs.evolve(TWO, disconnect_grace_ms=Millis(5_000)))
        play.away(LEE)
        play.tick(5_000)
        assert play.room.seat(LEE).absent  # type: ignore[union-attr]
        play.do(c.LeaveRoom(**play.of(KIM)))
        assert play.room.stage is not Stage.DELIBERATION
        assert play.room.paused is not None
        assert play.room.paused.empty

    def test_who_leaves_during_the_deliberation_gets_no_feedback_and_holds_nobody_up(self) -> None:
        play = asked()
        play.answer(KIM)
        play.answer(LEE)
        while not play.room.feedback_due:
            play.serve(most=1)
        play.do(c.LeaveRoom(**play.of(KIM)))
        assert play.room.feedback_due == (LEE,)
        play.serve()
        assert play.room.stage is Stage.FINISHED
        assert [item.feedback is None for item in play.room.feedback] == [True, False]

    def test_an_observer_leaves_without_a_trace_on_the_interview(self) -> None:
        play = with_guest(asked())
        before = play.room.current
        play.do(c.LeaveRoom(**play.of(GUEST)))
        assert play.room.current == before

    def test_a_vote_to_skip_ahead_counts_when_the_other_listener_leaves(self) -> None:
        play = asked(ai=1)
        play.serve(WriteAnswer)
        play.do(c.SkipSpeech(**play.of(KIM), turn_id=play.turn(ai()).turn_id))
        play.do(c.LeaveRoom(**play.of(LEE)))
        assert play.turn(ai()).outcome is Outcome.ANSWERED


class TestKicking:
    def test_the_host_removes_a_person(self) -> None:
        play = asked()
        (vacated, *_) = play.do(c.KickSeat(**play.by(), seat_id=LEE))
        assert isinstance(vacated, e.SeatVacated)
        assert vacated.removed
        assert play.refused(chat(play, seat_id=LEE)) is RefusalCode.SEAT_GONE

    def test_and_an_observer(self) -> None:
        play = with_guest(asked())
        play.do(c.KickSeat(**play.by(), seat_id=GUEST))
        assert play.room.seat(GUEST).left  # type: ignore[union-attr]

    @pytest.mark.parametrize(
        "seat_id, code",
        [
            (KIM, RefusalCode.BAD_VALUE),
            (ai(), RefusalCode.BAD_VALUE),
            (interviewer(), RefusalCode.BAD_VALUE),
            (SeatId("nobody"), RefusalCode.UNKNOWN_SEAT),
        ],
    )
    def test_but_nobody_else(self, seat_id: SeatId, code: RefusalCode) -> None:
        play = asked(ai=1)
        assert play.refused(c.KickSeat(**play.by(), seat_id=seat_id)) is code

    @pytest.mark.parametrize("observer", [False, True])
    def test_whom_the_host_removed_before_the_start_does_not_come_back(self, observer: bool) -> None:
        play = waiting(ai=1)
        play.do(c.KickSeat(**play.by(), seat_id=LEE))
        assert play.room.seat(LEE) is None
        again = c.JoinRoom(**play.of(LEE), name="이하늘", observer=observer)
        assert play.refused(again) is RefusalCode.SEAT_GONE
        assert legal_commands(play.room, LEE) == ()

    def test_whoever_left_by_themselves_may_come_back(self) -> None:
        play = waiting(ai=1)
        play.do(c.LeaveRoom(**play.of(LEE)))
        play.do(c.JoinRoom(**play.of(LEE), name="이하늘"))
        assert play.room.seat(LEE) is not None

    def test_an_ai_candidate_that_was_removed_may_be_seated_again(self) -> None:
        play = waiting(ai=1)
        play.do(c.RemoveAiCandidate(**play.by(), seat_id=ai()))
        play.do(c.AddAiCandidate(**play.by(), seat_id=ai(), profile=a_rival(1)))
        assert play.room.removed == ()

    def test_a_moderator_removes_the_host(self) -> None:
        play = asked()
        play.do(c.KickSeat(**play.by(None), seat_id=KIM))
        assert play.room.host == LEE


class TestHost:
    def test_the_room_is_handed_over(self) -> None:
        play = asked()
        play.do(c.HandOverHost(**play.by(), seat_id=LEE))
        assert play.refused(c.PauseInterview(**play.by(KIM))) is RefusalCode.NOT_HOST
        play.do(c.PauseInterview(**play.by(LEE)))

    @pytest.mark.parametrize(
        "seat_id, code",
        [
            (KIM, RefusalCode.NOTHING_TO_DO),
            (GUEST, RefusalCode.NOT_CANDIDATE),
            (ai(), RefusalCode.NOT_CANDIDATE),
            (SeatId("nobody"), RefusalCode.UNKNOWN_SEAT),
        ],
    )
    def test_to_another_person_only(self, seat_id: SeatId, code: RefusalCode) -> None:
        play = with_guest(asked(ai=1))
        assert play.refused(c.HandOverHost(**play.by(), seat_id=seat_id)) is code


class TestChat:
    def test_before_the_start_everybody_may_chat(self) -> None:
        play = with_guest(waiting())
        play.do(chat(play, "  반갑습니다 "))
        play.do(chat(play, seat_id=GUEST))
        assert [message.text for message in play.room.chat] == ["반갑습니다", "안녕하세요"]

    def test_chat_is_closed_while_somebody_answers(self) -> None:
        play = asked()
        assert play.refused(chat(play, seat_id=LEE)) is RefusalCode.CHAT_CLOSED

    def test_between_questions_it_is_open(self) -> None:
        play = started()
        play.do(chat(play))

    @pytest.mark.parametrize(
        "text, code", [(" ", RefusalCode.BAD_VALUE), ("가" * (LONGEST_CHAT + 1), RefusalCode.TEXT_TOO_LONG)]
    )
    def test_a_message_has_limits(self, text: str, code: RefusalCode) -> None:
        play = waiting()
        assert play.refused(chat(play, text)) is code

    def test_a_seat_sends_so_many_messages_in_a_window(self) -> None:
        play = waiting()
        for _ in range(CHAT_MESSAGES):
            play.do(chat(play))
        play.do(chat(play, seat_id=LEE))
        play.after(CHAT_WINDOW_MS - 1)
        assert play.refused(chat(play)) is RefusalCode.CHAT_TOO_FAST
        play.after(1).do(chat(play))


def test_skipping_a_question_ends_every_open_turn_when_all_write_at_once() -> None:
    play = asked(TOGETHER)
    play.do(c.SkipQuestion(**play.by(), round_id=RoundId("r1")))
    assert [turn.outcome for turn in play.room.rounds[0].turns] == [Outcome.VOID, Outcome.VOID]
    assert play.now == Millis(1_000_000)
