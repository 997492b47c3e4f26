"""The question as a panel: which kind, who asks and why, how long, and when it is my turn."""

from __future__ import annotations

from rich.panel import Panel
from rich.text import Text

from adapters.terminal.screen.durations import clock_face
from adapters.terminal.screen.seat_names import plain_name
from adapters.terminal.texts import Texts
from interview_engine.core.stages import Stage
from interview_engine.core.state import Room
from interview_engine.core.turns import Round
from interview_engine.ids import RoundId, SeatId
from interview_engine.vocabulary import QuestionKind

WIDEST = 100
"""Columns beyond which lines are hard to read."""


def question_number(room: Room, round_id: RoundId) -> int:
    """Return a question's place in the interview, from 1; 0 when it was not asked."""
    asked = (*room.rounds, *((room.current,) if room.current else ()))
    return next((place for place, home in enumerate(asked, start=1) if home.round_id == round_id), 0)


def question_panel(room: Room, asked: Round, texts: Texts, *, me: SeatId | None, width: int) -> Panel:
    """Return the panel of a question.

    Args:
        room: The room as the viewer may see it.
        asked: The round.
        texts: The person's language.
        me: The viewer's seat.
        width: Columns of the screen.
    """
    question = asked.question
    body = Text(question.text if question else "", style="bold")
    if question and question.reason:
        body.append(f"\n\n{texts.why_asked.format(reason=question.reason)}", style="yellow")
    parent = room.turn(asked.parent) if asked.parent else None
    if parent is not None and parent.seat_id != me and question and not question.reason:
        about = texts.about_answer.format(name=plain_name(room, parent.seat_id))
        body.append(f"\n\n{about}", style="yellow")
    body.append(f"\n\n{_asker(room, asked, texts)} · {_time(asked, texts, me)}", style="dim")
    body.append(f"\n{order_line(room, asked, texts, me)}", style="cyan")
    return Panel(
        body,
        title=Text(question_title(room, asked, texts)),
        title_align="left",
        border_style="cyan",
        padding=(1, 2) if width >= 60 else (0, 1),
        width=min(width, WIDEST),
    )


def question_title(room: Room, asked: Round, texts: Texts) -> str:
    """Return what stands above a question: its number, where it is put, and what it is for."""
    number = question_number(room, asked.round_id)
    stage, kind = texts.stages[asked.stage], texts.kinds[asked.kind]
    if asked.kind is QuestionKind.CROSS_REFERENCE and len(asked.candidates) == 1:
        stage = texts.stages[Stage.INDIVIDUAL]
    if stage == kind:
        return texts.question_title_plain.format(number=number, stage=stage)
    return texts.question_title.format(number=number, stage=stage, kind=kind)


def order_line(room: Room, asked: Round, texts: Texts, me: SeatId | None) -> str:
    """Return who answers in which order, and how many come before the viewer."""
    if asked.simultaneous:
        return texts.order_simultaneous
    if len(asked.candidates) == 1:
        only = asked.candidates[0]
        return texts.order_only_mine if only == me else texts.order_only.format(name=plain_name(room, only))
    names = [texts.me_mark if seat_id == me else plain_name(room, seat_id) for seat_id in asked.candidates]
    line = texts.order_line.format(order=" → ".join(names))
    return f"{line}\n{my_place(asked, texts, me)}" if me is not None else line


def my_place(asked: Round, texts: Texts, me: SeatId | None) -> str:
    """Return how many answers come before the viewer's, counted from the turns that are still open."""
    if me not in asked.candidates:
        return texts.order_not_mine
    before = 0
    for turn in asked.turns:
        if turn.seat_id == me:
            break
        before += turn.outcome is None
    if before == 0:
        return texts.order_mine_first
    return texts.order_mine_next if before == 1 else texts.order_mine_later.format(count=before)


def _asker(room: Room, asked: Round, texts: Texts) -> str:
    seat = room.seat(asked.interviewer)
    return texts.asked_by.format(name=seat.name, title=seat.headline) if seat else asked.interviewer


def _time(asked: Round, texts: Texts, me: SeatId | None) -> str:
    mine = next((turn.allowance_ms for turn in asked.turns if turn.seat_id == me), None)
    return texts.time_allowed.format(time=clock_face(mine or asked.answer_ms))
