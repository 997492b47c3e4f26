"""The end of an interview: the ranking, the person's feedback, their figures, and what to do next."""

from __future__ import annotations

from pathlib import Path

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from adapters.terminal.program_name import program_name
from adapters.terminal.screen.board_table import board_table, total_text
from adapters.terminal.screen.question_panel import WIDEST
from adapters.terminal.texts import Texts
from interview_engine.core.state import Room
from interview_engine.core.turns import Turn
from interview_engine.ids import Millis, SeatId
from interview_engine.scoring import Board, Feedback, SeatStatistics, TurnFacts, seat_statistics


def final_report(
    room: Room, texts: Texts, *, me: SeatId | None, width: int, before: Board | None = None
) -> Group:
    """Return everything that a person takes home from a finished interview.

    Args:
        room: The finished room, as the person may see it.
        texts: The person's language.
        me: The person's seat.
        width: Columns of the screen.
        before: The ranking that the person saw last.
    """
    parts: list[RenderableType] = [
        board_table(room, room.board, texts, me=me, width=width, title=texts.board_final, before=before)
    ]
    feedback = next((item.feedback for item in room.feedback if item.seat_id == me), None)
    parts.append(Text(""))
    parts.append(_feedback_panel(feedback, texts, width))
    figures = next((entry for entry in seat_statistics(turn_facts(room)) if entry.seat_id == me), None)
    if figures is not None:
        parts.append(_figures_table(figures, texts))
    return Group(*parts)


def turn_facts(room: Room) -> tuple[TurnFacts, ...]:
    """Return what the statistics need of every closed turn of a room."""
    return tuple(
        _facts(number, turn)
        for number, home in enumerate(room.rounds, start=1)
        for turn in home.turns
        if turn.outcome is not None
    )


def _facts(number: int, turn: Turn) -> TurnFacts:
    used = (turn.closed_at or 0) - (turn.opened_at or 0) if turn.closed_at else 0
    return TurnFacts(
        turn_id=turn.turn_id,
        seat_id=turn.seat_id,
        round_number=number,
        characters=len(turn.text),
        used=Millis(used),
        allowed=turn.allowance_ms,
        score=turn.score,
    )


def _feedback_panel(feedback: Feedback | None, texts: Texts, width: int) -> Panel:
    body = Text(texts.no_feedback) if feedback is None else _feedback_text(feedback, texts)
    title = Text(texts.feedback_title)
    padding = (1, 2) if width >= 60 else (0, 1)
    return Panel(
        body, title=title, title_align="left", border_style="green", padding=padding, width=min(width, WIDEST)
    )


def _feedback_text(feedback: Feedback, texts: Texts) -> Text:
    body = Text(feedback.summary, style="bold")
    sections = [
        (texts.strength_title, feedback.strength.text if feedback.strength else "", "green"),
        (texts.obstacle_title, feedback.obstacle.text, "yellow"),
        (texts.drill_title, feedback.drill, "cyan"),
        (texts.rival_title, feedback.rival, "magenta"),
    ]
    for title, text, style in sections:
        if text:
            body.append(f"\n\n▪ {title}\n", style=style).append(text, style="none")
    if feedback.missed:
        body.append(f"\n\n▪ {texts.missed_title}", style="yellow")
        for missed in feedback.missed:
            line = texts.missed_line.format(point=missed.point, question=missed.question)
            body.append(f"\n  · {line}", style="none")
    return body


def _figures_table(figures: SeatStatistics, texts: Texts) -> RenderableType:
    table = Table(
        title=texts.statistics_title, title_justify="left", title_style="bold", show_header=False, box=None
    )
    table.add_column(style="dim")
    table.add_column(justify="right")
    extremes = f"{total_text(figures.best, texts)} / {total_text(figures.worst, texts)}"
    rows = [
        (texts.stat_mean, total_text(figures.mean, texts)),
        (texts.stat_range, extremes),
        (texts.stat_deviation, f"{figures.deviation:.1f}"),
        (texts.stat_trend, "-" if figures.trend is None else f"{figures.trend:+.1f}"),
        (texts.stat_spread, f"{figures.judge_spread:.1f}"),
        (texts.stat_share, f"{figures.share:.0%}"),
        (texts.stat_time, f"{figures.time_used:.0%}"),
        (texts.stat_unanswered, texts.count.format(count=figures.unanswered)),
    ]
    for name, value in rows:
        table.add_row(name, value)
    return Padding(table, (1, 0, 0, 0))


def weakest_question(room: Room, me: SeatId | None) -> int | None:
    """Return the number of the question that the person answered worst; None without any score."""
    scored = [
        (turn.score.total, number)
        for number, home in enumerate(room.rounds, start=1)
        for turn in home.turns
        if turn.seat_id == me and turn.score is not None and turn.score.total is not None
    ]
    return min(scored)[1] if scored else None


def next_steps(room: Room, texts: Texts, me: SeatId | None, log: Path) -> Text:
    """Return commands to go on with; print it unwrapped, so that they can be copied.

    Args:
        room: The finished room, as the person may see it.
        texts: The person's language.
        me: The person's seat.
        log: Where the log is.
    """
    steps = Text(f"\n{texts.next_steps_title}\n", style="bold")
    number, program = weakest_question(room, me), program_name()
    commands = [(texts.next_verify, f"{program} verify {log}")]
    if number is not None:
        again = f"{program} fork {log} --question {number}"
        commands.append((texts.next_fork.format(number=number), again))
    commands.append((texts.next_replay, f"{program} replay {log}"))
    for what, command in commands:
        steps.append(f"  · {what}\n", style="none").append(f"    {command}\n", style="dim")
    return steps
