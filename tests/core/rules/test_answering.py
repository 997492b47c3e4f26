from __future__ import annotations

import attrs
import pytest

from interview_engine.core import commands as c
from interview_engine.core import events as e
from interview_engine.core.effects import WriteAnswer
from interview_engine.core.refusals import RefusalCode
from interview_engine.core.rules.answering import DRAFT_EVERY_MS
from interview_engine.core.rules.texts import LONGEST_ANSWER
from interview_engine.core.turns import Outcome, TurnState
from interview_engine.ids import Millis, SeatId, TurnId
from interview_engine.testing.rooms import ai
from tests.core.play import ALLOWANCE_MS, KIM, LEE, TOGETHER, Play, asked


def submit(
    play: Play, seat_id: SeatId = KIM, text: str = "제 답변입니다.", turn: str = "r1-1"
) -> c.SubmitAnswer:
    return c.SubmitAnswer(**play.of(seat_id), turn_id=TurnId(turn), text=text)


def draft(play: Play, text: str, seat_id: SeatId = KIM) -> c.SaveDraft:
    return c.SaveDraft(**play.of(seat_id), turn_id=play.turn(seat_id).turn_id, text=text)


def speaking() -> Play:
    """Return a room in which the AI candidate, first in order, speaks."""
    play = asked(ai=1)
    play.serve(WriteAnswer)
    assert play.turn(ai()).speaking
    return play


class TestAnswering:
    def test_the_owners_answer_ends_the_turn_and_opens_the_next(self) -> None:
        play = asked()
        play.after(10_000).do(submit(play, text="  제 답변입니다. \n"))
        first, second = play.turn(KIM), play.turn(LEE)
        assert (first.outcome, first.text, first.closed_at) == (Outcome.ANSWERED, "제 답변입니다.", play.now)
        assert not first.by_clock
        assert (second.state, second.opened_at, second.deadline) == (
            TurnState.OPEN,
            play.now,
            play.now + ALLOWANCE_MS,
        )

    def test_one_turn_is_open_at_a_time(self) -> None:
        play = asked(humans=4)
        assert [turn.seat_id for turn in play.room.open_turns()] == [KIM]

    def test_the_last_millisecond_is_in_time(self) -> None:
        play = asked()
        play.after(ALLOWANCE_MS - 1).do(submit(play))
        assert play.turn(KIM).outcome is Outcome.ANSWERED

    def test_the_deadline_itself_is_late(self) -> None:
        play = asked()
        play.after(ALLOWANCE_MS)
        assert play.refused(submit(play)) is RefusalCode.TIME_IS_UP
        play.tick()
        assert play.turn(KIM).outcome is Outcome.TIMED_OUT

    def test_a_turn_ends_once(self) -> None:
        play = asked()
        play.do(submit(play))
        for command in (
            submit(play),
            c.SkipTurn(**play.of(KIM), turn_id=TurnId("r1-1")),
            c.SaveDraft(**play.of(KIM), turn_id=TurnId("r1-1"), text="초안"),
            c.SkipCandidate(**play.by(), turn_id=TurnId("r1-1")),
            c.AddTime(**play.by(), turn_id=TurnId("r1-1"), ms=Millis(1_000)),
        ):
            assert play.refused(command) is RefusalCode.TURN_CLOSED
        assert len(play.happened(e.TurnClosed)) == 1

    @pytest.mark.parametrize(
        "seat_id, turn, text, code",
        [
            (LEE, "r1-1", "답", RefusalCode.NOT_YOUR_TURN),
            (LEE, "r1-2", "답", RefusalCode.TURN_NOT_OPEN),
            (KIM, "r1-2", "답", RefusalCode.NOT_YOUR_TURN),
            (KIM, "r9-1", "답", RefusalCode.UNKNOWN_TURN),
            (KIM, "r1-1", " \n", RefusalCode.ANSWER_EMPTY),
            (KIM, "r1-1", "가" * (LONGEST_ANSWER + 1), RefusalCode.TEXT_TOO_LONG),
            (SeatId("nobody"), "r1-1", "답", RefusalCode.UNKNOWN_SEAT),
            (SeatId("panel-1"), "r1-1", "답", RefusalCode.NOT_CANDIDATE),
        ],
    )
    def test_what_is_no_answer_is_refused(
        self, seat_id: SeatId, turn: str, text: str, code: RefusalCode
    ) -> None:
        play = asked()
        assert play.refused(submit(play, seat_id, text, turn)) is code

    def test_nobody_answers_for_an_ai_candidate(self) -> None:
        play = asked(ai=1)
        assert play.refused(submit(play, ai())) is RefusalCode.NOT_CANDIDATE
        assert play.refused(submit(play, KIM, turn="r1-1")) is RefusalCode.NOT_YOUR_TURN

    def test_the_longest_answer_is_kept_whole(self) -> None:
        play = asked()
        play.do(submit(play, text="가" * LONGEST_ANSWER))
        assert len(play.turn(KIM).text) == LONGEST_ANSWER

    def test_who_left_answers_no_more(self) -> None:
        play = asked()
        play.do(c.LeaveRoom(**play.of(KIM)))
        assert play.refused(submit(play)) is RefusalCode.SEAT_GONE


class TestSkipping:
    def test_a_skipped_turn_scores_the_floor_and_is_no_missing_score(self) -> None:
        play = asked()
        play.do(c.SkipTurn(**play.of(KIM), turn_id=TurnId("r1-1")))
        turn = play.turn(KIM)
        assert turn.outcome is Outcome.SKIPPED
        assert turn.score is not None
        assert (turn.score.total, turn.score.floored, turn.score.provisional) == (0.0, True, False)
        assert play.room.unjudged == ()

    def test_a_draft_of_a_skipped_turn_does_not_count(self) -> None:
        play = asked()
        play.do(draft(play, "쓰다 만 초안"))
        play.do(c.SkipTurn(**play.of(KIM), turn_id=TurnId("r1-1")))
        assert play.turn(KIM).text == ""

    def test_the_host_skips_a_person(self) -> None:
        play = asked()
        play.do(c.SkipCandidate(**play.by(), turn_id=TurnId("r1-1")))
        assert play.turn(KIM).outcome is Outcome.SKIPPED

    def test_the_host_ends_a_speech_which_counts(self) -> None:
        play = speaking()
        play.do(c.SkipCandidate(**play.by(), turn_id=play.turn(ai()).turn_id))
        turn = play.turn(ai())
        assert turn.outcome is Outcome.ANSWERED
        assert turn.text
        assert turn.turn_id in play.room.unjudged

    def test_an_ai_turn_without_an_answer_is_void_and_costs_nothing(self) -> None:
        play = asked(ai=1)
        play.do(c.SkipCandidate(**play.by(), turn_id=play.turn(ai()).turn_id))
        assert (play.turn(ai()).outcome, play.turn(ai()).score) == (Outcome.VOID, None)


class TestDrafts:
    def test_the_latest_draft_is_submitted_when_time_runs_out(self) -> None:
        play = asked()
        play.do(draft(play, "첫 초안"))
        play.after(DRAFT_EVERY_MS).do(draft(play, " 두 번째 초안 "))
        play.tick(ALLOWANCE_MS)
        turn = play.turn(KIM)
        assert (turn.outcome, turn.text, turn.by_clock) == (Outcome.ANSWERED, "두 번째 초안", True)
        assert turn.closed_at == turn.deadline
        assert turn.draft == ""

    def test_a_blank_draft_is_no_answer(self) -> None:
        play = asked()
        play.do(draft(play, "초안"))
        play.after(DRAFT_EVERY_MS).do(draft(play, "  "))
        play.tick(ALLOWANCE_MS)
        assert play.turn(KIM).outcome is Outcome.TIMED_OUT

    def test_drafts_are_saved_once_every_few_seconds(self) -> None:
        play = asked()
        play.do(draft(play, "하나"))
        play.after(DRAFT_EVERY_MS - 1)
        assert play.refused(draft(play, "둘")) is RefusalCode.DRAFT_TOO_SOON
        play.after(1).do(draft(play, "둘"))
        assert play.turn(KIM).draft == "둘"

    def test_an_unchanged_draft_is_not_saved_again(self) -> None:
        play = asked()
        play.do(draft(play, "하나"))
        play.after(DRAFT_EVERY_MS)
        assert play.refused(draft(play, "하나")) is RefusalCode.NOTHING_TO_DO
        assert asked().refused(draft(asked(), "")) is RefusalCode.NOTHING_TO_DO

    def test_a_draft_is_no_longer_than_an_answer(self) -> None:
        play = asked()
        assert play.refused(draft(play, "가" * (LONGEST_ANSWER + 1))) is RefusalCode.TEXT_TOO_LONG

    def test_a_draft_is_still_saved_while_the_clocks_stand_still(self) -> None:
        play = asked()
        play.after(1_000).do(c.PauseInterview(**play.by()))
        play.after(10 * ALLOWANCE_MS).do(draft(play, "멈춘 동안 쓴 초안"))
        play.do(c.ResumeInterview(**play.by()))
        play.tick(ALLOWANCE_MS)
        assert play.turn(KIM).text == "멈춘 동안 쓴 초안"


class TestSpeeches:
    def test_everybody_who_is_there_must_agree_to_skip_ahead(self) -> None:
        play = speaking()
        vote = play.turn(ai()).turn_id
        play.do(c.SkipSpeech(**play.of(KIM), turn_id=vote))
        assert play.turn(ai()).speaking
        assert play.refused(c.SkipSpeech(**play.of(KIM), turn_id=vote)) is RefusalCode.NOTHING_TO_DO
        play.do(c.SkipSpeech(**play.of(LEE), turn_id=vote))
        assert play.turn(ai()).outcome is Outcome.ANSWERED

    def test_who_is_away_does_not_hold_the_others_up(self) -> None:
        play = speaking()
        play.away(LEE)
        play.do(c.SkipSpeech(**play.of(KIM), turn_id=play.turn(ai()).turn_id))
        assert play.turn(ai()).outcome is Outcome.ANSWERED

    def test_a_vote_counts_when_the_last_listener_goes(self) -> None:
        play = speaking()
        play.do(c.SkipSpeech(**play.of(KIM), turn_id=play.turn(ai()).turn_id))
        play.away(LEE)
        assert play.turn(ai()).outcome is Outcome.ANSWERED

    def test_without_a_vote_nobody_ends_a_speech_by_going_away(self) -> None:
        play = speaking()
        play.away(KIM)
        play.away(LEE)
        assert play.turn(ai()).speaking

    def test_only_a_speech_is_skipped_ahead(self) -> None:
        play = asked(ai=1)
        vote = play.turn(ai()).turn_id
        assert play.refused(c.SkipSpeech(**play.of(KIM), turn_id=vote)) is RefusalCode.NOT_SPEAKING

    def test_observers_do_not_vote(self) -> None:
        play = speaking()
        play.do(c.JoinRoom(**play.of(SeatId("guest")), name="방청객", observer=True))
        vote = c.SkipSpeech(**play.of(SeatId("guest")), turn_id=play.turn(ai()).turn_id)
        assert play.refused(vote) is RefusalCode.NOT_CANDIDATE


class TestMoreTime:
    def test_the_host_gives_a_turn_more_time(self) -> None:
        play = asked()
        play.do(c.AddTime(**play.by(), turn_id=TurnId("r1-1"), ms=Millis(30_000)))
        play.after(ALLOWANCE_MS + 29_999).do(submit(play))
        assert play.turn(KIM).outcome is Outcome.ANSWERED
        assert play.turn(KIM).returned_ms == 0, "the host's gift does not use up the disconnect cap"

    @pytest.mark.parametrize("ms", [999, 600_001, -1_000])
    def test_within_limits(self, ms: int) -> None:
        play = asked()
        command = c.AddTime(**play.by(), turn_id=TurnId("r1-1"), ms=Millis(ms))
        assert play.refused(command) is RefusalCode.BAD_VALUE

    @pytest.mark.parametrize(
        "turn, code", [("r1-2", RefusalCode.TURN_NOT_OPEN), ("r7-1", RefusalCode.UNKNOWN_TURN)]
    )
    def test_to_a_turn_that_is_open(self, turn: str, code: RefusalCode) -> None:
        play = asked()
        assert play.refused(c.AddTime(**play.by(), turn_id=TurnId(turn), ms=Millis(5_000))) is code


class TestTogether:
    def test_all_write_at_once_and_answers_are_revealed_together(self) -> None:
        play = asked(TOGETHER)
        assert [turn.seat_id for turn in play.room.open_turns()] == [KIM, LEE]
        play.do(submit(play, LEE, "이도윤의 답변입니다.", "r1-2"))
        assert play.room.current is not None
        assert not play.room.current.revealed
        play.do(submit(play, KIM, "김하늘의 답변입니다.", "r1-1"))
        assert [home.revealed for home in play.room.rounds] == [True]

    def test_each_has_the_whole_time(self) -> None:
        play = asked(TOGETHER)
        play.do(submit(play, KIM))
        play.tick(ALLOWANCE_MS - 1)
        assert play.turn(LEE).outcome is None
        play.tick(1)
        assert play.turn(LEE).outcome is Outcome.TIMED_OUT


def test_reading_time_comes_on_top() -> None:
    settings = attrs.evolve(TOGETHER, reading_ms=Millis(0))
    assert asked(settings).turn(KIM).allowance_ms == 60_000
