"""`completion SHELL`: a script that teaches a shell to complete our commands and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from adapters.program.texts import ProgramTexts
from adapters.terminal.bootstrap import Program
from adapters.terminal.options import make_command
from adapters.terminal.program_name import NAME
from adapters.terminal.texts import Texts

SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_INTERVIEW_ENGINE_COMPLETE"
"""What click looks for in the environment, for a program of this name."""


def command(texts: Texts, words: ProgramTexts) -> click.Command:
    """Return the command."""
    return make_command(
        "completion", run, texts, words.completion, click.Argument(["shell"], type=click.Choice(SHELLS))
    )


def run(program: Program, shell: str) -> int:
    """Print the script."""
    del program
    kind = get_completion_class(shell)
    assert kind is not None, "click knows these shells"
    group = click.get_current_context().find_root().command
    completer = kind(group, {}, NAME, VARIABLE)
    # Not `source()`: for bash it runs the bash of this machine, to see how old it is.
    click.echo(completer.source_template % completer.source_vars())
    return 0
