"""`report FILE`: write an interview's report as HTML, CSV or JSON."""

from __future__ import annotations

import time
from pathlib import Path

import click
from rich.text import Text

from adapters.terminal.bootstrap import Program
from adapters.terminal.failures import Failure
from adapters.terminal.log_reading import read_log
from adapters.terminal.options import FILE, log_argument, make_command
from adapters.terminal.seat_choice import own_seat
from adapters.terminal.text_files import write_new
from adapters.terminal.texts import Texts
from interview_engine.core.log import fold_log
from interview_engine.reports import build_report, render_csv, render_html, render_json


def command(texts: Texts) -> click.Command:
    """Return the command."""
    words = texts.help
    return make_command(
        "report",
        run,
        texts,
        words.report,
        log_argument(),
        click.Option(["--html", "page"], type=FILE, help=words.html),
        click.Option(["--csv", "table"], type=FILE, help=words.csv),
        click.Option(["--json", "document"], type=FILE, help=words.json),
        click.Option(["--seat"], help=words.seat),
    )


def run(
    program: Program,
    file: Path,
    page: Path | None,
    table: Path | None,
    document: Path | None,
    seat: str | None,
) -> None:
    """Write the reports that were asked for to new files."""
    texts = program.texts
    if page is None and table is None and document is None:
        raise Failure(texts.trouble.error_nothing_to_write)
    log = read_log(file, texts)
    report = build_report(log, own_seat(fold_log(log), seat, texts))
    offset = time.localtime().tm_gmtoff // 60
    bodies: list[tuple[Path, str | bytes]] = []
    if page is not None:
        bodies.append((page, render_html(report, program.language, utc_offset_minutes=offset)))
    if table is not None:
        bodies.append((table, render_csv(report, program.language, utc_offset_minutes=offset)))
    if document is not None:
        bodies.append((document, render_json(report)))
    for path, body in bodies:
        write_new(path, body.encode() if isinstance(body, str) else body, texts)
        written = texts.report_written.format(path=path)
        program.console().print(Text(f"✓ {written}", style="green"), soft_wrap=True)
