"""`redact FILE`: delete one person's words; the log still verifies."""

from __future__ import annotations

from pathlib import Path

import click
from rich.text import Text

from adapters.terminal.bootstrap import Program
from adapters.terminal.log_reading import read_log
from adapters.terminal.options import FILE, log_argument, make_command
from adapters.terminal.seat_choice import seat_in
from adapters.terminal.text_files import write_new
from adapters.terminal.texts import Texts
from interview_engine.core.log import encode_log, fold_log
from interview_engine.core.redaction import redact
from interview_engine.offline.interview import ME


def command(texts: Texts) -> click.Command:
    """Return the command."""
    return make_command(
        "redact",
        run,
        texts,
        texts.help.redact,
        log_argument(),
        click.Option(["--owner"], default=ME, help=texts.help.owner),
        click.Option(["--out"], type=FILE, required=True, help=texts.help.out),
    )


def run(program: Program, file: Path, owner: str, out: Path) -> None:
    """Write a log without a seat's personal text to a new file."""
    texts = program.texts
    log = read_log(file, texts)
    seat_id = seat_in(fold_log(log), owner, texts)
    redacted = redact(log, seat_id)
    deleted = sum(new.redacted and not old.redacted for old, new in zip(log, redacted, strict=True))
    console = program.console()
    if not deleted:
        console.print(Text(texts.redact_nothing.format(owner=owner), style="yellow"))
        return
    write_new(out, encode_log(redacted), texts)
    done = texts.redact_done.format(owner=owner, count=deleted, path=out)
    console.print(Text(f"✓ {done}", style="green"), soft_wrap=True)
