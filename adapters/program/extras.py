"""Whether the server's libraries are installed: the base wheel plays in the terminal without them."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Final

from adapters.program.texts import ProgramTexts
from adapters.terminal.failures import Failure

NEEDED: Final = (
    "docx",
    "fastapi",
    "jwt",
    "prometheus_client",
    "pypdf",
    "python_multipart",
    "starlette",
    "structlog",
    "typed_settings",
    "uvicorn",
    "websockets",
)
"""What the `server` extra brings, by import name."""


def missing() -> tuple[str, ...]:
    """Return what is not installed; nothing is imported to find out."""
    return tuple(name for name in NEEDED if find_spec(name) is None)


def require_server(words: ProgramTexts) -> None:
    """Check that the server's libraries are there.

    Raises:
        Failure: Some are not; it says what to install.
    """
    absent = missing()
    if absent:
        raise Failure(words.not_installed.format(missing=", ".join(absent)), words.hint_install)
