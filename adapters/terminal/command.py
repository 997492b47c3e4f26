"""The console command `interview-engine`."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

import interview_engine
from adapters.terminal.bootstrap import Program, build_program, speak_utf8
from adapters.terminal.commands import (
    check_persona,
    doctor,
    fork,
    personas,
    play,
    questions,
    redact,
    replay,
    report,
    simulate,
    verify,
)
from adapters.terminal.options import help_option, language_option
from adapters.terminal.polite_group import PoliteGroup
from interview_engine.vocabulary import Language

_COMMANDS = (play, replay, verify, fork, report, redact, personas, questions, check_persona, simulate, doctor)


def main(argv: Sequence[str] | None = None) -> None:
    """Run the program and leave the process with its exit code.

    Args:
        argv: The words after the program's name; those of the process by default.
    """
    speak_utf8()
    words = tuple(sys.argv[1:] if argv is None else argv)
    command_line(build_program(spoken_language(words))).main(args=list(words))


def command_line(program: Program) -> PoliteGroup:
    """Return the whole command line in the program's language.

    Args:
        program: What every command works with.
    """
    texts = program.texts
    params: list[click.Parameter] = [help_option(texts), language_option(texts), _version_option(program)]
    group = PoliteGroup(program, params)
    for module in _COMMANDS:
        group.add_command(module.command(texts))
    return group


def spoken_language(words: Sequence[str]) -> Language:
    """Return the language that a command line asks for: Korean unless `--lang` says another.

    The texts of the options themselves depend on it, so it is looked for before click reads the words.
    """
    for place, word in enumerate(words):
        name, equals, value = word.partition("=")
        if name == "--lang":
            chosen = value if equals else "".join(words[place + 1 : place + 2])
            return Language.EN if chosen == Language.EN.value else Language.KO
    return Language.KO


def _version_option(program: Program) -> click.Option:
    def show(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 -- click's callback
        if wanted and not ctx.resilient_parsing:
            click.echo(f"interview-engine {interview_engine.__version__}")
            ctx.exit()

    return click.Option(
        ["--version"],
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=show,
        help=program.texts.help.version,
    )
