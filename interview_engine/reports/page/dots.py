"""A dot plot: per line one scale, the focus's dot filled, the others' hollow, and their range behind them."""

from __future__ import annotations

import attrs

from interview_engine.ids import SeatId
from interview_engine.reports.page.markup import NOTHING, Html, element, joined, text
from interview_engine.reports.page.reading import figure
from interview_engine.reports.report import SeatFigure


@attrs.frozen(kw_only=True)
class DotLine:
    """One line: what it is called, and everybody's figure."""

    label: str
    seats: tuple[SeatFigure, ...]


@attrs.frozen(kw_only=True)
class Scale:
    """The figures that a plot spans, and those that are marked."""

    low: float
    high: float
    ticks: tuple[float, ...]
    decimals: int


@attrs.frozen(kw_only=True)
class DotFrame:
    """The measures of one drawing; a narrow one sets each label above its line."""

    name: str
    width: int
    left: int
    step: int
    label_above: bool


WIDE = DotFrame(name="wide", width=720, left=150, step=38, label_above=False)
NARROW = DotFrame(name="narrow", width=342, left=12, step=54, label_above=True)
_RIGHT = 58
_TOP = 14


def dot_plot(
    frame: DotFrame,
    scale: Scale,
    lines: tuple[DotLine, ...],
    focus: SeatId | None,
    *,
    key: str,
    title: str,
    description: str,
) -> Html:
    """Return the drawing of one plot in one frame.

    Args:
        frame: Its measures.
        scale: What it spans.
        lines: From top to bottom.
        focus: Whose dot is filled and whose figure is written out.
        key: Begins the ids of title and description.
        title: What is drawn.
        description: The figures in words.
    """
    title_id, description_id = f"{key}-{frame.name}-title", f"{key}-{frame.name}-text"
    foot = _TOP + frame.step * len(lines)
    return element(
        "svg",
        element("title", text(title), id=title_id),
        element("desc", text(description), id=description_id),
        *(_tick(frame, scale, value, foot) for value in scale.ticks),
        *(_line(frame, scale, line, focus, _TOP + frame.step * place) for place, line in enumerate(lines)),
        viewBox=f"0 0 {frame.width} {foot + 24}",
        cls=f"drawing {frame.name}",
        role="img",
        aria_labelledby=f"{title_id} {description_id}",
    )


def place_of(value: float, frame: DotFrame, scale: Scale) -> float:
    """Return where a figure stands from the left, in the frame's units."""
    span = frame.width - frame.left - _RIGHT
    return round(frame.left + span * (value - scale.low) / (scale.high - scale.low), 1)


def _tick(frame: DotFrame, scale: Scale, value: float, foot: int) -> Html:
    x = f"{place_of(value, frame, scale):g}"
    return joined(
        element("line", x1=x, x2=x, y1=str(_TOP - 6), y2=str(foot), cls="grid"),
        element("text", text(f"{value:g}"), x=x, y=str(foot + 18), cls="tick", text_anchor="middle"),
    )


def _line(frame: DotFrame, scale: Scale, line: DotLine, focus: SeatId | None, top: int) -> Html:
    y = top + (34 if frame.label_above else frame.step // 2)
    label = element(
        "text",
        text(line.label),
        x=str(0 if frame.label_above else frame.left - 20),
        y=str(top + 16 if frame.label_above else y + 4),
        cls="name",
        text_anchor="start" if frame.label_above else "end",
    )
    rivals = [entry.value for entry in line.seats if entry.value is not None and entry.seat_id != focus]
    own = next((entry.value for entry in line.seats if entry.seat_id == focus), None)
    return joined(
        label,
        _range(frame, scale, rivals, y),
        *(
            element("circle", cx=f"{place_of(value, frame, scale):g}", cy=str(y), r="5", cls="dot hollow")
            for value in rivals
        ),
        _own(frame, scale, own, y),
    )


def _range(frame: DotFrame, scale: Scale, rivals: list[float], y: int) -> Html:
    if len(rivals) < 2:
        return NOTHING
    low, high = (f"{place_of(value, frame, scale):g}" for value in (min(rivals), max(rivals)))
    return element("line", x1=low, x2=high, y1=str(y), y2=str(y), cls="range")


def _own(frame: DotFrame, scale: Scale, own: float | None, y: int) -> Html:
    if own is None:
        return NOTHING
    return joined(
        element("circle", cx=f"{place_of(own, frame, scale):g}", cy=str(y), r="7", cls="dot focus"),
        element(
            "text",
            text(figure(own, scale.decimals)),
            x=str(frame.width),
            y=str(y + 5),
            cls="value",
            text_anchor="end",
        ),
    )
