"""`doctor`: the terminal's check-up, and the server's with the settings that `serve` would run with."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from adapters.program.options import server_options
from adapters.program.server_checkup import check_server
from adapters.program.settings_loading import Value
from adapters.program.texts import ProgramTexts
from adapters.terminal.bootstrap import Program
from adapters.terminal.commands import doctor
from adapters.terminal.options import make_command
from adapters.terminal.texts import Texts


def command(texts: Texts, words: ProgramTexts) -> click.Command:
    """Return the command."""
    return make_command("doctor", run, texts, words.doctor, *server_options(words))


def run(program: Program, config: Path | None, **flags: Value | None) -> int:
    """Print what was checked; return 0 when nothing is wrong, else 1."""
    return doctor.run(program, partial(check_server, flags=flags, config=config))
