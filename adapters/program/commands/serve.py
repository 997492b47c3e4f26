"""`serve`: the interview server, until somebody stops it."""

from __future__ import annotations

from pathlib import Path

import click

from adapters.program.chosen_settings import chosen_settings
from adapters.program.extras import require_server
from adapters.program.language_models import chosen_models
from adapters.program.options import server_options
from adapters.program.settings import LogFormat, LogLevel
from adapters.program.settings_loading import Value
from adapters.program.texts import ProgramTexts, program_texts
from adapters.terminal.bootstrap import Program
from adapters.terminal.options import enum_option, make_command
from adapters.terminal.texts import Texts


def command(texts: Texts, words: ProgramTexts) -> click.Command:
    """Return the command."""
    return make_command(
        "serve",
        run,
        texts,
        words.serve,
        *server_options(words),
        enum_option("--log-format", LogFormat, words.log_format),
        enum_option("--log-level", LogLevel, words.log_level),
        click.Option(["--drain-ms"], type=click.IntRange(500, 600_000), help=words.drain_ms),
    )


def run(program: Program, config: Path | None, **flags: Value | None) -> int:
    """Serve until a signal comes; return 0 after an orderly stop."""
    require_server(program_texts(program.language))
    loaded = chosen_settings(program, flags, config)
    models = chosen_models(program, loaded.settings.data)
    from adapters.program.serving import serve

    return serve(program, loaded, models)
