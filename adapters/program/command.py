"""The console command `interview-engine`: the terminal's commands, and the server's."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from adapters.program import loadtest
from adapters.program.commands import (
    backup,
    completion,
    doctor,
    export_rooms,
    import_room,
    llm,
    restore,
    serve,
)
from adapters.program.language_models import writers_of
from adapters.program.texts import program_texts
from adapters.terminal import command as terminal
from adapters.terminal.bootstrap import Program
from adapters.terminal.polite_group import PoliteGroup

_COMMANDS = (serve, loadtest, backup, restore, export_rooms, import_room, llm, completion)


def main(argv: Sequence[str] | None = None) -> None:
    """Run the program and leave the process with its exit code.

    Args:
        argv: The words after the program's name; those of the process by default.
    """
    terminal.run(command_line, argv)


def command_line(program: Program) -> PoliteGroup:
    """Return the whole command line in the program's language.

    Args:
        program: What every command works with.
    """
    words = program_texts(program.language)
    program = attrs.evolve(program, open_writers=writers_of(program))
    more = [module.command(program.texts, words) for module in _COMMANDS]
    return terminal.command_line(program, more, doctor.command(program.texts, words))
