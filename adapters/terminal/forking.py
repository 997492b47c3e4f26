"""Answering one question again: the past and the rivals' answers are the parent's, only one's own is new."""

from __future__ import annotations

from pathlib import Path

from rich.table import Table
from rich.text import Text

from adapters.terminal.answer_sheet import AnswerSheet
from adapters.terminal.bootstrap import Program
from adapters.terminal.evidence import board_until, score_of
from adapters.terminal.failures import ExitCode, Failure
from adapters.terminal.playing import come_back, open_session
from adapters.terminal.same_rivals import performer_of
from adapters.terminal.screen.board_table import movement_text, rank_text, total_text
from adapters.terminal.screen.presenter import Presenter
from adapters.terminal.seat_choice import own_seat
from adapters.terminal.session import Session
from adapters.terminal.texts import Texts
from adapters.terminal.written_play import play_written
from interview_engine.core.forking import fork, seq_of_round
from interview_engine.core.log import Record, fold_log
from interview_engine.core.state import Room
from interview_engine.core.turns import Round
from interview_engine.core.views import Viewer
from interview_engine.ids import RoomId, RoundId, SeatId
from interview_engine.offline.interview import ME, Interview


def answer_again(
    program: Program,
    log: tuple[Record, ...],
    number: int,
    sheet: AnswerSheet | None,
    new_log: Path | None,
) -> int:
    """Fork a log where a question was asked, play just that question, and compare; return the exit code.

    Args:
        program: The program.
        log: The parent's records.
        number: The question's place in the interview, from 1.
        sheet: The new answer; typed at the keyboard when None.
        new_log: Where to write the fork's log; beside other logs when None.

    Raises:
        Failure: When the question was not put to the person.
    """
    texts = program.texts
    parent = fold_log(log)
    asked = _question(parent, number, texts)
    at = seq_of_round(log, asked.round_id)
    room_id = RoomId(f"{parent.room_id}-q{number}-{program.seed()[:6]}")
    forked = fork(log, at, room_id=room_id, salt=program.salt())
    interview = Interview(
        salt=program.salt(),
        log=forked,
        catalogue=program.catalogue(),
        performer=performer_of(log),
    )
    console = program.console()
    console.print(Text(texts.fork_intro.format(number=number), style="bold cyan"))
    session = open_session(program, interview, new_log)
    with session.journal:
        code = _play(program, session, asked.round_id, sheet, shown=len(forked))
    if code != ExitCode.FINE:
        return code
    console.print()
    console.print(_comparison(log, tuple(interview.log), asked.round_id, number, texts))
    saved = texts.fork_saved.format(path=session.journal.path)
    console.print(Text(saved, style="dim"), soft_wrap=True)
    return code


def _question(room: Room, number: int, texts: Texts) -> Round:
    seat_id = own_seat(room, None, texts)
    if seat_id is None:
        raise Failure(texts.trouble.error_no_human)
    asked: tuple[Round, ...] = (*room.rounds, *((room.current,) if room.current else ()))
    mine: dict[int, Round] = {
        place: home for place, home in enumerate(asked, start=1) if seat_id in home.candidates
    }
    if number not in mine:
        numbers = ", ".join(map(str, mine)) or "-"
        text = texts.trouble.error_not_mine.format(number=number)
        raise Failure(text, texts.trouble.hint_not_mine.format(numbers=numbers))
    return mine[number]


def _play(
    program: Program, session: Session, round_id: RoundId, sheet: AnswerSheet | None, *, shown: int
) -> int:
    def closed(played: Session) -> bool:
        return any(home.round_id == round_id for home in played.interview.room.rounds)

    if sheet is None:
        from adapters.terminal.live.player import play_live_until

        clock = program.clock(session.interview.now)
        come_back(session, clock())
        return play_live_until(program, session, clock, closed, shown=shown)
    come_back(session, session.interview.now)
    presenter = Presenter(program.console(), program.texts, Viewer(seat_id=ME), costs=session.costs)
    presenter.skip(session.fresh_records()[:shown])
    presenter.recap()
    play_written(session, {ME: sheet}, presenter, until=closed)
    return ExitCode.FINE


def _comparison(
    before: tuple[Record, ...], after: tuple[Record, ...], round_id: RoundId, number: int, texts: Texts
) -> Table:
    """Return score, total and rank of the person, on the evidence up to and including the question."""
    old, new = board_until(before, round_id), board_until(after, round_id)
    table = Table(title=texts.fork_title.format(number=number), title_justify="left", title_style="bold")
    for heading in ("", texts.fork_before, texts.fork_after, texts.col_movement):
        table.add_column(heading, justify="right" if heading else "left")
    seat_id = _person(after)
    rows = [next((row for row in board.rows if row.seat_id == seat_id), None) for board in (old, new)]
    scores = [score_of(log, round_id, seat_id) for log in (before, after)]
    table.add_row(
        texts.fork_answer_score,
        *(total_text(score, texts) for score in scores),
        _change(scores[0], scores[1]),
    )
    totals = [row.total if row else None for row in rows]
    table.add_row(texts.fork_total, *(total_text(total, texts) for total in totals), _change(*totals))
    ranks = [
        rank_text(board, row, texts) if row else "-" for board, row in zip((old, new), rows, strict=True)
    ]
    table.add_row(texts.fork_rank, *ranks, movement_text(rows[1], old) if rows[1] else "")
    return table


def _person(log: tuple[Record, ...]) -> SeatId:
    return fold_log(log).humans()[0].seat_id


def _change(before: float | None, after: float | None) -> str:
    return "" if before is None or after is None else f"{after - before:+.1f}"
