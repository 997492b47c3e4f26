"""The figures at the end: statistics per candidate, and how the panel judged."""

from __future__ import annotations

from interview_engine.reports.page.markup import NOTHING, Html, element, foreign, joined, text
from interview_engine.reports.page.reading import Reading
from interview_engine.reports.page.table import Row, table
from interview_engine.reports.report import SeatSummary


def figures_section(reading: Reading) -> Html:
    """Return both tables; nothing before the first turn."""
    words = reading.words
    if not any(entry.turns for entry in reading.report.summaries):
        return NOTHING
    return element(
        "section",
        element("h2", text(words.figures), id="figures"),
        _candidates(reading),
        _panel(reading),
        aria_labelledby="figures",
    )


def _candidates(reading: Reading) -> Html:
    words = reading.words
    columns = (
        words.candidate,
        words.turns,
        words.turn_share,
        words.word_share,
        words.time_share,
        words.unanswered,
        words.mean,
        words.best,
        words.worst,
        words.deviation,
        words.trend,
        words.spread,
    )
    rows = tuple(
        Row(
            heading=reading.named(entry.seat_id),
            cells=tuple(text(cell) for cell in _cells(reading, entry)),
            own=entry.seat_id == reading.report.seat_id,
        )
        for entry in reading.report.summaries
    )
    return table(words.figures_caption, tuple(text(column) for column in columns), rows)


def _cells(reading: Reading, entry: SeatSummary) -> tuple[str, ...]:
    scored = entry.answers > 0
    return (
        str(entry.turns),
        reading.percent(entry.turn_share),
        reading.percent(entry.word_share),
        reading.percent(entry.time_used),
        str(entry.unanswered),
        reading.number(entry.mean),
        reading.number(entry.best),
        reading.number(entry.worst),
        reading.number(entry.deviation if scored else None),
        _signed(reading, entry.trend),
        reading.number(entry.judge_spread if scored else None),
    )


def _panel(reading: Reading) -> Html:
    words = reading.words
    rows = tuple(
        Row(
            heading=joined(foreign(entry.name), element("span", foreign(entry.headline), cls="soft"), by=" "),
            cells=(
                text(str(entry.questions)),
                text(str(entry.opinions)),
                text(reading.number(entry.mean_level, 2)),
                text(_signed(reading, entry.lean, 2)),
            ),
        )
        for entry in reading.report.panel
    )
    columns = (words.interviewer, words.asked, words.judged, words.mean_level, words.lean)
    return joined(
        table(words.panel_caption, tuple(text(column) for column in columns), rows),
        element("p", text(words.panel_note), cls="note"),
    )


def _signed(reading: Reading, value: float | None, decimals: int = 1) -> str:
    if value is None:
        return reading.words.unknown
    rounded = round(value, decimals) + 0.0
    # A minus sign, which is as wide as a plus; zero has neither.
    return f"{rounded:+.{decimals}f}".replace("-", "−") if rounded else f"{0:.{decimals}f}"
