"""`export [ROOM]`: rooms' logs as JSONL files, byte for byte as stored; without a room, a list."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.table import Table
from rich.text import Text

from adapters.program.chosen_settings import chosen_settings
from adapters.program.extras import require_server
from adapters.program.options import config_option, data_option
from adapters.program.texts import ProgramTexts, program_texts
from adapters.terminal.bootstrap import Program
from adapters.terminal.failures import ExitCode, Failure
from adapters.terminal.options import FILE, make_command
from adapters.terminal.texts import Texts
from interview_engine.ids import RoomId, Seq

if TYPE_CHECKING:
    import sqlite3

    from adapters.service.event_store import RoomSummary


def command(texts: Texts, words: ProgramTexts) -> click.Command:
    """Return the command."""
    return make_command(
        "export",
        run,
        texts,
        words.export,
        click.Argument(["room"], required=False),
        click.Option(["--all", "every"], is_flag=True, help=words.export_all),
        click.Option(["--out"], type=FILE, help=words.export_out),
        data_option(words),
        config_option(words),
    )


def run(
    program: Program,
    room: str | None,
    *,
    every: bool,
    out: Path | None,
    data: Path | None,
    config: Path | None,
) -> int:
    """Export rooms, or list them."""
    words = program_texts(program.language)
    require_server(words)
    from adapters.program.databases import existing_database, reading
    from adapters.sqlite_store.reading import summaries

    settings = chosen_settings(program, {"data": data}, config).settings
    with reading(existing_database(settings, words), words) as connection:
        known = summaries(connection, unfinished_only=False)
        if every:
            folder = out or Path()
            for each in known:
                _export(program, connection, each.room_id, folder / f"{each.room_id}.jsonl")
        elif room is not None:
            if room not in {each.room_id for each in known}:
                raise Failure(words.unknown_room.format(room=room), words.hint_unknown_room)
            _export(program, connection, RoomId(room), out or Path(f"{room}.jsonl"))
        else:
            _list(program, known)
    return 0


def _export(program: Program, connection: sqlite3.Connection, room_id: RoomId, path: Path) -> None:
    from adapters.sqlite_store.reading import records_behind

    words = program_texts(program.language)
    records = records_behind(connection, room_id, Seq(0))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # A log holds people's words: it is the operator's alone, and never written over another file.
        path.touch(mode=0o600, exist_ok=False)
        path.write_bytes(b"".join(record.line + b"\n" for record in records))
    except FileExistsError as error:
        raise Failure(
            words.target_exists.format(path=path), words.hint_target_exists, ExitCode.FILE
        ) from error
    except OSError as error:
        text = program.texts.trouble.error_cannot_write.format(path=path, why=error.strerror)
        raise Failure(text, "", ExitCode.FILE) from error
    done = words.exported.format(path=path, records=len(records))
    program.console().print(Text(f"✓ {done}", style="green"), soft_wrap=True)


def _list(program: Program, known: tuple[RoomSummary, ...]) -> None:
    words, console = program_texts(program.language), program.console()
    if not known:
        console.print(words.no_rooms)
        return
    table = Table(title=words.rooms_title, title_justify="left")
    table.add_column(words.col_room, no_wrap=True)
    table.add_column(words.col_records, justify="right")
    table.add_column(words.col_updated)
    table.add_column(words.col_state)
    for each in known:
        updated = dt.datetime.fromtimestamp(each.updated_at / 1000, dt.UTC)
        state = words.room_finished if each.finished else words.room_running
        table.add_row(each.room_id, f"{each.last_seq:,}", f"{updated:%Y-%m-%d %H:%M:%S}", state)
    console.print(table)
