"""Watching a log again: instant by instant, at a chosen speed, through one viewer's eyes."""

from __future__ import annotations

import time
from itertools import groupby
from pathlib import Path

import attrs
import click
from rich.text import Text

from adapters.terminal.bootstrap import Program
from adapters.terminal.screen.final_report import final_report
from adapters.terminal.screen.presenter import Presenter
from adapters.terminal.screen.seat_names import seat_name
from interview_engine.core.log import Record, fold_log
from interview_engine.core.stages import Stage
from interview_engine.core.views import Viewer

LONGEST_WAIT_SECONDS = 20.0
"""Nobody watches somebody think for longer than this."""


@attrs.frozen(kw_only=True)
class Pace:
    """How a replay moves on.

    Attributes:
        speed: How much faster than the interview; None for at once.
        step: Wait for Enter after everything that was shown.
    """

    speed: int | None
    step: bool = False


def replay(program: Program, log: tuple[Record, ...], path: Path, viewer: Viewer, pace: Pace) -> None:
    """Show a log from its first record to its last.

    Args:
        program: The program.
        log: The records.
        path: Where they stand.
        viewer: Through whose eyes.
        pace: How it moves on.
    """
    texts, console = program.texts, program.console()
    room = fold_log(log)
    seat = seat_name(room, viewer.seat_id, texts) if viewer.seat_id else texts.public_view
    console.print(Text(texts.replay_intro.format(path=path, seat=seat), style="dim"), soft_wrap=True)
    presenter = Presenter(console, texts, viewer)
    before = log[0].at
    for at, records in groupby(log, key=lambda record: record.at):
        if pace.speed is not None:
            time.sleep(min(LONGEST_WAIT_SECONDS, (at - before) / 1000 / pace.speed))
        before = at
        with console.capture() as captured:
            presenter.show(records)
        shown = captured.get()
        console.file.write(shown)
        console.file.flush()
        if pace.step and shown and not _go_on(texts.replay_step):
            return
    if presenter.now_seen().stage is Stage.FINISHED:
        report = final_report(
            presenter.now_seen(),
            texts,
            me=viewer.seat_id,
            width=console.width,
            before=presenter.shown_board,
        )
        console.print(report)
    console.print(Text(texts.replay_end.format(records=len(log)), style="dim"))


def _go_on(prompt: str) -> bool:
    """Wait for Enter; return False when the person has seen enough."""
    try:
        typed: str = click.prompt(prompt, default="", show_default=False, prompt_suffix=" ")
    except click.Abort:
        return False
    return typed.strip().lower() != "q"
