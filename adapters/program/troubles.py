"""The one table from what keeps a server or an operator's command from its work to what a person is told."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from adapters.program.listening import CannotListen
from adapters.program.texts import ProgramTexts
from adapters.service.event_store import EventStoreError, StoreCorrupt, StoreFull, StoreUnavailable
from adapters.sqlite_store.checking import CheckReport, DatabaseDamaged
from adapters.sqlite_store.errors import DatabaseInUse, ForeignDatabase, NewerSchema, TargetExists
from adapters.terminal.failures import ExitCode, Failure
from interview_engine.ids import RoomId

_STORE: Final[tuple[tuple[type[EventStoreError], str], ...]] = (
    (DatabaseInUse, "database_in_use"),
    (NewerSchema, "newer_schema"),
    (ForeignDatabase, "foreign_database"),
    (TargetExists, "target_exists"),
    (StoreCorrupt, "store_corrupt"),
    (StoreFull, "store_full"),
    (StoreUnavailable, "store_unavailable"),
)

_MOST_NAMED: Final = 20


def explained_listening(error: CannotListen, words: ProgramTexts) -> Failure:
    """Return what to tell about an address that can't be listened on."""
    places = {"host": error.host, "port": error.port, "other": min(error.port + 1, 65_535)}
    return _failure(error.code, words, places)


def explained_store(error: EventStoreError, path: Path, words: ProgramTexts) -> Failure:
    """Return what to tell about a database that can't be used.

    Args:
        error: What the store said.
        path: The database, or the file that was to be made.
        words: The person's language.
    """
    code = next((code for kind, code in _STORE if isinstance(error, kind)), "store_unavailable")
    return _failure(code, words, {"path": getattr(error, "path", path), "why": str(error)})


def explained_source(error: StoreCorrupt, target: Path, said: str, words: ProgramTexts) -> Failure:
    """Return what to tell about a database that is too damaged to be backed up as it is asked for.

    Args:
        error: What the store said.
        target: The backup that was to be made.
        said: Options that name the database, as they were said.
        words: The person's language.
    """
    text = words.source_damaged.format(why=_damage(error, words))
    report = _of_rooms_alone(error)
    if report is None:
        hint = words.hint_source_damaged.format(said=said)
    else:
        hint = hint_rooms_damaged(report, target, said, words)
    return Failure(text, hint, ExitCode.FILE)


def hint_rooms_damaged(report: CheckReport, target: Path, said: str, words: ProgramTexts) -> str:
    """Return what to do when nothing but rooms' logs is damaged; arguments as for `explained_source`."""
    room = shlex.quote(report.damaged_rooms[0])
    return words.hint_rooms_damaged.format(path=shlex.quote(str(target)), room=room, said=said)


def explained_backup(error: StoreCorrupt, source: Path, said: str, words: ProgramTexts) -> Failure:
    """Return what to tell about a backup that is too damaged to be restored as it is asked for.

    Args:
        error: What the store said.
        source: The backup.
        said: Options that were said, to be said again.
        words: The person's language.
    """
    text = words.backup_damaged.format(path=source, why=_damage(error, words))
    hint = words.hint_backup_rooms_damaged if _of_rooms_alone(error) else words.hint_backup_damaged
    return Failure(text, hint.format(path=shlex.quote(str(source)), said=said), ExitCode.FILE)


def named_rooms(rooms: Sequence[RoomId], words: ProgramTexts) -> str:
    """Return how many rooms are damaged, and which; not all when they are very many."""
    shown = ", ".join(rooms[:_MOST_NAMED]) + (", …" if len(rooms) > _MOST_NAMED else "")
    return words.damaged_rooms.format(count=len(rooms), rooms=shown)


def explained_key(error: Exception, path: Path, words: ProgramTexts) -> Failure:
    """Return what to tell about a signing key that can't be used."""
    return _failure("bad_key_file", words, {"path": path, "why": str(error)})


def explained_folder(error: OSError, path: Path, words: ProgramTexts) -> Failure:
    """Return what to tell about a data folder that can't be written to."""
    return _failure("data_not_writable", words, {"path": path, "why": error.strerror or type(error).__name__})


def _of_rooms_alone(error: StoreCorrupt) -> CheckReport | None:
    """Return the report of a check that found nothing but rooms' logs damaged."""
    return error.report if isinstance(error, DatabaseDamaged) and not error.report.of_file else None


def _damage(error: StoreCorrupt, words: ProgramTexts) -> str:
    report = _of_rooms_alone(error)
    return error.why if report is None else named_rooms(report.damaged_rooms, words)


def _failure(code: str, words: ProgramTexts, places: dict[str, object]) -> Failure:
    text = getattr(words, code).format(**places)
    return Failure(text, getattr(words, f"hint_{code}").format(**places), ExitCode.FILE)
