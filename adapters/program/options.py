"""Options that the server's commands share."""

from __future__ import annotations

import click

from adapters.program.texts import ProgramTexts
from adapters.terminal.options import FILE


def data_option(words: ProgramTexts) -> click.Option:
    """Return `--data`, the server's data folder."""
    return click.Option(["--data"], type=FILE, metavar="DIR", help=words.data)


def config_option(words: ProgramTexts) -> click.Option:
    """Return `--config`, a file of settings."""
    return click.Option(["--config"], type=FILE, metavar="FILE", help=words.config)
