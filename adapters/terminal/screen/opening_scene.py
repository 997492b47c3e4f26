"""The room at the start: who sits where."""

from __future__ import annotations

from rich.console import Group
from rich.table import Table
from rich.text import Text

from adapters.terminal.screen.question_panel import WIDEST
from adapters.terminal.texts import Texts
from interview_engine.core.seats import SeatKind
from interview_engine.core.state import Room
from interview_engine.ids import SeatId
from interview_engine.personas.companies import places


def opening_scene(room: Room, texts: Texts, *, me: SeatId | None) -> Group:
    """Return what the interview is, who answers and who asks.

    Args:
        room: The room as the viewer may see it.
        texts: The person's language.
        me: The viewer's seat.
    """
    settings = room.settings
    language = settings.language
    company = (
        places().company_name(settings.company).spoken_in(language) if settings.company else texts.any_company
    )
    line = texts.room_line.format(
        company=company,
        role=places().role_name(settings.role).spoken_in(language),
        preset=texts.presets[settings.preset],
        difficulty=settings.difficulty,
        visibility=texts.visibilities[settings.visibility],
    )
    return Group(Text(texts.app_title, style="bold cyan"), Text(line), Text(""), _seats(room, texts, me))


def _seats(room: Room, texts: Texts, me: SeatId | None) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), width=None, pad_edge=False)
    table.add_column(no_wrap=True, style="cyan")
    table.add_column(no_wrap=True)
    table.add_column(style="dim", overflow="fold", max_width=WIDEST)
    for seat in room.candidates():
        mark = texts.me_mark if seat.seat_id == me else texts.ai_mark if seat.kind is SeatKind.AI else ""
        name = f"{seat.name} ({mark})" if mark else seat.name
        number = texts.seat_number.format(number=seat.number)
        table.add_row(number, name, seat.headline, style="bold green" if seat.seat_id == me else "")
    for seat in room.panel():
        table.add_row(texts.panel_title, seat.name, seat.headline)
    return table
