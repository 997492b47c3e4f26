"""Tables that a screen reader can walk through: a caption, and a scope on every heading."""

from __future__ import annotations

import attrs

from interview_engine.reports.page.markup import NOTHING, Html, element, text


@attrs.frozen(kw_only=True)
class Row:
    """A line: its heading, its cells, and whether it is the reader's own."""

    heading: Html
    cells: tuple[Html, ...]
    own: bool = False


def table(caption: str, columns: tuple[Html, ...], rows: tuple[Row, ...], *, quiet: bool = False) -> Html:
    """Return a table that scrolls by itself where it is too wide.

    Args:
        caption: What it shows.
        columns: Headings, the one above the row headings first.
        rows: The lines; each has one cell fewer than there are columns.
        quiet: True hides the caption from the eye, not from a screen reader.
    """
    head = element("tr", *(element("th", column, scope="col") for column in columns))
    body = (
        element(
            "tr",
            element("th", row.heading, scope="row"),
            *(element("td", cell) for cell in row.cells),
            cls="own" if row.own else None,
        )
        for row in rows
    )
    return element(
        "div",
        element(
            "table",
            element("caption", text(caption), cls="quiet" if quiet else None),
            element("thead", head),
            element("tbody", *body),
        ),
        cls="scroll",
        tabindex="0",
        role="region",
        aria_label=caption,
    )


def folded(summary: str, content: Html) -> Html:
    """Return content behind a line that opens it; nothing when there is no content."""
    if not content:
        return NOTHING
    return element("details", element("summary", text(summary)), content, cls="fold")
