"""The ranking as a table, and in one line."""

from __future__ import annotations

from rich.console import Group
from rich.table import Table
from rich.text import Text

from adapters.terminal.screen.question_panel import WIDEST
from adapters.terminal.screen.seat_names import plain_name, seat_name
from adapters.terminal.texts import Texts
from interview_engine.core.state import Room
from interview_engine.ids import SeatId
from interview_engine.scoring import Board, BoardRow, disclaimer

NARROW = 64
"""Columns below which the possible ranks and the number of answers are left out."""


def board_table(
    room: Room,
    board: Board,
    texts: Texts,
    *,
    me: SeatId | None,
    width: int,
    title: str,
    before: Board | None = None,
) -> Group:
    """Return the ranking with ties, movement, intervals and its disclaimer.

    Args:
        room: The room as the viewer may see it.
        board: The ranking.
        texts: The person's language.
        me: The viewer's seat.
        width: Columns of the screen.
        title: What stands above the table.
        before: The ranking that the viewer saw last, to show movements from.
    """
    wide = width >= NARROW
    table = Table(
        title=title, title_justify="left", title_style="bold", width=min(width, WIDEST), expand=True
    )
    table.add_column(texts.col_rank, no_wrap=True)
    table.add_column(texts.col_candidate, ratio=1, overflow="fold")
    table.add_column(texts.col_total, justify="right", no_wrap=True)
    table.add_column(texts.col_movement, justify="center", no_wrap=True)
    if wide:
        table.add_column(texts.col_interval, justify="center", no_wrap=True)
        table.add_column(texts.col_answers, justify="right", no_wrap=True)
        table.add_column(texts.col_note, no_wrap=True)
    for row in board.rows:
        cells = [
            rank_text(board, row, texts),
            seat_name(room, row.seat_id, texts, me),
            total_text(row.total, texts),
            movement_text(row, before),
        ]
        if wide:
            interval = texts.interval.format(best=row.rank_best, worst=row.rank_worst)
            cells += [interval if row.rank_best != row.rank_worst else texts.rank.format(rank=row.rank_best)]
            cells += [str(row.answers), texts.provisional if row.provisional else ""]
        elif row.provisional:
            cells[2] += "*"
        table.add_row(*cells, style="bold green" if row.seat_id == me else "")
    evidence = texts.board_evidence.format(answers=board.answers, comparisons=board.comparisons)
    return Group(table, Text(evidence, style="dim"), Text(disclaimer(room.settings.language), style="dim"))


def board_line(room: Room, board: Board, texts: Texts, *, me: SeatId | None) -> Text:
    """Return the ranking in one line."""
    line = Text(f"{texts.board_now}  ", style="dim")
    for place, row in enumerate(board.rows):
        name = texts.me_mark if row.seat_id == me else plain_name(room, row.seat_id)
        note = f"({texts.provisional})" if row.provisional and row.total is not None else ""
        rank = "" if row.total is None else f"{rank_text(board, row, texts)} "
        text = f"{rank}{name} {total_text(row.total, texts)}{note}"
        line.append(text, style="bold green" if row.seat_id == me else "dim")
        if place + 1 < len(board.rows):
            line.append(" · ", style="dim")
    return line


def rank_text(board: Board, row: BoardRow, texts: Texts) -> str:
    """Return a row's rank, marked when it is shared; a dash while nothing is scored."""
    if row.total is None:
        return "-"
    shared = sum(other.rank == row.rank and other.total is not None for other in board.rows) > 1
    return (texts.rank_tied if shared else texts.rank).format(rank=row.rank)


def total_text(total: float | None, texts: Texts) -> str:
    """Return a total, or the words for none."""
    return texts.no_total if total is None else texts.points.format(total=f"{total:.1f}")


def movement_text(row: BoardRow, before: Board | None) -> str:
    """Return how many ranks a candidate gained or lost since an earlier ranking."""
    old = (
        next((other.rank for other in before.rows if other.seat_id == row.seat_id), None) if before else None
    )
    if old is None:
        return ""
    gained = old - row.rank
    return f"▲{gained}" if gained > 0 else f"▼{-gained}" if gained < 0 else "-"
