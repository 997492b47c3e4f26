"""The criterion chart and the competency chart, each with its table."""

from __future__ import annotations

from interview_engine.ids import SeatId
from interview_engine.reports.labels import COMPETENCIES
from interview_engine.reports.page.dots import NARROW, WIDE, DotLine, Scale, dot_plot
from interview_engine.reports.page.markup import NOTHING, Html, element, foreign, joined, text
from interview_engine.reports.page.reading import Reading
from interview_engine.reports.page.table import Row, folded, table
from interview_engine.scoring import criterion_name

LEVELS = Scale(low=1, high=5, ticks=(1, 2, 3, 4, 5), decimals=1)
TOTALS = Scale(low=0, high=100, ticks=(0, 25, 50, 75, 100), decimals=1)


def criteria_section(reading: Reading) -> Html:
    """Return the section on criteria; nothing while no levels may be shown."""
    words = reading.words
    lines = tuple(
        DotLine(label=criterion_name(figure.criterion, reading.language), seats=figure.seats)
        for figure in reading.report.criteria
    )
    return _section(
        reading,
        LEVELS,
        lines,
        key="criteria",
        heading=words.criteria,
        note=words.criteria_note,
        title=words.criteria_title,
        caption=words.criteria_caption,
        first_column=words.criterion,
    )


def competencies_section(reading: Reading) -> Html:
    """Return the section on competencies; nothing without any total."""
    words = reading.words
    lines = tuple(
        DotLine(label=COMPETENCIES[figure.competency].spoken_in(reading.language), seats=figure.seats)
        for figure in reading.report.competencies
    )
    return _section(
        reading,
        TOTALS,
        lines,
        key="competencies",
        heading=words.competencies,
        note=words.competencies_note,
        title=words.competencies_title,
        caption=words.competencies_caption,
        first_column=words.competency,
    )


def _section(  # noqa: PLR0913 -- the words of one section, each named
    reading: Reading,
    scale: Scale,
    lines: tuple[DotLine, ...],
    *,
    key: str,
    heading: str,
    note: str,
    title: str,
    caption: str,
    first_column: str,
) -> Html:
    focus = reading.report.focus
    if not lines or focus is None:
        return NOTHING
    description = _description(reading, lines, focus, scale)
    plots = (
        dot_plot(frame, scale, lines, focus, key=key, title=title, description=description)
        for frame in (WIDE, NARROW)
    )
    return element(
        "section",
        element("h2", text(heading), id=key),
        element("p", text(note), cls="note"),
        _legend(reading, focus),
        element("div", *plots, cls="chart"),
        folded(reading.words.as_table, _table(reading, lines, scale, caption, first_column)),
        aria_labelledby=key,
    )


def _legend(reading: Reading, focus: SeatId) -> Html:
    entry = reading.report.candidate(focus)
    name = text(reading.words.you) if entry is not None and entry.own else foreign(reading.name(focus))
    return element(
        "p",
        element("span", element("i", cls="swatch filled"), name),
        element("span", element("i", cls="swatch"), text(reading.words.others)),
        cls="legend",
        aria_hidden="true",
    )


def _description(reading: Reading, lines: tuple[DotLine, ...], focus: SeatId, scale: Scale) -> str:
    told = []
    for line in lines:
        own = next((entry.value for entry in line.seats if entry.seat_id == focus), None)
        value = reading.number(own, scale.decimals)
        told.append(reading.words.figure_entry.format(label=line.label, value=value))
    return f"{reading.name(focus)}: {', '.join(told)}."


def _table(
    reading: Reading, lines: tuple[DotLine, ...], scale: Scale, caption: str, first_column: str
) -> Html:
    seats = tuple(entry.seat_id for entry in lines[0].seats)
    rows = tuple(
        Row(
            heading=text(line.label),
            cells=tuple(text(reading.number(entry.value, scale.decimals)) for entry in line.seats),
        )
        for line in lines
    )
    columns = (text(first_column), *(reading.named(seat) for seat in seats))
    return joined(table(caption, columns, rows))
