from __future__ import annotations

import attrs
import pytest

from interview_engine.core import commands as c
from interview_engine.core import events as e
from interview_engine.core.deadlines import next_deadline
from interview_engine.core.effects import WriteAnswer
from interview_engine.core.refusals import RefusalCode
from interview_engine.core.stages import Stage
from interview_engine.core.turns import Outcome
from interview_engine.ids import Millis, SeatId, TurnId
from interview_engine.testing.rooms import ai, interviewer
from tests.core.play import ALLOWANCE_MS, KIM, LEE, ONE, TWO, Play, asked, started, waiting

CAP = ONE.disconnect_cap_ms
GRACE = ONE.disconnect_grace_ms


def timed_out_at(play: Play) -> int:
    """Return when the first person's turn ends if nobody does anything."""
    play.tick(10 * ALLOWANCE_MS)
    closed = play.room.turn(TurnId("r1-1"))
    assert closed is not None
    assert closed.closed_at is not None
    return closed.closed_at


class TestDisconnects:
    def test_time_without_a_connection_is_given_back(self) -> None:
        play = asked()
        opened = play.now
        play.after(10_000).away()
        play.after(20_000).back()
        (given,) = play.happened(e.TimeGiven)
        assert (given.ms, given.returned) == (20_000, True)
        assert timed_out_at(play) == opened + ALLOWANCE_MS + 20_000

    def test_up_to_the_cap_of_a_turn_however_often_it_happens(self) -> None:
        play = asked()
        opened = play.now
        for _ in range(4):
            play.away()
            play.after(25_000).back()
        assert sum(given.ms for given in play.happened(e.TimeGiven)) == CAP
        assert play.turn(KIM).returned_ms == CAP
        assert timed_out_at(play) == opened + ALLOWANCE_MS + CAP

    def test_a_turn_waits_for_its_owner_up_to_the_cap(self) -> None:
        settings = attrs.evolve(ONE, disconnect_grace_ms=Millis(3_600_000))
        play = asked(settings)
        opened = play.now
        play.away()
        assert timed_out_at(play) == opened + ALLOWANCE_MS + CAP

    def test_an_answer_after_the_usual_deadline_is_in_time_while_the_owner_was_away(self) -> None:
        play = asked()
        play.away()
        play.after(50_000).back()
        play.after(ALLOWANCE_MS - 1)
        play.answer(KIM)
        assert play.turn(KIM).outcome is Outcome.ANSWERED

    def test_time_before_the_turn_opened_was_not_lost(self) -> None:
        play = asked()
        play.away(LEE)
        play.after(30_000)
        play.answer(KIM)
        play.after(5_000).back(LEE)
        assert [given.ms for given in play.happened(e.TimeGiven)] == [5_000]

    def test_somebody_elses_turn_gets_nothing(self) -> None:
        play = asked()
        play.away(LEE)
        play.after(5_000).back(LEE)
        assert play.happened(e.TimeGiven) == []

    def test_time_lost_before_a_pause_is_given_back_when_the_owner_returns_in_it(self) -> None:
        play = asked()
        opened = play.now
        play.after(10_000).away()
        play.after(7_000).do(c.PauseInterview(**play.by()))
        play.after(30_000).back()
        play.after(3_000).do(c.ResumeInterview(**play.by()))
        assert timed_out_at(play) == opened + ALLOWANCE_MS + 7_000 + 33_000

    def test_a_connection_lost_in_a_pause_costs_and_gives_nothing(self) -> None:
        play = asked()
        opened = play.now
        play.do(c.PauseInterview(**play.by()))
        play.after(10_000).away()
        play.after(10_000).back()
        play.after(10_000).do(c.ResumeInterview(**play.by()))
        assert timed_out_at(play) == opened + ALLOWANCE_MS + 30_000

    def test_the_absence_goes_on_counting_after_a_pause(self) -> None:
        play = asked()
        opened = play.now
        play.after(1_000).away()
        play.after(4_000).do(c.PauseInterview(**play.by()))
        play.after(50_000).do(c.ResumeInterview(**play.by()))
        play.after(6_000).back()
        assert timed_out_at(play) == opened + ALLOWANCE_MS + 50_000 + 10_000

    @pytest.mark.parametrize("seat_id", [SeatId("nobody"), interviewer(), ai()])
    def test_presence_of_who_has_no_connection_changes_nothing(self, seat_id: SeatId) -> None:
        play = asked(ai=1)
        assert play.away(seat_id) == ()

    def test_known_news_is_no_news(self) -> None:
        play = asked()
        assert play.back() == ()
        play.away()
        assert play.after(10).away() == ()

    def test_who_left_has_no_presence(self) -> None:
        play = asked()
        play.do(c.LeaveRoom(**play.of(LEE)))
        assert play.away(LEE) == ()

    def test_an_observer_may_come_and_go(self) -> None:
        play = asked()
        play.do(c.JoinRoom(**play.of(SeatId("guest")), name="방청객", observer=True))
        play.away(SeatId("guest"))
        play.tick(GRACE)
        assert not play.room.seat(SeatId("guest")).absent  # type: ignore[union-attr]


class TestGrace:
    def test_the_others_go_on_when_the_grace_is_over(self) -> None:
        play = asked()
        play.away(KIM)
        play.tick(GRACE - 1)
        assert not play.room.seat(KIM).absent  # type: ignore[union-attr]
        play.tick(1)
        assert play.room.seat(KIM).absent  # type: ignore[union-attr]

    def test_an_absent_persons_open_turn_is_abandoned(self) -> None:
        settings = attrs.evolve(ONE, disconnect_grace_ms=Millis(30_000))
        play = asked(settings)
        play.away(KIM)
        play.tick(30_000)
        assert play.turn(KIM).outcome is Outcome.ABANDONED

    def test_unless_there_is_a_draft(self) -> None:
        settings = attrs.evolve(ONE, disconnect_grace_ms=Millis(30_000))
        play = asked(settings)
        play.do(c.SaveDraft(**play.of(KIM), turn_id=TurnId("r1-1"), text="여기까지 썼습니다."))
        play.away(KIM)
        play.tick(30_000)
        assert (play.turn(KIM).outcome, play.turn(KIM).by_clock) == (Outcome.ANSWERED, True)

    def test_turns_of_an_absent_person_are_given_up_until_the_return(self) -> None:
        settings = attrs.evolve(TWO, disconnect_grace_ms=Millis(10_000))
        play = asked(settings)
        play.away(LEE)
        play.after(10_000)
        play.answer(KIM)
        assert play.turn(LEE).outcome is Outcome.ABANDONED
        play.back(LEE)
        assert not play.room.seat(LEE).absent  # type: ignore[union-attr]
        play.serve()
        play.answer(KIM)
        assert play.turn(LEE).outcome is None

    def test_the_grace_does_not_run_before_the_start(self) -> None:
        play = waiting()
        play.away(LEE)
        assert play.tick(10 * GRACE) == ()
        assert next_deadline(play.room) is None

    def test_nobody_is_paused_for_in_the_deliberation(self) -> None:
        play = asked()
        play.do(c.EndEarly(**play.by()))
        play.away(KIM)
        play.away(LEE)
        room = play.to_the_end(serve=False).room
        assert room.stage is Stage.FINISHED


class TestEmptyRoom:
    def empty(self) -> Play:
        play = asked(attrs.evolve(TWO, disconnect_grace_ms=Millis(20_000)))
        play.after(1_000).away(KIM)
        play.after(1_000).away(LEE)
        play.tick(20_000)
        return play

    def test_with_nobody_there_the_room_pauses_itself(self) -> None:
        play = self.empty()
        assert play.room.paused is not None
        assert play.room.paused.empty
        assert play.room.paused.by is None

    def test_the_first_return_resumes_it_and_gives_the_time_back(self) -> None:
        play = self.empty()
        play.after(1_000_000).back(LEE)
        assert play.room.paused is None
        assert play.happened(e.InterviewResumed)[0].lost_ms == 1_000_000
        assert play.turn(LEE).deadline == play.now + ALLOWANCE_MS, "its owner was away all the while"

    def test_an_observers_return_does_not(self) -> None:
        play = asked(attrs.evolve(TWO, disconnect_grace_ms=Millis(20_000)))
        guest = SeatId("guest")
        play.do(c.JoinRoom(**play.of(guest), name="방청객", observer=True))
        for seat_id in (KIM, LEE, guest):
            play.away(seat_id)
        play.tick(20_000)
        play.back(guest)
        assert play.room.paused is not None

    def test_after_a_day_it_ends(self) -> None:
        play = self.empty()
        play.tick(ONE.dormant_ms - 1)
        assert play.stage().asking
        play.tick(1)
        assert play.room.ended_early
        assert not play.stage().asking
        assert play.to_the_end().room.stage is Stage.FINISHED

    def test_a_pause_in_the_deliberation_ends_after_a_day_too(self) -> None:
        play = asked()
        play.answer(KIM)
        play.do(c.EndEarly(**play.by()))
        play.do(c.PauseInterview(**play.by()))
        play.tick(ONE.dormant_ms)
        assert play.room.paused is None
        assert play.to_the_end(serve=False).room.stage is Stage.FINISHED


class TestOutages:
    def test_an_outage_gives_its_time_back_to_the_millisecond(self) -> None:
        play = asked()
        opened = play.now
        play.after(10_000)
        since = play.now
        play.after(987_654).do(c.OutageEnded(now=play.now, since=since))
        (noted,) = play.happened(e.OutageNoted)
        assert noted.lost_ms == 987_654
        assert timed_out_at(play) == opened + ALLOWANCE_MS + 987_654

    def test_what_ran_out_before_it_ran_out(self) -> None:
        play = asked()
        opened = play.now
        since = Millis(opened + ALLOWANCE_MS)
        play.after(5 * ALLOWANCE_MS).do(c.OutageEnded(now=play.now, since=since))
        assert play.turn(KIM).closed_at == since
        assert play.turn(LEE).deadline == play.now + ALLOWANCE_MS

    def test_an_outage_that_began_before_the_latest_event_counts_from_there(self) -> None:
        play = asked()
        play.after(10_000)
        play.away(LEE)
        play.after(5_000).do(c.OutageEnded(now=play.now, since=Millis(0)))
        assert play.happened(e.OutageNoted)[0].lost_ms == 5_000

    def test_the_grace_of_who_is_away_stands_still_too(self) -> None:
        play = asked()
        play.away(LEE)
        since = play.now
        play.after(10 * GRACE).do(c.OutageEnded(now=play.now, since=since))
        assert not play.room.seat(LEE).absent  # type: ignore[union-attr]
        play.tick(GRACE)
        assert play.room.seat(LEE).absent  # type: ignore[union-attr]

    @pytest.mark.parametrize("began", [-9_000, 0, 20_000, 50_000])
    @pytest.mark.parametrize("resumed", [0, 7_000])
    def test_an_outage_in_a_pause_gives_its_time_back_once(self, began: int, resumed: int) -> None:
        play = asked()
        opened = play.now
        play.after(10_000).do(c.PauseInterview(**play.by()))
        since = Millis(play.now + began)
        play.after(50_000).do(c.OutageEnded(now=play.now, since=since))
        assert play.room.now == play.now or began == 50_000
        play.after(resumed).do(c.ResumeInterview(**play.by()))
        assert timed_out_at(play) == opened + ALLOWANCE_MS + 50_000 + resumed

    def test_a_paused_room_does_not_go_dormant_by_an_outage(self) -> None:
        play = asked()
        play.do(c.PauseInterview(**play.by()))
        dormant_ms = play.room.settings.dormant_ms
        since = play.after(1_000).now
        play.after(9 * dormant_ms).do(c.OutageEnded(now=play.now, since=since))
        play.tick(dormant_ms - 1_001)
        assert play.room.paused is not None
        play.tick(1)
        assert play.room.stage is Stage.DELIBERATION

    def test_who_comes_back_into_a_pause_after_an_outage_gets_what_they_lost_before_the_pause(self) -> None:
        play = asked()
        opened = play.now
        play.after(10_000).away(KIM)
        play.after(3_000).do(c.PauseInterview(**play.by(None)))
        since = play.now
        play.after(50_000).do(c.OutageEnded(now=play.now, since=since))
        play.after(1_000).back(KIM)
        play.do(c.ResumeInterview(**play.by(None)))
        assert timed_out_at(play) == opened + ALLOWANCE_MS + 54_000

    def test_no_outage_no_event(self) -> None:
        play = asked()
        assert play.do(c.OutageEnded(now=play.now, since=play.now)) == ()
        assert play.do(c.OutageEnded(now=play.now, since=Millis(play.now + 9))) == ()

    @pytest.mark.parametrize("make", [waiting, lambda: asked().to_the_end()], ids=["waiting", "finished"])
    def test_nothing_runs_before_the_start_and_after_the_end(self, make: type[Play]) -> None:
        play = make()  # type: ignore[call-arg]
        since = play.now
        assert play.after(1_000).do(c.OutageEnded(now=play.now, since=since)) == ()

    def test_a_speech_goes_on_where_it_was(self) -> None:
        play = asked(ai=1)
        play.serve(WriteAnswer)
        ends = play.turn(ai()).deadline
        since = play.now
        play.after(60_000).do(c.OutageEnded(now=play.now, since=since))
        assert ends is not None
        assert play.turn(ai()).deadline == ends + 60_000


def test_a_seat_is_held_for_its_owner_between_questions() -> None:
    play = started()
    play.away(KIM)
    play.after(GRACE - 1).back(KIM)
    assert play.refused(c.SetReady(**play.of(KIM))) is RefusalCode.WRONG_STAGE
    assert not play.room.seat(KIM).absent  # type: ignore[union-attr]
