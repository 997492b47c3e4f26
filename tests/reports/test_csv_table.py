from __future__ import annotations

import csv
import io

import attrs
import pytest

from interview_engine.reports import InterviewReport, render_csv
from interview_engine.vocabulary import Language
from tests.reports.interviews import BEGAN, ME, report_of


def rows(table: str) -> list[list[str]]:
    assert table.startswith("\ufeff")
    return list(csv.reader(io.StringIO(table[1:], newline=""), strict=True))


def with_answer(text: str) -> InterviewReport:
    report = report_of()
    first = report.questions[0]
    answers = (attrs.evolve(first.answers[0], text=text), *first.answers[1:])
    return attrs.evolve(report, questions=(attrs.evolve(first, answers=answers), *report.questions[1:]))


def test_a_spreadsheet_reads_back_every_turn() -> None:
    report = report_of()
    heading, *body = rows(render_csv(report))
    answers = [(question, answer) for question in report.questions for answer in question.answers]
    assert len(body) == len(answers)
    for row, (question, answer) in zip(body, answers, strict=True):
        cells = dict(zip(heading, row, strict=True))
        assert cells["질문 번호"] == str(question.number)
        assert cells["질문"] == question.text
        assert cells["좌석"] == answer.seat_id
        assert cells["답변"] == answer.text
        assert cells["점수"] == f"{answer.total:.2f}"
        place = next(p for p in report.timeline[question.number - 1].places if p.seat_id == answer.seat_id)
        assert cells["질문 후 순위"] == str(place.rank)


def test_headings_and_labels_speak_the_language_that_is_asked_for() -> None:
    korean, english = rows(render_csv(report_of())), rows(render_csv(report_of(), Language.EN))
    assert [heading for heading, other in zip(korean[0], english[0], strict=True) if heading == other] == []
    assert english[1][1] == "Self-introduction"
    assert korean[1][1] == "1분 자기소개"


def test_instants_carry_the_readers_zone() -> None:
    report = with_answer("")
    first = attrs.evolve(report.questions[0].answers[0], opened_at=BEGAN)
    report = attrs.evolve(report, questions=(attrs.evolve(report.questions[0], answers=(first,)),))
    assert rows(render_csv(report))[1][6] == "2026-11-18T11:06:40Z"
    assert rows(render_csv(report, utc_offset_minutes=540))[1][6] == "2026-11-18T20:06:40+09:00"


@pytest.mark.parametrize(
    "text", ["=1+1", "+82", "-1", "@SUM(A1)", "\t=1", "\r=1", " =cmd|'/c calc'!A1", "＝1", '=HYPERLINK("x")']
)
def test_a_cell_is_never_a_formula(text: str) -> None:
    cell = rows(render_csv(with_answer(text)))[1][-1]
    assert cell.startswith("'")
    assert cell[1:].strip() == text.strip()


@pytest.mark.parametrize("text", ["쉼표, 있음", '그는 "네"라고', "줄\n바꿈", " 앞뒤 빈칸 ", "1-2", "'따옴표"])
def test_other_cells_come_back_as_they_were(text: str) -> None:
    assert rows(render_csv(with_answer(text)))[1][-1] == text


def test_control_characters_are_left_out() -> None:
    cell = rows(render_csv(with_answer("가\x00나\u202e다\r\n라")))[1][-1]
    assert cell == "가나다\n라"


def test_a_row_of_an_unanswered_turn_has_its_outcome_and_floor() -> None:
    report = report_of(silent_turn=1)
    silent = [row for row in rows(render_csv(report))[1:] if row[3] == ME and row[5] == "시간 초과"]
    assert len(silent) == 1
    assert silent[0][9] == "0.00"
    assert silent[0][10:15] == [""] * 5
