"""`backup FILE`: all rooms and people in one checked file, while the server runs or not."""

from __future__ import annotations

from pathlib import Path

import click
from rich.text import Text

from adapters.program.chosen_settings import chosen_settings
from adapters.program.extras import require_server
from adapters.program.options import config_option, data_option
from adapters.program.texts import ProgramTexts, program_texts
from adapters.terminal.bootstrap import Program
from adapters.terminal.options import FILE, make_command
from adapters.terminal.texts import Texts


def command(texts: Texts, words: ProgramTexts) -> click.Command:
    """Return the command."""
    target = click.Argument(["target"], type=FILE, metavar="FILE")
    return make_command("backup", run, texts, words.backup, target, data_option(words), config_option(words))


def run(program: Program, target: Path, data: Path | None, config: Path | None) -> int:
    """Back the server's database up."""
    words = program_texts(program.language)
    require_server(words)
    from adapters.program.databases import existing_database
    from adapters.program.troubles import explained_store
    from adapters.service.event_store import EventStoreError
    from adapters.sqlite_store.backup import back_up

    database = existing_database(chosen_settings(program, {"data": data}, config).settings, words)
    try:
        report = back_up(database, target)
    except EventStoreError as error:
        raise explained_store(error, target, words) from error
    done = words.backed_up.format(path=target, rooms=report.rooms, records=report.records)
    program.console().print(Text(f"✓ {done}", style="green"), soft_wrap=True)
    return 0
