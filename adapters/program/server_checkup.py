"""What `doctor` looks at for the server: each check says what it found, and what to do when it is bad."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from adapters.program.chosen_settings import chosen_settings
from adapters.program.extras import missing
from adapters.program.options import said_again
from adapters.program.settings import SHORTEST_SECRET, ServerSettings
from adapters.program.settings_loading import Value
from adapters.program.texts import ProgramTexts, program_texts
from adapters.terminal.bootstrap import Program
from adapters.terminal.checkup import Check
from adapters.terminal.failures import Failure
from adapters.terminal.program_name import as_called

OLDEST_SQLITE: Final = (3, 37, 0)
COPY: Final = Path("rooms.backup")
"""What a backup is called in advice."""
EARLIEST_YEAR: Final = 2026
"""Clocks that show an earlier year were never set."""


def check_server(
    program: Program, flags: Mapping[str, Value | None], config: Path | None
) -> tuple[Check, ...]:
    """Return what was found about the server's side; nothing is changed.

    Args:
        program: The program.
        flags: What `serve` would be told, by setting; None for what was not said.
        config: The TOML file that it would be told.
    """
    words = program_texts(program.language)
    absent = missing()
    if absent:
        # Not an ailment: interviews in the terminal need none of it.
        return (Check(name=words.check_extras, value=words.check_extras_missing),)
    extras = Check(name=words.check_extras, value="✓")
    try:
        loaded = chosen_settings(program, flags, config)
    except Failure as failure:
        trouble = Check(
            name=words.check_settings, value=failure.message, advice=failure.hint or failure.message
        )
        return (extras, trouble, _sqlite(words), _clock(words))
    settings = loaded.settings
    return (
        extras,
        Check(
            name=words.check_settings,
            value=str(loaded.file or words.from_default),
            advice="\n".join(words.strange_variable.format(name=name) for name in loaded.strange),
        ),
        _folder(settings, words),
        _key(settings, words),
        _database(settings, _said(flags, config), words),
        _port(settings, words),
        _files(settings, words),
        _sqlite(words),
        _clock(words),
    )


def _folder(settings: ServerSettings, words: ProgramTexts) -> Check:
    folder = settings.data
    there = next(path for path in (folder, *folder.parents) if path.exists())
    try:
        with tempfile.NamedTemporaryFile(dir=there):
            pass
    except OSError:
        return Check(name=words.check_data, value=str(folder), advice=words.hint_data_not_writable)
    return Check(name=words.check_data, value=str(folder))


def _key(settings: ServerSettings, words: ProgramTexts) -> Check:
    path = settings.key_file
    if settings.secret:
        return Check(name=words.check_key, value=words.check_key_environment)
    if not path.exists():
        return Check(name=words.check_key, value=words.check_key_none)
    found = path.stat()
    if found.st_mode & 0o077:
        return Check(name=words.check_key, value=str(path), advice=words.check_key_open.format(path=path))
    if found.st_size < SHORTEST_SECRET:
        return Check(name=words.check_key, value=str(path), advice=words.check_key_short)
    return Check(name=words.check_key, value=str(path))


def _said(flags: Mapping[str, Value | None], config: Path | None) -> str:
    data = flags.get("data")
    return said_again(data if isinstance(data, Path) else None, config)


def _database(settings: ServerSettings, said: str, words: ProgramTexts) -> Check:
    path, name = settings.database, words.check_database
    if not path.exists():
        return Check(name=name, value=words.check_database_none)
    from adapters.program.troubles import explained_store, hint_rooms_damaged, named_rooms
    from adapters.service.event_store import EventStoreError
    from adapters.sqlite_store.checking import check

    try:
        report = check(path)
    except EventStoreError as error:
        failure = explained_store(error, path, words)
        return Check(name=name, value=failure.message, advice=as_called(failure.hint))
    value = words.check_database_fine.format(path=path, rooms=report.rooms)
    if report.sound:
        return Check(name=name, value=value)
    if report.of_file:
        hint = words.hint_source_damaged.format(said=said)
        advice = f"{words.store_corrupt.format(path=path, why=report.of_file[0].why)}\n{hint}"
    else:
        hint = hint_rooms_damaged(report, COPY, said, words)
        advice = f"{named_rooms(report.damaged_rooms, words)}\n{hint}"
    return Check(name=name, value=value, advice=as_called(advice))


def _port(settings: ServerSettings, words: ProgramTexts) -> Check:
    from adapters.program.listening import CannotListen, listen

    try:
        listen(settings.host, settings.port).close()
    except CannotListen as error:
        if error.code == "port_taken" and _running(settings):
            return Check(name=words.check_port, value=words.check_port_ours.format(port=settings.port))
        hint = getattr(words, f"hint_{error.code}").format(other=settings.port + 1)
        advice = words.check_port_taken if error.code == "port_taken" else hint
        return Check(name=words.check_port, value=f"{settings.host}:{settings.port}", advice=advice)
    return Check(name=words.check_port, value=words.check_port_free.format(port=settings.port))


def _running(settings: ServerSettings) -> bool:
    """Return whether a server has this database open."""
    from adapters.sqlite_store.errors import DatabaseInUse
    from adapters.sqlite_store.ownership import Ownership, claim

    if not settings.database.exists():
        return False
    try:
        claim(settings.database, Ownership.EXCLUSIVE).close()
    except DatabaseInUse:
        return True
    return False


def _files(settings: ServerSettings, words: ProgramTexts) -> Check:
    from adapters.websocket_server.doorkeeper import descriptors_allowed, descriptors_wanted

    allowed = descriptors_allowed()
    connections = settings.limits.most_connections
    need = descriptors_wanted(connections)
    if allowed is None:
        return Check(name=words.check_files, value="∞")
    advice = words.check_files_few.format(connections=connections, need=need) if allowed < need else ""
    return Check(name=words.check_files, value=f"{allowed:,}", advice=advice)


def _sqlite(words: ProgramTexts) -> Check:
    import sqlite3

    old = sqlite3.sqlite_version_info < OLDEST_SQLITE
    need = ".".join(map(str, OLDEST_SQLITE))
    advice = words.check_sqlite_old.format(need=need) if old else ""
    return Check(name=words.check_sqlite, value=sqlite3.sqlite_version, advice=advice)


def _clock(words: ProgramTexts) -> Check:
    now = dt.datetime.now(dt.UTC)
    advice = "" if now.year >= EARLIEST_YEAR else words.check_clock_bad
    return Check(name=words.check_clock, value=f"{now:%Y-%m-%d %H:%M:%S}", advice=advice)
