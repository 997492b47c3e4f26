"""The one table from errors of the engine and of click to what a person is told."""

from __future__ import annotations

import click

from adapters.terminal.bootstrap import Program
from adapters.terminal.failures import ExitCode, Failure
from adapters.terminal.texts import Texts
from interview_engine.core.refusals import CommandRefused, message
from interview_engine.personas.errors import (
    BrokenPackageData,
    UnknownEntry,
    UnknownInterviewer,
    UnknownPersona,
    UnknownQuestion,
)


def explained(error: Exception, program: Program) -> Failure | None:
    """Return what to tell a person about an error, or None for a bug of ours."""
    texts = program.texts
    match error:
        case Failure():
            return error
        case CommandRefused():
            return Failure(message(error.code, program.language), error.detail)
        case UnknownEntry():
            return _unknown(error, texts)
        case BrokenPackageData():
            text = texts.trouble.error_package_data.format(why=error)
            return Failure(text, texts.trouble.hint_reinstall, ExitCode.FILE)
        case click.ClickException():
            return _click(error, texts)
        case _:
            return None


def _unknown(error: UnknownEntry, texts: Texts) -> Failure:
    templates = {
        UnknownPersona: texts.trouble.error_unknown_rival,
        UnknownInterviewer: texts.trouble.error_unknown_interviewer,
        UnknownQuestion: texts.trouble.error_unknown_question,
    }
    template = templates.get(type(error), texts.trouble.error_unknown_question)
    known = ", ".join(error.known[:20])
    return Failure(template.format(name=error.wanted), texts.trouble.hint_known.format(known=known))


def _click(error: click.ClickException, texts: Texts) -> Failure:  # noqa: PLR0911 -- a table
    trouble = texts.trouble
    match error:
        case click.NoSuchOption():
            text = trouble.error_no_option.format(option=error.option_name)
            return Failure(text, _did_you_mean(error.possibilities, texts))
        case click.NoSuchCommand():
            text = trouble.error_no_command.format(command=error.command_name)
            return Failure(text, _did_you_mean(error.possibilities, texts))
        case click.MissingParameter():
            what = _called(error.param)
            return Failure(trouble.error_missing.format(what=what), trouble.hint_help)
        case click.BadParameter() if error.param is not None and isinstance(error.param.type, click.Choice):
            choices = ", ".join(str(choice) for choice in error.param.type.choices)
            return Failure(trouble.error_not_a_choice.format(value=_given(error), choices=choices))
        case click.BadParameter():
            what = _called(error.param)
            return Failure(trouble.error_bad_value.format(what=what, why=error.message), trouble.hint_help)
        case click.UsageError():
            return Failure(trouble.error_usage.format(why=error.message), trouble.hint_help)
        case _:
            return Failure(trouble.error_usage.format(why=error.format_message()), trouble.hint_help)


def _called(param: click.Parameter | None) -> str:
    """Return what a parameter is called on the command line."""
    if param is None:
        return ""
    return (
        param.make_metavar(click.Context(click.Command("")))
        if isinstance(param, click.Argument)
        else param.opts[0]
    )


def _given(error: click.BadParameter) -> str:
    """Return the value that was refused: click names it first, in quotation marks."""
    return error.message.split("'")[1] if error.message.count("'") > 1 else error.message


def _did_you_mean(possibilities: object, texts: Texts) -> str:
    if isinstance(possibilities, list | tuple) and possibilities:
        return texts.trouble.hint_did_you_mean.format(options=", ".join(map(str, possibilities)))
    return texts.trouble.hint_help
