"""Options that the server's commands share."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from adapters.program.texts import ProgramTexts
from adapters.terminal.options import FILE


def server_options(words: ProgramTexts) -> tuple[click.Option, ...]:
    """Return what says where a server listens, what it serves, and to whom: for `serve` and `doctor`."""
    return (
        click.Option(["--host"], help=words.host, metavar="ADDRESS"),
        click.Option(["--port"], type=click.IntRange(0, 65_535), help=words.port),
        data_option(words),
        config_option(words),
        click.Option(["--public-url"], metavar="URL", help=words.public_url),
        click.Option(["--origins"], metavar="URLS", help=words.origins),
    )


def data_option(words: ProgramTexts) -> click.Option:
    """Return `--data`, the server's data folder."""
    return click.Option(["--data"], type=FILE, metavar="DIR", help=words.data)


def config_option(words: ProgramTexts) -> click.Option:
    """Return `--config`, a file of settings."""
    return click.Option(["--config"], type=FILE, metavar="FILE", help=words.config)


def said_again(data: Path | None, config: Path | None) -> str:
    """Return `--data` and `--config` as they were said, for a command that a person is told to run."""
    given = {"--data": data, "--config": config}
    return "".join(f" {name} {shlex.quote(str(path))}" for name, path in given.items() if path is not None)
