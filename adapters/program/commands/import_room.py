"""`import FILE`: an exported log, verified first, becomes a room of this server."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.text import Text

from adapters.program.chosen_settings import chosen_settings
from adapters.program.extras import require_server
from adapters.program.options import config_option, data_option
from adapters.program.texts import ProgramTexts, program_texts
from adapters.terminal.bootstrap import Program
from adapters.terminal.failures import ExitCode, Failure
from adapters.terminal.log_reading import look_at_log
from adapters.terminal.options import FILE, make_command
from adapters.terminal.texts import Texts
from interview_engine.core.stages import Stage
from interview_engine.core.verifying import verify

if TYPE_CHECKING:
    from interview_engine.core.state import Room


def command(texts: Texts, words: ProgramTexts) -> click.Command:
    """Return the command."""
    source = click.Argument(["source"], type=FILE, metavar="FILE")
    return make_command("import", run, texts, words.import_, source, data_option(words), config_option(words))


def run(program: Program, source: Path, data: Path | None, config: Path | None) -> int:
    """Verify a log and store it."""
    words = program_texts(program.language)
    require_server(words)
    from adapters.program.troubles import explained_folder, explained_store
    from adapters.service.event_store import AppendConflict, EventStoreError

    settings = chosen_settings(program, {"data": data}, config).settings
    found = look_at_log(source, program.texts)
    verification = verify(found.records)
    room = verification.room
    if found.damage is not None or not verification.sound or room is None:
        hint = words.hint_log_unsound.format(path=source)
        raise Failure(words.log_unsound.format(path=source), hint, ExitCode.FOUND_SOMETHING)
    try:
        settings.data.mkdir(parents=True, exist_ok=True, mode=0o700)
        asyncio.run(_store(settings.database, room, source.read_bytes()))
    except AppendConflict as error:
        raise Failure(
            words.room_exists.format(room=room.room_id), words.hint_room_exists, ExitCode.FILE
        ) from error
    except EventStoreError as error:
        raise explained_store(error, settings.database, words) from error
    except OSError as error:
        raise explained_folder(error, settings.data, words) from error
    done = words.imported.format(room=room.room_id, records=verification.records)
    program.console().print(Text(f"✓ {done}", style="green"), soft_wrap=True)
    return 0


async def _store(database: Path, room: Room, text: bytes) -> None:
    from adapters.sqlite_store.exchange import import_room
    from adapters.sqlite_store.store import open_store

    store = await open_store(database)
    try:
        finished = room.stage is Stage.FINISHED
        await import_room(store, room.room_id, text, at=room.now, finished=finished)
    finally:
        await store.close()
