"""The board, the comparison with the rival just above, and the key points that were left out."""

from __future__ import annotations

from interview_engine.reports.page.markup import NOTHING, Html, element, foreign, joined, text
from interview_engine.reports.page.reading import Reading
from interview_engine.reports.page.table import Row, table


def board_section(reading: Reading) -> Html:
    """Return everybody's places; nothing while no board may be shown."""
    report, words = reading.report, reading.words
    if not report.board:
        return NOTHING
    rows = tuple(
        Row(
            heading=joined(
                element("span", text(words.place.format(rank=row.rank)), cls="place"),
                reading.named(row.seat_id),
                by=" ",
            ),
            cells=(
                text(reading.number(row.total)),
                text(reading.ranks(row.rank_best, row.rank_worst)),
                text(words.answers_unit.format(count=row.answers)),
            ),
            own=row.seat_id == report.seat_id,
        )
        for row in report.board
    )
    columns = (words.candidate, words.total, words.interval_column, words.answers)
    return element(
        "section",
        element("h2", text(words.board if report.finished else words.board_so_far), id="board"),
        element("p", text(words.board_note), cls="note"),
        table(words.board_caption, tuple(text(column) for column in columns), rows, quiet=True),
        _rival(reading),
        _missed(reading),
        aria_labelledby="board",
    )


def _rival(reading: Reading) -> Html:
    feedback = reading.report.feedback
    if feedback is None or not feedback.rival:
        return NOTHING
    return element(
        "div",
        element("h3", text(reading.words.rival)),
        element("p", foreign(feedback.rival), lang=reading.foreign_language),
        cls="aside",
    )


def _missed(reading: Reading) -> Html:
    feedback = reading.report.feedback
    if feedback is None or not feedback.missed:
        return NOTHING
    items = []
    for missed in feedback.missed:
        home = reading.report.question_of(missed.turn_id)
        where = NOTHING
        if home is not None:
            label = reading.words.missed_at.format(number=home.number)
            where = element("a", text(label), href=f"#question-{home.number}")
        items.append(
            element(
                "li",
                element("span", foreign(missed.point), lang=reading.foreign_language),
                joined(text(" "), where),
            )
        )
    return element(
        "div", element("h3", text(reading.words.missed)), element("ul", *items, cls="missed"), cls="aside"
    )
