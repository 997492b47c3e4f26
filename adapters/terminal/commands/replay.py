"""`replay FILE`: watch an interview again, as any seat saw it."""

from __future__ import annotations

from pathlib import Path

import click

from adapters.terminal.bootstrap import Program
from adapters.terminal.log_reading import read_log
from adapters.terminal.options import log_argument, make_command
from adapters.terminal.replaying import Pace, replay
from adapters.terminal.seat_choice import own_seat
from adapters.terminal.texts import Texts
from interview_engine.core.log import fold_log
from interview_engine.core.views import Viewer

PUBLIC = "public"
_SPEEDS = ("1", "2", "8", "max")


def command(texts: Texts) -> click.Command:
    """Return the command."""
    return make_command(
        "replay",
        run,
        texts,
        texts.help.replay,
        log_argument(),
        click.Option(["--speed"], type=click.Choice(_SPEEDS), help=texts.help.speed),
        click.Option(["--step"], is_flag=True, help=texts.help.step),
        click.Option(["--as", "seat"], metavar="SEAT", help=texts.help.as_seat),
    )


def run(program: Program, file: Path, speed: str | None, step: bool, seat: str | None) -> None:  # noqa: FBT001
    """Show a log from its first record to its last."""
    texts = program.texts
    log = read_log(file, texts)
    seat_id = None if seat == PUBLIC else own_seat(fold_log(log), seat, texts)
    chosen = speed or ("2" if program.keyboard and not step else "max")
    pace = Pace(speed=None if chosen == "max" else int(chosen), step=step)
    replay(program, log, file, Viewer(seat_id=seat_id), pace)
