"""The command group: every error is told in the person's language, and only bugs leave a crash note."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

import click

from adapters.terminal.bootstrap import Program
from adapters.terminal.explaining import explained
from adapters.terminal.failures import ExitCode, Failure
from adapters.terminal.help_format import PoliteFormatter


class PoliteContext(click.Context):
    """A context whose help speaks the person's language."""

    def make_formatter(self) -> click.HelpFormatter:
        """Return the formatter of help pages."""
        program = self.find_object(Program)
        assert program is not None, "every command is run with a program"
        return PoliteFormatter(
            program.texts.help, width=self.terminal_width, max_width=self.max_content_width
        )


class PoliteCommand(click.Command):
    """A command with help in the person's language."""

    context_class = PoliteContext


class PoliteGroup(click.Group):
    """The program's commands. What goes wrong in any of them is told here, once."""

    context_class = PoliteContext
    command_class = PoliteCommand

    def __init__(self, program: Program, params: list[click.Parameter]) -> None:
        super().__init__(
            name="interview-engine", help=program.texts.help.program, add_help_option=False, params=params
        )
        self.program = program

    def main(  # type: ignore[explicit-any,override] # click's signature, which never returns here
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        **extra: Any,  # noqa: ANN401 -- click's own
    ) -> NoReturn:
        """Run a command line and leave with its exit code.

        Args:
            args: The words after the program's name; those of the process by default.
            prog_name: The program's name in help pages.
            extra: Handed on to click.
        """
        extra["standalone_mode"] = False
        extra.setdefault("obj", self.program)
        sys.exit(self._run(args, prog_name or "interview-engine", extra))

    def _run(self, args: Sequence[str] | None, prog_name: str, extra: dict[str, Any]) -> int:  # type: ignore[explicit-any]
        texts = self.program.texts
        try:
            code = super().main(args=args, prog_name=prog_name, **extra)
            sys.stdout.flush()
            return code if isinstance(code, int) else ExitCode.FINE
        except (KeyboardInterrupt, click.Abort):
            click.echo(f"\n{texts.trouble.stopped}", err=True)
            return ExitCode.INTERRUPTED
        except BrokenPipeError:
            # Whoever read our output has gone (`| head`): nothing is left to say, not even at shutdown.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return ExitCode.FINE
        except Exception as error:  # noqa: BLE001 -- the last door: told apart in one table
            failure = explained(error, self.program)
            if failure is None:
                failure = _apology(error, self.program)
            failure.show()
            return failure.exit_code


def _apology(error: Exception, program: Program) -> Failure:
    """Return the failure for a bug; its traceback goes into a file."""
    note = program.environment.data_folder / "last-error.txt"
    text = "".join(traceback.format_exception(error))
    try:
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_text(text, encoding="utf-8")
    except OSError:
        note = Path("stderr")
        click.echo(text, err=True)
    trouble = program.texts.trouble
    return Failure(trouble.error_bug, trouble.hint_bug.format(path=note), ExitCode.BUG)
