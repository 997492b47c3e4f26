"""`render_csv`: one row per turn, for a spreadsheet.

RFC 4180 with a byte-order mark, so that Excel reads Korean. A cell that a spreadsheet would take for a
formula gets an apostrophe in front (OWASP, "CSV Injection").
"""

from __future__ import annotations

from interview_engine.reports.answer import AnswerReport
from interview_engine.reports.instants import written_instant
from interview_engine.reports.labels import KINDS, OUTCOMES
from interview_engine.reports.names import candidate_name
from interview_engine.reports.readable import readable
from interview_engine.reports.report import InterviewReport, QuestionReport
from interview_engine.scoring import CRITERION_NAMES, Criterion
from interview_engine.vocabulary import Bilingual, Language

_BOM = "\ufeff"
_FORMULA_STARTS = frozenset("=+-@＝＋－＠")
_NEEDS_QUOTES = frozenset(',"\n')

_COLUMNS: tuple[Bilingual, ...] = (
    Bilingual(ko="질문 번호", en="Question no."),
    Bilingual(ko="질문 유형", en="Kind"),
    Bilingual(ko="질문", en="Question"),
    Bilingual(ko="좌석", en="Seat"),
    Bilingual(ko="지원자", en="Candidate"),
    Bilingual(ko="결과", en="Outcome"),
    Bilingual(ko="시작 시각", en="Began at"),
    Bilingual(ko="사용 시간(초)", en="Time used (s)"),
    Bilingual(ko="주어진 시간(초)", en="Time allowed (s)"),
    Bilingual(ko="점수", en="Total"),
    *CRITERION_NAMES.values(),
    Bilingual(ko="면접관 간 점수 차", en="Panel spread"),
    Bilingual(ko="질문 후 순위", en="Rank after the question"),
    Bilingual(ko="답변", en="Answer"),
)
_DELETED = Bilingual(ko="(삭제된 답변)", en="(answer deleted)")
_OPEN = Bilingual(ko="진행 중", en="Open")


def render_csv(
    report: InterviewReport, language: Language | None = None, *, utc_offset_minutes: int = 0
) -> str:
    """Return a report's turns as CSV.

    Args:
        report: The report.
        language: Of headings and labels; the interview's own by default.
        utc_offset_minutes: The zone for instants, minutes east of UTC.

    Returns:
        The table, beginning with a byte-order mark: write it as UTF-8, with no line ends changed.
    """
    spoken = language or report.language
    rows = [tuple(column.spoken_in(spoken) for column in _COLUMNS)]
    rows += [
        _row(report, question, answer, spoken, utc_offset_minutes)
        for question in report.questions
        for answer in question.answers
    ]
    return _BOM + "".join(",".join(map(_cell, row)) + "\r\n" for row in rows)


def _row(
    report: InterviewReport, question: QuestionReport, answer: AnswerReport, spoken: Language, offset: int
) -> tuple[str, ...]:
    levels = {entry.criterion: entry.level for entry in answer.levels}
    return (
        str(question.number),
        KINDS[question.kind].spoken_in(spoken),
        question.text,
        answer.seat_id,
        candidate_name(report, answer.seat_id, spoken),
        (OUTCOMES[answer.outcome] if answer.outcome else _OPEN).spoken_in(spoken),
        written_instant(answer.opened_at, offset),
        _seconds(answer.used_ms),
        _seconds(answer.allowed_ms),
        _number(answer.total),
        *(_number(levels.get(criterion)) for criterion in Criterion),
        _number(answer.spread if answer.total is not None else None),
        _rank_after(report, question, answer),
        _DELETED.spoken_in(spoken) if answer.text_deleted else answer.text,
    )


def _rank_after(report: InterviewReport, question: QuestionReport, answer: AnswerReport) -> str:
    for point in report.timeline:
        if point.round_id == question.round_id:
            for place in point.places:
                if place.seat_id == answer.seat_id:
                    return str(place.rank)
    return ""


def _seconds(ms: int | None) -> str:
    return "" if ms is None else f"{ms / 1000:.1f}"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _cell(text: str) -> str:
    text = readable(text)
    if text.lstrip()[:1] in _FORMULA_STARTS:
        text = f"'{text}"
    if _NEEDS_QUOTES.isdisjoint(text) and text == text.strip():
        return text
    return '"' + text.replace('"', '""') + '"'
