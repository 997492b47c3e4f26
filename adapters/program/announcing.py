"""What a starting server says: the link first. For people a page and an event in the log.

For programs the event itself, as one line of JSON on standard output, whatever the log's level is.
"""

from __future__ import annotations

import os
import sys
from typing import Final

import attrs
import structlog
from rich.console import Console
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from adapters.program.chosen_settings import settings_rows
from adapters.program.logs import for_people, json_line
from adapters.program.settings_loading import LoadedSettings
from adapters.program.texts import ProgramTexts
from interview_engine.ids import RoomId

log = structlog.get_logger("server")

_EVENT: Final = "server.listening"


@attrs.frozen(kw_only=True)
class Started:
    """What there is to tell of a server that has started.

    Attributes:
        url: How people reach it.
        port: The port that it got.
        rooms: How many go on.
        quarantined: Rooms that don't read, and why.
        models: What to say about language models; nothing without them.
        voice: Whether answers may be spoken.
    """

    url: str
    port: int
    rooms: int
    quarantined: dict[RoomId, str]
    models: tuple[str, ...] = ()
    voice: tuple[str, ...] = ()


def announce(started: Started, loaded: LoadedSettings, words: ProgramTexts) -> None:
    """Print where the server is, what it runs with, and which rooms were put aside."""
    if for_people(loaded.settings.log_format, sys.stdout):
        _to_people(started, loaded, words, Console(highlight=False, emoji=False))
        log.info(_EVENT, url=started.url, port=started.port, rooms=started.rooms)
    else:
        _to_programs(started, loaded, words)
    sys.stdout.flush()


def _to_people(started: Started, loaded: LoadedSettings, words: ProgramTexts, console: Console) -> None:
    links = Table.grid(padding=(0, 2))
    links.add_column(no_wrap=True)
    links.add_column(overflow="fold")
    links.add_row(words.page_for_people, Text(f"{started.url}/", style="bold cyan"))
    links.add_row(words.page_of_api, f"{started.url}/docs")
    links.add_row(words.page_of_sockets, f"{started.url}/docs/asyncapi")
    links.add_row(words.data_line, Text(str(loaded.settings.data)))
    console.print(Panel(links, title=words.listening, title_align="left", expand=False))
    for line in started.models or (words.llm_none,):
        console.print(Text(line, style="cyan" if started.models else "dim"), soft_wrap=True)
    for line in started.voice:
        console.print(Text(line, style="dim"), soft_wrap=True)
    table = Table(title=words.settings_title, title_justify="left")
    for heading in (words.col_setting, words.col_value, words.col_source):
        table.add_column(heading, overflow="fold")
    for row in settings_rows(loaded, words):
        table.add_row(*map(Text, row))
    console.print(table)
    for name in loaded.strange:
        console.print(Text(f"! {words.strange_variable.format(name=name)}", style="yellow"))
    if started.quarantined:
        console.print(Text(f"! {words.quarantined_title}", style="bold yellow"))
        for room_id, why in started.quarantined.items():
            console.print(Text(f"  {room_id}: {why}"), soft_wrap=True)
    console.print(Text(words.stop_line, style="dim"))


def _to_programs(started: Started, loaded: LoadedSettings, words: ProgramTexts) -> None:
    fields: dict[str, object] = {
        "url": started.url,
        "port": started.port,
        "rooms": started.rooms,
        "pid": os.getpid(),
        "data": str(loaded.settings.data),
        "config": str(loaded.file) if loaded.file else None,
        "settings": {name: value for name, value, _ in settings_rows(loaded, words)},
        "models": list(started.models),
        "voice": list(started.voice),
        "ignored_variables": list(loaded.strange),
        "quarantined": started.quarantined,
    }
    print(json_line("server", _EVENT, fields))  # noqa: T201 -- one line for whoever started us
