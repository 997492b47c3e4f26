"""An open log file: a record is on the disk before anybody sees what it says."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, Self

from adapters.terminal.failures import ExitCode, Failure
from adapters.terminal.log_reading import LogFile
from adapters.terminal.text_files import cannot_write
from adapters.terminal.texts import Texts
from interview_engine.core.log import Record, encode_record


class Journal:
    """A log file that one program appends to; a second one is turned away."""

    def __init__(self, path: Path, file: BinaryIO, texts: Texts) -> None:
        """Wrap a file that is open for appending; `create` and `reopen` open one."""
        self.path = path
        self._file = file
        self._texts = texts
        _lock(file, path, texts)

    @classmethod
    def create(cls, path: Path, texts: Texts) -> Journal:
        """Open a new log file; its folder is made.

        Raises:
            Failure: When the file exists, or can't be written.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            return cls(path, path.open("xb"), texts)
        except FileExistsError:
            text = texts.trouble.error_exists.format(path=path)
            raise Failure(text, texts.trouble.hint_exists.format(path=path), ExitCode.FILE) from None
        except OSError as error:
            raise cannot_write(path, error, texts) from error

    @classmethod
    def reopen(cls, found: LogFile, texts: Texts) -> Journal:
        """Open a log file to go on with it; a tail that doesn't read is moved to a file beside it.

        Raises:
            Failure: When the file is in use, or can't be written.
        """
        try:
            journal = cls(found.path, found.path.open("r+b"), texts)
            journal._drop_tail(found.sound_bytes)
        except OSError as error:
            raise cannot_write(found.path, error, texts) from error
        return journal

    def append(self, records: Iterable[Record]) -> None:
        """Write records, and return when they are on the disk.

        Raises:
            Failure: When the disk is full or gone.
        """
        try:
            for record in records:
                self._file.write(encode_record(record) + b"\n")
            self._file.flush()
            os.fsync(self._file.fileno())
        except OSError as error:
            raise cannot_write(self.path, error, self._texts) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the file go."""
        self._file.close()

    def _drop_tail(self, sound_bytes: int) -> None:
        self._file.seek(sound_bytes)
        tail = self._file.read()
        if tail:
            tail_file(self.path).write_bytes(tail)
            self._file.seek(sound_bytes)
            self._file.truncate()
        if sound_bytes:
            self._file.seek(sound_bytes - 1)
            if self._file.read(1) != b"\n":
                self._file.write(b"\n")


def tail_file(path: Path) -> Path:
    """Return where the unreadable tail of a log is kept."""
    return path.with_name(f"{path.name}.tail")


def _lock(file: BinaryIO, path: Path, texts: Texts) -> None:
    try:
        import fcntl
    except ImportError:  # Windows: a second program is not turned away
        return
    try:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        text = texts.trouble.error_in_use.format(path=path)
        raise Failure(text, texts.trouble.hint_in_use, ExitCode.FILE) from None
