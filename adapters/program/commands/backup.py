"""`backup FILE`: all rooms and people in one checked file, while the server runs or not.

A damaged room is not backed up unasked: who relies on a backup must know that it holds one.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.text import Text

from adapters.program.chosen_settings import chosen_settings
from adapters.program.extras import require_server
from adapters.program.options import config_option, data_option, said_again
from adapters.program.texts import ProgramTexts, program_texts
from adapters.terminal.bootstrap import Program
from adapters.terminal.failures import ExitCode
from adapters.terminal.options import FILE, make_command
from adapters.terminal.texts import Texts

if TYPE_CHECKING:
    from adapters.sqlite_store.checking import CheckReport


def command(texts: Texts, words: ProgramTexts) -> click.Command:
    """Return the command."""
    target = click.Argument(["target"], type=FILE, metavar="FILE")
    return make_command(
        "backup",
        run,
        texts,
        words.backup,
        target,
        click.Option(["--with-damage"], is_flag=True, help=words.backup_with_damage),
        data_option(words),
        config_option(words),
    )


def run(program: Program, target: Path, *, with_damage: bool, data: Path | None, config: Path | None) -> int:
    """Back the server's database up; return 1 when the copy holds damaged rooms, as was asked for."""
    words = program_texts(program.language)
    require_server(words)
    from adapters.program.databases import existing_database
    from adapters.program.troubles import explained_source, explained_store
    from adapters.service.event_store import EventStoreError, StoreCorrupt
    from adapters.sqlite_store.backup import back_up

    database = existing_database(chosen_settings(program, {"data": data}, config).settings, words)
    try:
        report = back_up(database, target, with_damage=with_damage)
    except StoreCorrupt as error:
        raise explained_source(error, target, said_again(data, config), words) from error
    except EventStoreError as error:
        raise explained_store(error, target, words) from error
    done = words.backed_up.format(path=target, rooms=report.rooms, records=report.records)
    return tell_of_copy(program, report, done)


def tell_of_copy(program: Program, report: CheckReport, done: str) -> ExitCode:
    """Print that a copy is in its place, and which of its rooms are damaged; return 1 when some are."""
    from adapters.program.troubles import named_rooms

    console = program.console()
    console.print(Text(f"✓ {done}", style="green"), soft_wrap=True)
    if report.sound:
        return ExitCode.FINE
    words = program_texts(program.language)
    named = words.copied_with_damage.format(named=named_rooms(report.damaged_rooms, words))
    console.print(Text(f"! {named}", style="yellow"), soft_wrap=True)
    return ExitCode.FOUND_SOMETHING
