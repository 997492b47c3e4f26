"""`export [ROOM]`: rooms' logs as JSONL files, byte for byte as stored; without a room, a list.

A damaged log is written as it is, up to where it reads, so that `verify` shows where; it stops no other.
"""

from __future__ import annotations

import datetime as dt
import shlex
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
from adapters.terminal.program_name import as_called
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
    """Export rooms, or list them; return 1 when one of those exported is damaged."""
    words = program_texts(program.language)
    require_server(words)
    from adapters.program.databases import existing_database, reading
    from adapters.sqlite_store.reading import lost_rooms, summaries

    settings = chosen_settings(program, {"data": data}, config).settings
    with reading(existing_database(settings, words), words) as connection:
        known = summaries(connection, unfinished_only=False)
        if room is None and not every:
            _list(program, known)
            return ExitCode.FINE
        there = (*(each.room_id for each in known), *lost_rooms(connection))
        if every:
            wanted = {room_id: (out or Path()) / f"{room_id}.jsonl" for room_id in there}
        elif room in there:
            wanted = {RoomId(room): out or Path(f"{room}.jsonl")}
        else:
            raise Failure(words.unknown_room.format(room=room), words.hint_unknown_room)
        damaged = [
            room_id for room_id, path in wanted.items() if not _export(program, connection, room_id, path)
        ]
    if not damaged:
        return ExitCode.FINE
    _tell_of_damage(program, damaged, wanted[damaged[0]])
    return ExitCode.FOUND_SOMETHING


def _export(program: Program, connection: sqlite3.Connection, room_id: RoomId, path: Path) -> bool:
    """Write a room's log, and return whether it is sound."""
    from adapters.service.event_store import StoreCorrupt, UnknownRoom
    from adapters.sqlite_store.opening import reported
    from adapters.sqlite_store.reading import lines_as_they_are, records_behind

    words, console = program_texts(program.language), program.console()
    done, sound, seq = words.exported, True, Seq(0)
    try:
        with reported():
            lines = tuple(record.line for record in records_behind(connection, room_id, Seq(0)))
    except (StoreCorrupt, UnknownRoom) as error:
        # A log that no list knows of is not damaged in itself.
        done, sound = words.exported_lost, False
        if isinstance(error, StoreCorrupt):
            done, seq = words.exported_damaged, error.seq
        lines = lines_as_they_are(connection, room_id)
    _write(program, lines, path)
    mark, style = ("✓", "green") if sound else ("!", "yellow")
    text = done.format(path=path, records=len(lines), seq=seq)
    console.print(Text(f"{mark} {text}", style=style), soft_wrap=True)
    return sound


def _write(program: Program, lines: tuple[bytes, ...], path: Path) -> None:
    words = program_texts(program.language)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # A log holds people's words: it is the operator's alone, and never written over another file.
        path.touch(mode=0o600, exist_ok=False)
        path.write_bytes(b"".join(line + b"\n" for line in lines))
    except FileExistsError as error:
        raise Failure(
            words.target_exists.format(path=path), words.hint_target_exists, ExitCode.FILE
        ) from error
    except OSError as error:
        text = program.texts.trouble.error_cannot_write.format(path=path, why=error.strerror)
        raise Failure(text, "", ExitCode.FILE) from error


def _tell_of_damage(program: Program, damaged: list[RoomId], first: Path) -> None:
    words, console = program_texts(program.language), program.console()
    named = words.damaged_rooms.format(count=len(damaged), rooms=", ".join(damaged))
    console.print(Text(f"✗ {named}", style="bold red"), soft_wrap=True)
    hint = words.hint_exported_damaged.format(path=shlex.quote(str(first)))
    console.print(Text(f"  {as_called(hint)}", style="dim"), soft_wrap=True)


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
