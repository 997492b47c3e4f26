"""The ways to play: typed or prepared answers, a new interview or one to go on with."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.text import Text

from adapters.terminal.answer_sheet import AnswerSheet
from adapters.terminal.bootstrap import Program
from adapters.terminal.failures import ExitCode
from adapters.terminal.journal import Journal, tail_file
from adapters.terminal.log_reading import LogFile, damaged, look_at_log, refuse_edited, refuse_empty
from adapters.terminal.opening import Wishes, companion_seat, prepare, start
from adapters.terminal.screen.cost_line import cost_line
from adapters.terminal.screen.final_report import final_report, next_steps
from adapters.terminal.screen.presenter import Presenter
from adapters.terminal.seat_choice import own_seat
from adapters.terminal.session import Session
from adapters.terminal.wish_list import Flags, wishes_from
from adapters.terminal.writers import Writers
from adapters.terminal.written_play import play_written
from interview_engine.core import commands as c
from interview_engine.core.log import room_of
from interview_engine.core.stages import Stage
from interview_engine.core.views import Viewer
from interview_engine.ids import Millis, RoomId, SeatId
from interview_engine.offline.interview import ME, Interview
from interview_engine.offline.performing import perform
from interview_engine.personas.catalogue import Catalogue


def play_prepared(
    program: Program, wishes: Wishes, sheets: tuple[AnswerSheet, ...], catalogue: Catalogue, log: Path | None
) -> int:
    """Play a new interview with prepared answers; return the exit code.

    Args:
        program: The program.
        wishes: What the person wants of the interview.
        sheets: The answers of the person, then of each companion.
        catalogue: Personas and questions.
        log: Where to write the log; a new file in the data folder when None.
    """
    with opened_writers(program, catalogue) as writers:
        interview = prepare(
            wishes, salt=program.salt(), now=program.clock()(), catalogue=catalogue, writers=writers
        )
        start(interview)
        session = open_session(program, interview, log, writers)
        presenter = Presenter(program.console(), program.texts, Viewer(seat_id=ME), costs=session.costs)
        with session.journal:
            play_written(session, by_seat(sheets), presenter)
            return finish(session, presenter)


def resume_prepared(
    program: Program,
    path: Path,
    sheets: tuple[AnswerSheet, ...],
    catalogue: Catalogue,
    *,
    keep_readable: bool,
) -> int:
    """Go on with an interview with prepared answers; return the exit code."""
    found = readable_log(path, program, keep_readable=keep_readable)
    with opened_writers(program, catalogue) as writers:
        session = reopen_session(program, found, catalogue, writers)
        presenter = Presenter(program.console(), program.texts, Viewer(seat_id=ME), costs=session.costs)
        with session.journal:
            presenter.skip(session.interview.log)
            come_back(session, session.interview.now)
            play_written(session, by_seat(sheets), presenter)
            return finish(session, presenter)


def by_seat(sheets: tuple[AnswerSheet, ...]) -> dict[SeatId, AnswerSheet]:
    """Return whose answers are whose: the first sheet is the person's own."""
    return {
        ME if number == 1 else companion_seat(number): sheet for number, sheet in enumerate(sheets, start=1)
    }


def play_typed(program: Program, flags: Flags, catalogue: Catalogue, log: Path | None, *, fast: bool) -> int:
    """Play a new interview with a person at the keyboard; return the exit code."""
    from adapters.terminal.live.lobby import ask_wishes
    from adapters.terminal.live.player import play_live

    if flags.bare:
        flags = ask_wishes(flags, program, catalogue)
    wishes = wishes_from(flags, program)
    clock = program.clock()
    with opened_writers(program, catalogue) as writers:
        interview = prepare(wishes, salt=program.salt(), now=clock(), catalogue=catalogue, writers=writers)
        start(interview)
        session = open_session(program, interview, log, writers)
        with session.journal:
            return play_live(program, session, clock, fast=fast)


def resume_typed(
    program: Program, path: Path, catalogue: Catalogue, *, keep_readable: bool, fast: bool
) -> int:
    """Go on with an interview with a person at the keyboard; return the exit code."""
    from adapters.terminal.live.player import play_live

    found = readable_log(path, program, keep_readable=keep_readable)
    with opened_writers(program, catalogue) as writers:
        session = reopen_session(program, found, catalogue, writers)
        clock = program.clock(session.interview.now)
        with session.journal:
            come_back(session, clock())
            return play_live(program, session, clock, fast=fast, recap=len(found.records))


@contextmanager
def opened_writers(program: Program, catalogue: Catalogue) -> Iterator[Writers | None]:
    """Open the writers that work in the background, say who they are, and stop them at the end.

    Yields:
        The writers; None where there are none.
    """
    writers = program.open_writers(catalogue)
    if writers is None:
        yield None
        return
    console = program.console()
    try:
        for line in writers.lines:
            console.print(Text(line, style="cyan"), soft_wrap=True)
        yield writers
    finally:
        writers.close()


def open_session(
    program: Program, interview: Interview, log: Path | None, writers: Writers | None = None
) -> Session:
    """Return a session whose records go into a new file."""
    path = log or new_log_path(program, interview.room.room_id)
    return Session(interview, Journal.create(path, program.texts), writers=writers)


def new_log_path(program: Program, room_id: RoomId) -> Path:
    """Return a name for a new log in the data folder: the day, the time and the room."""
    stamp = time.strftime("%Y%m%d-%H%M%S")
    folder = program.environment.data_folder / "logs"
    path = folder / f"{stamp}-{room_id}.jsonl"
    number = 2
    while path.exists():
        path = folder / f"{stamp}-{room_id}-{number}.jsonl"
        number += 1
    return path


def readable_log(path: Path, program: Program, *, keep_readable: bool) -> LogFile:
    """Return a log that one can go on with.

    Args:
        path: The file.
        program: The program.
        keep_readable: Accept a log whose last line is cut off.

    Raises:
        Failure: For a file that can't be gone on with.
    """
    found = look_at_log(path, program.texts)
    if found.damage is not None and not (keep_readable and found.damage.last and found.records):
        raise damaged(found, program.texts)
    refuse_empty(found, program.texts)
    refuse_edited(found, program.texts)
    if found.damage is not None:
        kept = program.texts.trouble.tail_kept.format(path=tail_file(path))
        program.console().print(Text(kept, style="yellow"), soft_wrap=True)
    return found


def reopen_session(
    program: Program, found: LogFile, catalogue: Catalogue, writers: Writers | None = None
) -> Session:
    """Return a session that goes on with a log."""
    journal = Journal.reopen(found, program.texts)
    performer = perform if writers is None else writers.performer(room_of(found.records))
    interview = Interview(salt=program.salt(), log=found.records, catalogue=catalogue, performer=performer)
    own_seat(interview.room, ME, program.texts)
    return Session(interview, journal, stored=len(found.records), writers=writers)


def come_back(session: Session, now: Millis) -> None:
    """Give back the time in which nobody played, and note that the person is there again.

    A log that a crash cut off before the start is started now.
    """
    stage = session.interview.room.stage
    if stage is Stage.FINISHED:
        return
    if stage is Stage.WAITING:
        start(session.interview, max(now, session.interview.now))
    last = session.interview.log[-1].at
    session.send(c.OutageEnded(now=Millis(max(now, last)), since=last))
    session.send(c.PresenceChanged(now=session.interview.now, seat_id=ME, connected=True))
    session.interview.now = Millis(max(session.interview.now, now))


def finish(session: Session, presenter: Presenter) -> int:
    """Print the final report; return the exit code."""
    room = presenter.now_seen()
    if room.stage is Stage.FINISHED:
        report = final_report(
            room,
            presenter.texts,
            me=ME,
            width=presenter.console.width,
            before=presenter.shown_board,
        )
        presenter.console.print(report)
        steps = next_steps(room, presenter.texts, ME, session.journal.path)
        presenter.console.print(steps, soft_wrap=True)
    costs = session.costs()
    if costs.used_models:
        presenter.console.print(cost_line(costs, presenter.texts), soft_wrap=True)
    line = presenter.texts.log_line.format(path=session.journal.path)
    presenter.console.print(Text(line, style="dim"), soft_wrap=True)
    return ExitCode.FINE
