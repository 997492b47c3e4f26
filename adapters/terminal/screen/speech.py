"""An AI candidate's answer, as it is put on the screen."""

from __future__ import annotations

import attrs
from rich.console import Console
from rich.text import Text

from interview_engine.ids import Millis, SeatId, TurnId

INDENT = "  "


@attrs.frozen(kw_only=True)
class Speech:
    """Something that a candidate says.

    Attributes:
        turn_id, seat_id: The turn and whose it is.
        heading: Who speaks.
        text: What is said; empty while all write at once.
        began, ends: Instants.
    """

    turn_id: TurnId
    seat_id: SeatId
    heading: str
    text: str
    began: Millis
    ends: Millis


def wrapped(text: str, console: Console) -> tuple[str, ...]:
    """Return a text in indented lines that fit the screen, wide characters counted as two columns."""
    width = max(10, min(console.width, 100) - len(INDENT) - 1)
    lines = Text(text).wrap(console, width)
    return tuple(f"{INDENT}{line.plain.rstrip()}" for line in lines)


def say_at_once(speech: Speech, console: Console) -> None:
    """Print a speech whole."""
    console.print(Text(f"\n● {speech.heading}", style="magenta"))
    for line in wrapped(speech.text, console):
        console.print(Text(line))
