"""Options that several commands share, and how a command is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

import click

from adapters.terminal.polite_group import PoliteCommand
from adapters.terminal.texts import Texts
from interview_engine.vocabulary import Language

E = TypeVar("E", bound=Enum)

FILE = click.Path(path_type=Path)


def make_command(  # type: ignore[explicit-any] # a command's parameters are click's business
    name: str, run: Callable[..., Any], texts: Texts, explanation: str, *params: click.Parameter
) -> click.Command:
    """Return a command that takes `--lang` and `--help` too.

    Args:
        name: The word on the command line.
        run: Takes the program and the parameters.
        texts: The person's language.
        explanation: What the command does.
        params: Its arguments and options.
    """
    return PoliteCommand(
        name,
        callback=click.pass_obj(run),
        help=explanation,
        short_help=explanation.split("\n\n", maxsplit=1)[0],
        params=[*params, language_option(texts), help_option(texts)],
        add_help_option=False,
    )


def language_option(texts: Texts) -> click.Option:
    """Return `--lang`; its value was read before the command line was built."""
    choice = click.Choice([language.value for language in Language])
    return click.Option(["--lang"], type=choice, expose_value=False, help=texts.help.lang)


def help_option(texts: Texts) -> click.Option:
    """Return `--help`."""

    def show(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 -- click's callback
        if wanted and not ctx.resilient_parsing:
            click.echo(ctx.get_help(), color=ctx.color)
            ctx.exit()

    return click.Option(
        ["--help", "-h"], is_flag=True, expose_value=False, is_eager=True, callback=show, help=texts.help.help
    )


def log_argument() -> click.Argument:
    """Return the argument that names a log file."""
    return click.Argument(["file"], type=FILE, metavar="FILE")


def enum_option(name: str, values: Iterable[E], explanation: str) -> click.Option:
    """Return an option that takes one of an enum's values, or of some of them."""
    return click.Option([name], type=click.Choice([item.value for item in values]), help=explanation)


def chosen(values: type[E], value: str | None) -> E | None:
    """Return the enum's member for an option's value, or None when it was not given."""
    return None if value is None else values(value)


def listed(value: str | None) -> tuple[str, ...] | None:
    """Return the names in a list with commas, or None when it was not given."""
    if value is None:
        return None
    return tuple(name.strip() for name in value.replace("，", ",").split(",") if name.strip())
