"""What a person can mend: one error class, shown with what to do next; never a traceback.

Failure
 |- carries a text and a hint in the person's language, and an exit code
"""

from __future__ import annotations

import enum
import sys
from typing import IO, Any

import click
from rich.console import Console
from rich.text import Text

from adapters.terminal.program_name import as_called


class ExitCode(enum.IntEnum):
    """How the program ends."""

    FINE = 0
    FOUND_SOMETHING = 1
    """A check (verify, doctor, check-persona, simulate) found something wrong."""
    USAGE = 2
    FILE = 3
    """A file can't be read or written, or is damaged."""
    BUG = 70
    INTERRUPTED = 130


class Failure(click.ClickException):
    """A person's mistake, or the world's, with a hint at what to do next."""

    def __init__(self, text: str, hint: str = "", exit_code: ExitCode = ExitCode.USAGE) -> None:
        super().__init__(text)
        self.hint = hint
        self.code = exit_code

    @property
    def exit_code(self) -> int:  # type: ignore[override] # click has one code per class
        """How the program ends because of this."""
        return int(self.code)

    def show(self, file: IO[Any] | None = None) -> None:  # type: ignore[explicit-any] # click's signature
        """Print the error and the hint to standard error."""
        console = Console(file=file or sys.stderr, highlight=False, soft_wrap=True)
        console.print(Text("✗ ", style="bold red") + Text(self.message))
        if self.hint:
            console.print(Text(f"  {as_called(self.hint)}", style="dim"))
