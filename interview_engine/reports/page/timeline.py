"""The rank timeline: one line per candidate over the questions, and the same as a table."""

from __future__ import annotations

import math

import attrs

from interview_engine.ids import SeatId
from interview_engine.reports.page.markup import NOTHING, Html, element, foreign, joined, text
from interview_engine.reports.page.reading import Reading
from interview_engine.reports.page.table import Row, folded, table
from interview_engine.reports.report import TimelinePoint


@attrs.frozen(kw_only=True)
class Frame:
    """The measures of one drawing, in its own units; it is drawn twice, for wide and for narrow screens."""

    name: str
    width: int
    right: int
    step: int
    longest_name: int
    left: int = 30
    top: int = 16
    bottom: int = 34
    label_gap: int = 26


WIDE = Frame(name="wide", width=720, right=132, step=34, longest_name=12)
NARROW = Frame(name="narrow", width=342, right=88, step=30, longest_name=6, left=22, label_gap=22)
_DOTS_FROM = 11
"""Units between two questions from which a dot on each is still told apart."""


def timeline_section(reading: Reading) -> Html:
    """Return the section with the chart and its table; a sentence when there is nothing to draw."""
    words = reading.words
    points = reading.report.timeline
    heading = element("h2", text(words.timeline), id="timeline")
    if not points:
        return element("section", heading, element("p", text(words.no_timeline), cls="note"))
    return element(
        "section",
        heading,
        element("p", text(words.timeline_note), cls="note"),
        element("div", timeline_chart(reading, WIDE), timeline_chart(reading, NARROW), cls="chart"),
        folded(words.as_table, _table(reading)),
        aria_labelledby="timeline",
    )


def timeline_chart(reading: Reading, frame: Frame) -> Html:
    """Return the drawing in one frame: rank 1 on top, the focus's line last, so that it lies on top."""
    points = reading.report.timeline
    focus = reading.report.focus
    seats = tuple(place.seat_id for place in points[-1].places)
    bottom = frame.top + frame.step * (len(seats) - 1)
    ordered = sorted(seats, key=lambda seat: seat == focus)
    title, description = f"timeline-{frame.name}-title", f"timeline-{frame.name}-text"
    return element(
        "svg",
        element("title", text(reading.words.timeline_title), id=title),
        element("desc", text(_description(reading)), id=description),
        *(_rank_line(rank, frame) for rank in range(1, len(seats) + 1)),
        *_question_labels(points, frame, bottom),
        *(_line(seat, points, frame, focused=seat == focus) for seat in ordered),
        *(
            _label(reading, seat, slot, points[-1], frame, focused=seat == focus)
            for slot, seat in enumerate(seats)
        ),
        viewBox=f"0 0 {frame.width} {bottom + frame.bottom}",
        cls=f"drawing {frame.name}",
        role="img",
        aria_labelledby=f"{title} {description}",
    )


def line_points(
    seat: SeatId, points: tuple[TimelinePoint, ...], frame: Frame
) -> tuple[tuple[float, float], ...]:
    """Return where a candidate's line runs, in the frame's units; questions without a place are left out."""
    return tuple(
        (_x(index, len(points), frame), float(frame.top + (place.rank - 1) * frame.step))
        for index, point in enumerate(points)
        for place in point.places
        if place.seat_id == seat
    )


def _x(index: int, count: int, frame: Frame) -> float:
    span = frame.width - frame.left - frame.right - 12
    return round(frame.left + 12 + (span * index / (count - 1) if count > 1 else span), 1)


def _rank_line(rank: int, frame: Frame) -> Html:
    y = frame.top + (rank - 1) * frame.step
    return joined(
        element(
            "line", x1=str(frame.left), x2=str(frame.width - frame.right), y1=str(y), y2=str(y), cls="grid"
        ),
        element("text", text(str(rank)), x=str(frame.left - 8), y=str(y + 4), cls="tick", text_anchor="end"),
    )


def _question_labels(points: tuple[TimelinePoint, ...], frame: Frame, bottom: int) -> tuple[Html, ...]:
    span = frame.width - frame.left - frame.right - 12
    every = max(1, math.ceil(len(points) * frame.label_gap / span))
    return tuple(
        element(
            "text",
            text(f"Q{point.number}"),
            x=str(_x(index, len(points), frame)),
            y=str(bottom + 26),
            cls="tick",
            text_anchor="middle",
        )
        for index, point in enumerate(points)
        if index % every == 0
    )


def _line(seat: SeatId, points: tuple[TimelinePoint, ...], frame: Frame, *, focused: bool) -> Html:
    course = line_points(seat, points, frame)
    style = "focus" if focused else "rival"
    gap = (frame.width - frame.left - frame.right - 12) / max(1, len(points) - 1)
    dotted = course if focused and gap >= _DOTS_FROM else course[-1:]
    return joined(
        element("polyline", points=" ".join(f"{x:g},{y:g}" for x, y in course), cls=f"course {style}"),
        *(
            element("circle", cx=f"{x:g}", cy=f"{y:g}", r="4.5" if focused else "3", cls=f"dot {style}")
            for x, y in dotted
        ),
    )


def _label(
    reading: Reading, seat: SeatId, slot: int, last: TimelinePoint, frame: Frame, *, focused: bool
) -> Html:
    """Return a candidate's name at the end of the line; tied ones get lines of their own below each other."""
    rank = next(place.rank for place in last.places if place.seat_id == seat)
    end = frame.width - frame.right
    from_y, to_y = frame.top + (rank - 1) * frame.step, frame.top + slot * frame.step
    leader = NOTHING
    if from_y != to_y:
        leader = element(
            "line", x1=f"{end + 4}", y1=f"{from_y}", x2=f"{end + 12}", y2=f"{to_y}", cls="leader"
        )
    name = reading.name(seat)
    if len(name) > frame.longest_name:
        name = f"{name[: frame.longest_name - 1]}…"
    entry = reading.report.candidate(seat)
    own = f" ({reading.words.you})" if entry is not None and entry.own else ""
    return joined(
        leader,
        element(
            "text",
            text(f"{name}{own}"),
            x=str(end + 15),
            y=str(to_y + 4),
            cls="name focus" if focused else "name",
        ),
    )


def _description(reading: Reading) -> str:
    points = reading.report.timeline
    told = []
    for place in points[-1].places:
        ranks = [old.rank for point in points for old in point.places if old.seat_id == place.seat_id]
        told.append(
            reading.words.timeline_path.format(
                name=reading.name(place.seat_id), first=ranks[0], last=place.rank
            )
        )
    return " ".join(told)


def _table(reading: Reading) -> Html:
    words = reading.words
    points = reading.report.timeline
    seats = tuple(place.seat_id for place in points[-1].places)
    columns = (text(words.moment), *(reading.named(seat) for seat in seats))
    rows = tuple(
        Row(
            heading=text(words.after_question.format(number=point.number)),
            cells=tuple(_cell(reading, point, seat) for seat in seats),
        )
        for point in points
    )
    return table(words.timeline_caption, columns, rows)


def _cell(reading: Reading, point: TimelinePoint, seat: SeatId) -> Html:
    for place in point.places:
        if place.seat_id == seat:
            rank = text(reading.words.place.format(rank=place.rank))
            total = element("span", text(reading.number(place.total)), cls="soft")
            return joined(rank, total, by=" · ")
    return foreign(reading.words.unknown)
