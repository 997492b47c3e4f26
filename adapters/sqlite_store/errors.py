"""Why a database can't be opened, backed up or restored, beside the port's own errors.

EventStoreError
 |- DatabaseInUse: another process owns it, or shares it where it shall be owned
 |- NewerSchema: a later release wrote it
 |- ForeignDatabase: another program wrote it
 `- TargetExists: a backup or restore would write over a file
"""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from adapters.service.event_store import EventStoreError


class DatabaseInUse(EventStoreError):
    """Another store has this database open."""

    code: ClassVar[str] = "database_in_use"

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path

    def __str__(self) -> str:
        """Return which database, and what to do."""
        return f"{self.path} is in use by another process; stop it first, or give each its own database"


class NewerSchema(EventStoreError):
    """The database was written by a later release than this one."""

    code: ClassVar[str] = "newer_schema"

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(path, found, known)
        self.path, self.found, self.known = path, found, known

    def __str__(self) -> str:
        """Return both schema numbers."""
        return (
            f"{self.path} has schema {self.found}, this release knows up to {self.known}: upgrade the program"
        )


class ForeignDatabase(EventStoreError):
    """The file is a database of something else; it was left alone."""

    code: ClassVar[str] = "foreign_database"

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path

    def __str__(self) -> str:
        """Return which file."""
        return f"{self.path} is a database of another program; it was left alone"


class TargetExists(EventStoreError):
    """A file stands where the copy would be written."""

    code: ClassVar[str] = "target_exists"

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path

    def __str__(self) -> str:
        """Return which file."""
        return f"{self.path} exists already and was left alone"
