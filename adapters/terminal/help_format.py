"""Help pages in the person's language, wrapped by columns instead of characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click
from rich.cells import cell_len, set_cell_size

from adapters.terminal.texts.help_texts import HelpTexts

_GAP = 2
_WIDEST_TERM = 28


class PoliteFormatter(click.HelpFormatter):
    """Click's formatter with translated headings, for text in which a character may take two columns."""

    def __init__(self, words: HelpTexts, *, width: int | None, max_width: int | None) -> None:
        super().__init__(width=width, max_width=max_width)
        self._words = words

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that shows how a command is called."""
        del prefix
        super().write_usage(prog, args, self._words.usage)

    def write_heading(self, heading: str) -> None:
        """Write the heading of a section."""
        known = {"Options": self._words.options, "Commands": self._words.commands}
        super().write_heading(known.get(heading, heading))

    def write_text(self, text: str) -> None:
        """Write paragraphs."""
        for place, paragraph in enumerate(text.split("\n\n")):
            if place:
                self.write("\n")
            for line in wrapped_cells(paragraph, self.width - self.current_indent):
                self.write(f"{'':>{self.current_indent}}{line}\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = _GAP) -> None:
        """Write a list of terms with their explanations."""
        del col_max, col_spacing
        rows = tuple(rows)
        indent = " " * self.current_indent
        column = min(_WIDEST_TERM, max((cell_len(term) for term, _ in rows), default=0)) + _GAP
        room = max(20, self.width - self.current_indent - column)
        for term, explanation in rows:
            lines = list(wrapped_cells(explanation, room)) or [""]
            if cell_len(term) > column - _GAP:
                self.write(f"{indent}{term}\n")
            else:
                self.write(f"{indent}{set_cell_size(term, column)}{lines.pop(0)}\n")
            for line in lines:
                self.write(f"{indent}{' ' * column}{line}\n")


def wrapped_cells(text: str, width: int) -> Iterator[str]:
    """Yield a text's lines, broken at white space, none wider than `width` columns where words allow."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if line and cell_len(longer) > width:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line
