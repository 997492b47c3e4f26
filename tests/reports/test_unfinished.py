from __future__ import annotations

from interview_engine.core.log import fold_log
from interview_engine.core.settings import Visibility
from interview_engine.ids import SeatId
from interview_engine.reports import build_report, render_csv, render_html, render_json
from interview_engine.vocabulary import Language
from tests.reports.interviews import ME, SEED, log_of


def test_a_hidden_ranking_stays_hidden_until_the_end() -> None:
    report = build_report(log_of(visibility=Visibility.END, turns=2), ME)
    assert not report.finished
    assert (report.board, report.result, report.timeline, report.criteria) == ((), None, (), ())
    answers = [answer for question in report.questions for answer in question.answers]
    assert answers
    assert {answer.total for answer in answers} == {None}
    assert not any(answer.opinions for answer in answers)


def test_after_round_shows_rounds_that_are_over_and_not_the_open_one() -> None:
    log = log_of(visibility=Visibility.AFTER_ROUND, turns=2)
    room, report = fold_log(log), build_report(log, ME)
    assert room.current is not None
    open_question = report.questions[-1]
    assert {answer.total for answer in open_question.answers} <= {None}
    closed = [answer for question in report.questions[:-1] for answer in question.answers]
    assert closed
    assert all(answer.total is not None for answer in closed)
    assert report.timeline
    assert report.board == () or report.board[0].answers > 0


def test_the_end_opens_every_board_of_the_way() -> None:
    hidden = build_report(log_of(visibility=Visibility.END), ME)
    shown = build_report(log_of(visibility=Visibility.LIVE), ME)
    assert hidden.timeline == shown.timeline


def test_key_points_and_seed_are_in_no_rendering_before_the_end() -> None:
    log = log_of(turns=2)
    room, report = fold_log(log), build_report(log, ME)
    assert any(home.question and home.question.key_points for home in room.rounds)
    assert {(question.key_points, question.shows) for question in report.questions} == {((), "")}
    rendered = render_html(report, Language.KO) + render_json(report).decode() + render_csv(report)
    assert SEED not in rendered
    assert "좋은 답변이 보여 주는 것" not in rendered
    finished = build_report(log_of(), ME)
    assert all(question.key_points for question in finished.questions)
    assert "좋은 답변이 보여 주는 것" in render_html(finished, Language.KO)


def test_the_page_of_an_unfinished_interview_says_so() -> None:
    log = log_of(turns=2)
    for seat in (ME, None, SeatId("ai-1")):
        page = render_html(build_report(log, seat), Language.KO)
        assert "아직 진행 중인 면접입니다" in page
        assert "지금까지의 순위" in page
        assert "최종 순위" not in page
    assert "아직 진행 중인 면접입니다" not in render_html(build_report(log_of(), ME), Language.KO)
    assert "still going on" in render_html(build_report(log, ME), Language.EN)


def test_a_room_that_has_not_begun_has_a_report_without_content() -> None:
    report = build_report(log_of()[:3], None)
    assert (report.questions, report.board, report.started_at) == ((), (), None)
    assert "아직 공개된 순위가 없습니다" in render_html(report, Language.KO)
    assert len(render_csv(report).splitlines()) == 1
