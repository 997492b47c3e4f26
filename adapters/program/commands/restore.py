"""`restore FILE`: a checked backup takes the place of the server's database."""

from __future__ import annotations

from pathlib import Path

import attrs
import click

from adapters.program.chosen_settings import chosen_settings
from adapters.program.commands.backup import tell_of_copy
from adapters.program.extras import require_server
from adapters.program.options import config_option, data_option, said_again
from adapters.program.texts import ProgramTexts, program_texts
from adapters.terminal.bootstrap import Program
from adapters.terminal.failures import ExitCode, Failure
from adapters.terminal.options import FILE, make_command
from adapters.terminal.texts import Texts


def command(texts: Texts, words: ProgramTexts) -> click.Command:
    """Return the command."""
    return make_command(
        "restore",
        run,
        texts,
        words.restore,
        click.Argument(["source"], type=FILE, metavar="FILE"),
        click.Option(["--force"], is_flag=True, help=words.restore_force),
        click.Option(["--with-damage"], is_flag=True, help=words.restore_with_damage),
        data_option(words),
        config_option(words),
    )


def run(
    program: Program,
    source: Path,
    *,
    force: bool,
    with_damage: bool,
    data: Path | None,
    config: Path | None,
) -> int:
    """Put a backup in the database's place; return 1 when it holds damaged rooms, as was asked for."""
    words = program_texts(program.language)
    require_server(words)
    from adapters.program.troubles import explained_backup, explained_folder, explained_store
    from adapters.service.event_store import EventStoreError, StoreCorrupt
    from adapters.sqlite_store import backup
    from adapters.sqlite_store.errors import TargetExists

    settings = chosen_settings(program, {"data": data}, config).settings
    if not source.is_file():
        raise Failure(program.texts.trouble.error_no_file.format(path=source), "", ExitCode.FILE)
    try:
        settings.data.mkdir(parents=True, exist_ok=True, mode=0o700)
        report = backup.restore(source, settings.database, force=force, with_damage=with_damage)
    except TargetExists as error:
        hint = attrs.evolve(words, hint_target_exists=words.hint_restore_exists)
        raise explained_store(error, settings.database, hint) from error
    except StoreCorrupt as error:
        said = (" --force" if force else "") + said_again(data, config)
        raise explained_backup(error, source, said, words) from error
    except EventStoreError as error:
        raise explained_store(error, source, words) from error
    except OSError as error:
        raise explained_folder(error, settings.data, words) from error
    done = words.restored.format(path=settings.database, rooms=report.rooms, records=report.records)
    return tell_of_copy(program, report, done)
