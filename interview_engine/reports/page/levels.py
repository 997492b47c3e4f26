"""The levels behind one answer: per criterion and interviewer, the words that earned them, and the flags."""

from __future__ import annotations

import attrs

from interview_engine.ids import SeatId
from interview_engine.reports.answer import AnswerReport, Opinion, QuotedLevel
from interview_engine.reports.labels import FLAGS
from interview_engine.reports.names import interviewer_name
from interview_engine.reports.page.markup import NOTHING, Html, element, foreign, joined, text
from interview_engine.reports.page.reading import Reading
from interview_engine.reports.page.table import Row, table
from interview_engine.scoring import Criterion, criterion_name


@attrs.frozen(kw_only=True)
class _Remark:
    """One level with its quotation and reason, and the interviewers who all gave exactly that."""

    criterion: Criterion
    level: int
    quote: str
    reason: str
    judges: tuple[SeatId, ...]


def medians(reading: Reading, answer: AnswerReport) -> Html:
    """Return the median levels in one line; nothing without a verdict."""
    if not answer.levels:
        return NOTHING
    entries = (
        element(
            "span",
            text(criterion_name(entry.criterion, reading.language)),
            text(" "),
            element("b", text(reading.number(entry.level))),
        )
        for entry in answer.levels
    )
    return element("p", *entries, cls="medians")


def opinions(reading: Reading, answer: AnswerReport) -> Html:
    """Return what each interviewer gave, and for which words."""
    deleted = NOTHING
    if answer.opinions_deleted:
        told = reading.words.evidence_deleted.format(count=answer.opinions_deleted)
        deleted = element("p", text(told), cls="gone")
    if not answer.opinions:
        return deleted
    return element(
        "div",
        _grid(reading, answer),
        _quotes(reading, answer),
        _flags(reading, answer),
        deleted,
        cls="opinions",
    )


def _grid(reading: Reading, answer: AnswerReport) -> Html:
    words = reading.words
    names = (interviewer_name(reading.report, seat, reading.language) for seat in _judges(answer))
    columns = (text(words.criterion), *(foreign(name) for name in names), text(words.median))
    medians_by_criterion = {entry.criterion: entry.level for entry in answer.levels}
    rows = tuple(
        Row(
            heading=text(criterion_name(criterion, reading.language)),
            cells=(
                *(text(reading.number(_level(opinion, criterion), 0)) for opinion in answer.opinions),
                element("b", text(reading.number(medians_by_criterion.get(criterion)))),
            ),
        )
        for criterion in Criterion
    )
    return table(words.levels_caption, columns, rows, quiet=True)


def _judges(answer: AnswerReport) -> tuple[SeatId, ...]:
    return tuple(opinion.interviewer for opinion in answer.opinions)


def _level(opinion: Opinion, criterion: Criterion) -> float | None:
    return next((float(entry.level) for entry in opinion.evidence if entry.criterion is criterion), None)


def _quotes(reading: Reading, answer: AnswerReport) -> Html:
    """Return each quotation once, with everything that it was quoted for."""
    told: dict[str, list[Html]] = {}
    for said in _remarks(answer):
        told.setdefault(said.quote, []).append(_remark(reading, answer, said))
    if not told:
        return NOTHING
    items = (
        element(
            "li",
            element("q", foreign(quote), lang=reading.foreign_language) if quote else NOTHING,
            *remarks,
        )
        for quote, remarks in sorted(told.items(), key=lambda item: not item[0])
    )
    return joined(element("h5", text(reading.words.evidence)), element("ul", *items, cls="quotes"))


def _remarks(answer: AnswerReport) -> tuple[_Remark, ...]:
    """Return what was said of an answer, the same by several interviewers once."""
    judges: dict[QuotedLevel, list[SeatId]] = {}
    for criterion in Criterion:
        for opinion in answer.opinions:
            for entry in opinion.evidence:
                if entry.criterion is criterion:
                    judges.setdefault(entry, []).append(opinion.interviewer)
    return tuple(
        _Remark(
            criterion=entry.criterion,
            level=entry.level,
            quote=entry.quote,
            reason=entry.reason,
            judges=tuple(seats),
        )
        for entry, seats in judges.items()
    )


def _remark(reading: Reading, answer: AnswerReport, said: _Remark) -> Html:
    name = text(f"{criterion_name(said.criterion, reading.language)} {said.level}")
    whose = NOTHING
    if len(said.judges) < len(answer.opinions):
        names = (foreign(interviewer_name(reading.report, seat, reading.language)) for seat in said.judges)
        whose = joined(text("("), joined(*names, by=", "), text(")"))
    reason = element("span", foreign(said.reason), lang=reading.foreign_language) if said.reason else NOTHING
    return element("p", joined(element("b", name), whose, reason, by=" "))


def _flags(reading: Reading, answer: AnswerReport) -> Html:
    codes = sorted({code for opinion in answer.opinions for code in opinion.flags if code in FLAGS})
    if not codes:
        return NOTHING
    return element(
        "p",
        *(element("span", text(FLAGS[code].spoken_in(reading.language)), cls="flag") for code in codes),
        cls="flags",
    )
