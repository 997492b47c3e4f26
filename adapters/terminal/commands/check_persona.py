"""`check-persona FILE`: is a custom AI candidate's file ready to use?"""

from __future__ import annotations

from pathlib import Path

import click
from rich.text import Text

from adapters.terminal.bootstrap import Program
from adapters.terminal.custom_personas import read_persona
from adapters.terminal.options import log_argument, make_command
from adapters.terminal.texts import Texts


def command(texts: Texts) -> click.Command:
    """Return the command."""
    return make_command("check-persona", run, texts, texts.help.check_persona, log_argument())


def run(program: Program, file: Path) -> None:
    """Read a persona file; everything that is wrong with it is told at once."""
    persona = read_persona(file, program.language)
    name = persona.name.spoken_in(program.language)
    text = program.texts.persona_fine.format(name=name, path=file)
    program.console().print(Text(f"✓ {text}", style="green"), soft_wrap=True)
