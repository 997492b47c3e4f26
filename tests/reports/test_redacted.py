from __future__ import annotations

import pytest

from interview_engine.core.redaction import redact
from interview_engine.core.verifying import verify
from interview_engine.reports import (
    DeletedText,
    build_report,
    read_json,
    render_csv,
    render_html,
    render_json,
)
from interview_engine.vocabulary import Language
from tests.reports.interviews import ANSWERS, ME, log_of


@pytest.mark.parametrize("seat", [ME, None])
@pytest.mark.parametrize("language", Language)
def test_deleted_words_are_in_no_rendering(seat: None, language: Language) -> None:
    whole, left = log_of(language), redact(log_of(language), ME)
    assert verify(left).faults == ()
    report = build_report(left, seat)
    rendered = render_html(report, language) + render_csv(report) + render_json(report).decode()
    sentence = ANSWERS[language][:30]
    assert sentence in render_html(build_report(whole, seat), language)
    assert sentence not in rendered
    assert "김지원" not in rendered


def test_the_report_says_what_was_deleted_and_keeps_the_scores() -> None:
    report, whole = build_report(redact(log_of(), ME), ME), build_report(log_of(), ME)
    assert {entry.what for entry in report.deletions} == set(DeletedText)
    assert next(entry for entry in report.deletions if entry.what is DeletedText.NAME).seat_id == ME
    assert whole.deletions == ()
    assert report.board == whole.board
    assert report.timeline == whole.timeline
    own = [answer for question in report.questions for answer in question.answers if answer.seat_id == ME]
    assert own
    assert all(answer.text_deleted and not answer.text and answer.total is not None for answer in own)
    assert all(answer.opinions_deleted == 3 for answer in own)


def test_another_seats_report_does_not_count_feedback_that_it_never_saw() -> None:
    report = build_report(redact(log_of(), ME), None)
    assert DeletedText.FEEDBACK not in {entry.what for entry in report.deletions}


def test_a_silent_turn_is_not_called_deleted() -> None:
    report = build_report(redact(log_of(silent_turn=1), ME), ME)
    silent = [answer for question in report.questions for answer in question.answers if answer.floored]
    assert len(silent) == 1
    assert not silent[0].text_deleted


def test_the_page_says_where_words_are_missing() -> None:
    report = build_report(redact(log_of(), ME), ME)
    page = render_html(report, Language.KO)
    assert f"요청에 따라 삭제된 내용이 {len(report.deletions)}건 있습니다" in page
    assert page.count("요청에 따라 삭제된 답변입니다.") == sum(
        answer.text_deleted for question in report.questions for answer in question.answers
    )
    assert "총평은 요청에 따라 삭제되었습니다." in page
    number = next(entry.number for entry in report.candidates if entry.own)
    assert f"지원자 {number}" in page
    assert "(삭제된 답변)" in render_csv(report)
    assert read_json(render_json(report)) == report
