"""Reading a person's text files, with every way in which that fails told apart."""

from __future__ import annotations

from pathlib import Path

from adapters.terminal.failures import ExitCode, Failure
from adapters.terminal.texts import Texts


def read_bytes(path: Path, texts: Texts) -> bytes:
    """Return a file's bytes.

    Raises:
        Failure: When there is no such file, or it can't be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise Failure(texts.trouble.error_no_file.format(path=path), exit_code=ExitCode.FILE) from None
    except OSError as error:
        why = error.strerror or type(error).__name__
        text = texts.trouble.error_cannot_read.format(path=path, why=why)
        raise Failure(text, exit_code=ExitCode.FILE) from error


def read_text(path: Path, texts: Texts) -> str:
    """Return a UTF-8 file's text, without a byte order mark.

    Raises:
        Failure: When it can't be read, or is not UTF-8.
    """
    try:
        return read_bytes(path, texts).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Failure(texts.trouble.error_not_utf8.format(path=path), exit_code=ExitCode.FILE) from None


def write_new(path: Path, body: bytes, texts: Texts) -> None:
    """Write a file that must not exist yet; its folder is made.

    Raises:
        Failure: When it exists, or can't be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(body)
    except FileExistsError:
        text = texts.trouble.error_exists.format(path=path)
        raise Failure(text, texts.trouble.hint_exists_out, ExitCode.FILE) from None
    except OSError as error:
        raise cannot_write(path, error, texts) from error


def cannot_write(path: Path, error: OSError, texts: Texts) -> Failure:
    """Return the failure for a file that can't be written."""
    why = error.strerror or type(error).__name__
    return Failure(texts.trouble.error_cannot_write.format(path=path, why=why), exit_code=ExitCode.FILE)
