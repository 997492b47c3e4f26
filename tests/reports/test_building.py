from __future__ import annotations

import attrs
import pytest

from interview_engine.core import commands as c
from interview_engine.core.deadlines import next_deadline
from interview_engine.core.events import EvaluationRecorded
from interview_engine.core.log import fold_log
from interview_engine.core.settings import Preset
from interview_engine.core.stages import Stage
from interview_engine.core.turns import Outcome
from interview_engine.ids import Millis, SeatId, TurnId
from interview_engine.offline import Interview
from interview_engine.reports import UnknownSeat, build_report
from interview_engine.scoring import Criterion, disclaimer
from interview_engine.vocabulary import Company, JobRole, Language
from tests.reports.interviews import ANSWERS, BEGAN, ME, SEED, log_of, report_of


def test_the_title_facts_come_from_settings_and_event_instants() -> None:
    report = build_report(log_of(preset=True), ME)
    assert (report.company, report.role, report.preset) == (Company.NAVER, JobRole.BACKEND, Preset.SHORT)
    assert report.language is Language.KO
    assert report.created_at == report.started_at == BEGAN
    assert report.finished_at is not None
    assert report.finished_at > BEGAN
    assert report.notice == disclaimer(Language.KO)


def test_a_plan_of_its_own_is_no_preset() -> None:
    assert report_of().preset is None


def test_the_result_is_the_seats_line_of_the_final_board() -> None:
    room = fold_log(log_of())
    line = next(row for row in room.board.rows if row.seat_id == ME)
    result = report_of().result
    assert result is not None
    assert (result.rank, result.rank_best, result.rank_worst) == (line.rank, line.rank_best, line.rank_worst)
    assert result.total == line.total
    assert [entry.criterion for entry in result.levels] == list(Criterion)


def test_every_question_has_every_answer_in_the_order_of_speaking() -> None:
    report = report_of()
    room = fold_log(log_of())
    assert [question.number for question in report.questions] == list(range(1, len(room.rounds) + 1))
    for question, home in zip(report.questions, room.rounds, strict=True):
        assert [answer.seat_id for answer in question.answers] == [turn.seat_id for turn in home.turns]
        begun = [answer.opened_at for answer in question.answers]
        assert begun == sorted(begun)


def test_an_answer_carries_time_total_and_quoted_levels() -> None:
    report = report_of()
    answer = next(answer for answer in report.questions[0].answers if answer.seat_id == ME)
    assert answer.text == ANSWERS[Language.KO]
    assert (answer.outcome, answer.used_ms, answer.allowed_ms) == (Outcome.ANSWERED, 31_000, 125_000)
    assert answer.total is not None
    assert {opinion.interviewer for opinion in answer.opinions} == {entry.seat_id for entry in report.panel}
    quotes = [entry.quote for opinion in answer.opinions for entry in opinion.evidence if entry.quote]
    assert quotes
    assert all(quote in answer.text for quote in quotes)


def test_an_ai_candidate_uses_the_time_that_it_speaks() -> None:
    answers = [answer for question in report_of().questions for answer in question.answers]
    spoken = [answer for answer in answers if answer.seat_id != ME]
    assert spoken
    assert all(answer.used_ms and answer.used_ms > 5_000 for answer in spoken)


def test_a_speech_that_is_skipped_counts_with_all_the_time_that_it_takes() -> None:
    interview = Interview.begin(seed=SEED, name="김지원", rivals=("naver", "kakao"), now=BEGAN)
    lengths: dict[TurnId, Millis] = {}
    while interview.room.stage is not Stage.FINISHED:
        if interview.my_turn() is not None:
            interview.answer(ANSWERS[Language.KO])
            continue
        speech = next((turn for turn in interview.room.open_turns() if turn.speaking), None)
        if speech is not None:
            assert speech.deadline is not None
            lengths[speech.turn_id] = Millis(speech.deadline - interview.now)
            skip = c.SkipSpeech(
                now=interview.now, id=interview.next_id("skip"), seat_id=ME, turn_id=speech.turn_id
            )
            interview.do(skip)
            continue
        following = next_deadline(interview.room)
        assert following is not None
        interview.advance(following.at)
    report = build_report(tuple(interview.log), ME)
    spoken = {
        answer.turn_id: answer.used_ms
        for question in report.questions
        for answer in question.answers
        if answer.seat_id != ME
    }
    assert lengths
    assert spoken == lengths
    assert min(lengths.values()) > 5_000


def test_a_turn_without_an_answer_keeps_its_outcome_and_has_no_levels() -> None:
    report = report_of(silent_turn=1)
    silent = [answer for question in report.questions for answer in question.answers if answer.floored]
    assert [(answer.seat_id, answer.outcome, answer.total) for answer in silent] == [
        (ME, Outcome.TIMED_OUT, 0.0)
    ]
    assert silent[0].used_ms == silent[0].allowed_ms
    assert silent[0].levels == ()
    own = next(entry for entry in report.summaries if entry.seat_id == ME)
    assert own.unanswered == 1


def test_overlap_looks_at_earlier_speakers_only() -> None:
    for question in report_of().questions:
        seen: set[SeatId] = set()
        for answer in question.answers:
            assert (answer.overlap is None) == (not seen)
            assert answer.overlap is None or answer.overlap.seat_id in seen
            seen.add(answer.seat_id)


def test_the_timeline_has_one_point_per_round_and_ends_at_the_final_board() -> None:
    report = report_of()
    assert [point.number for point in report.timeline] == [question.number for question in report.questions]
    final = [(row.seat_id, row.rank, row.total) for row in report.board]
    assert [(place.seat_id, place.rank, place.total) for place in report.timeline[-1].places] == final
    assert any(point.places != report.timeline[-1].places for point in report.timeline)


def test_shares_add_up_and_the_panel_leans_around_its_middle() -> None:
    report = report_of()
    assert sum(entry.turn_share for entry in report.summaries) == pytest.approx(1, abs=0.001)
    assert sum(entry.word_share for entry in report.summaries) == pytest.approx(1, abs=0.001)
    assert sum(entry.questions for entry in report.panel) == len(report.questions)
    leans = [entry.lean for entry in report.panel if entry.lean is not None]
    assert len(leans) == 3
    assert sum(leans) == pytest.approx(0, abs=0.05)


def test_opinions_name_the_key_points_that_the_answer_left_out() -> None:
    told = {
        (record.event.turn_id, str(record.event.judge)): record.event.evaluation.missed_points
        for record in log_of()
        if isinstance(record.event, EvaluationRecorded) and record.event.evaluation is not None
    }
    assert any(told.values())
    for question in report_of().questions:
        for answer in question.answers:
            for opinion in answer.opinions:
                assert opinion.missed_points == told[answer.turn_id, str(opinion.interviewer)]
                assert all(point < len(question.key_points) for point in opinion.missed_points)


def test_only_the_owner_gets_feedback_and_missed_points() -> None:
    assert report_of().feedback == fold_log(log_of()).feedback[0].feedback
    assert report_of(seat_id=None).feedback is None
    assert report_of(seat_id=SeatId("ai-1")).feedback is None


def test_the_public_report_differs_from_the_owners_only_in_what_is_the_owners() -> None:
    own, public = report_of(), report_of(seat_id=None)
    assert public.focus == public.board[0].seat_id
    blinded = attrs.evolve(
        own,
        seat_id=None,
        result=None,
        feedback=None,
        candidates=tuple(attrs.evolve(entry, own=False) for entry in own.candidates),
    )
    assert blinded == public


def test_a_seat_that_never_was_has_no_report() -> None:
    with pytest.raises(UnknownSeat, match="nobody"):
        build_report(log_of(), SeatId("nobody"))
