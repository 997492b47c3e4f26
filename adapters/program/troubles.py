"""The one table from what keeps a server or an operator's command from its work to what a person is told."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from adapters.program.listening import CannotListen
from adapters.program.texts import ProgramTexts
from adapters.service.event_store import EventStoreError, StoreCorrupt, StoreFull, StoreUnavailable
from adapters.sqlite_store.errors import DatabaseInUse, ForeignDatabase, NewerSchema, TargetExists
from adapters.terminal.failures import ExitCode, Failure

_STORE: Final[tuple[tuple[type[EventStoreError], str], ...]] = (
    (DatabaseInUse, "database_in_use"),
    (NewerSchema, "newer_schema"),
    (ForeignDatabase, "foreign_database"),
    (TargetExists, "target_exists"),
    (StoreCorrupt, "store_corrupt"),
    (StoreFull, "store_full"),
    (StoreUnavailable, "store_unavailable"),
)


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


def explained_key(error: Exception, path: Path, words: ProgramTexts) -> Failure:
    """Return what to tell about a signing key that can't be used."""
    return _failure("bad_key_file", words, {"path": path, "why": str(error)})


def explained_folder(error: OSError, path: Path, words: ProgramTexts) -> Failure:
    """Return what to tell about a data folder that can't be written to."""
    return _failure("data_not_writable", words, {"path": path, "why": error.strerror or type(error).__name__})


def _failure(code: str, words: ProgramTexts, places: dict[str, object]) -> Failure:
    text = getattr(words, code).format(**places)
    return Failure(text, getattr(words, f"hint_{code}").format(**places), ExitCode.FILE)
