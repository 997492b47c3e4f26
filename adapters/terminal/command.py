"""The terminal's commands, as one command line that a program may add its own to."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

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

_COMMANDS = (play, replay, verify, fork, report, redact, personas, questions, check_persona, simulate)

Wire = Callable[[Program], PoliteGroup]


def command_line(
    program: Program, more: Sequence[click.Command] = (), doctor_of_more: click.Command | None = None
) -> PoliteGroup:
    """Return the whole command line in the program's language.

    Args:
        program: What every command works with.
        more: Commands beside the terminal's own.
        doctor_of_more: A `doctor` that looks at more than the terminal, in place of its own.
    """
    texts = program.texts
    params: list[click.Parameter] = [help_option(texts), language_option(texts), _version_option(program)]
    group = PoliteGroup(program, params)
    for module in _COMMANDS:
        group.add_command(module.command(texts))
    group.add_command(doctor_of_more or doctor.command(texts))
    for command in more:
        group.add_command(command)
    return group


def run(wire: Wire, argv: Sequence[str] | None = None) -> None:
    """Run a command line and leave the process with its exit code.

    Args:
        wire: Makes it for a program.
        argv: The words after the program's name; those of the process by default.
    """
    speak_utf8()
    words = tuple(sys.argv[1:] if argv is None else argv)
    wire(build_program(spoken_language(words))).main(args=list(words))


def main(argv: Sequence[str] | None = None) -> None:
    """Run the terminal's commands alone; see `run`."""
    run(command_line, argv)


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
