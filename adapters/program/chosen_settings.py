"""The settings that a command runs with: the environment is read here, and nowhere else in the program."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from adapters.program.settings import SETTINGS
from adapters.program.settings_loading import LoadedSettings, SettingsError, Value, load_settings
from adapters.program.texts import ProgramTexts, program_texts
from adapters.terminal.bootstrap import Program
from adapters.terminal.failures import ExitCode, Failure

_HINTS = {
    "no_such_setting": "hint_nearest",
    "out_of_range": "hint_range",
    "bad_toml": "hint_place",
    "secret_in_file": "hint_variable",
}
_OF_FILES = ("bad_toml", "unreadable")
HIDDEN = "***"


def chosen_settings(
    program: Program, flags: Mapping[str, Value | None], config: Path | None = None
) -> LoadedSettings:
    """Return the settings of the environment, a file and flags.

    Args:
        program: The program.
        flags: Options by setting; None for those that were not given.
        config: A TOML file named on the command line.

    Raises:
        Failure: Something that is said can't be used.
    """
    given = {path: value for path, value in flags.items() if value is not None}
    try:
        return load_settings(
            os.environ, given, home=program.environment.data_folder, here=Path.cwd(), config=config
        )
    except SettingsError as error:
        raise explained_settings(error, program_texts(program.language)) from error


def explained_settings(error: SettingsError, words: ProgramTexts) -> Failure:
    """Return what to tell a person about a setting that can't be used."""
    text = words.settings[error.code].format(name=error.name, where=_place(error.where, words))
    template = _HINTS.get(error.code)
    hint = getattr(words, template).format(hint=error.hint) if template and error.hint else ""
    return Failure(text, hint, ExitCode.FILE if error.code in _OF_FILES else ExitCode.USAGE)


def settings_rows(loaded: LoadedSettings, words: ProgramTexts) -> tuple[tuple[str, str, str], ...]:
    """Return every setting as (name, value, source), secrets masked."""
    rows = []
    for setting in SETTINGS:
        value = setting.value(loaded.settings)
        source = loaded.sources.get(setting.path)
        shown = HIDDEN if setting.secret and value else shown_value(value)
        if setting.path == "secret" and not value:
            shown = words.key_kept.format(path=loaded.settings.key_file)
        rows.append((setting.path, shown, words.from_default if source is None else _place(source, words)))
    return tuple(rows)


def shown_value(value: object) -> str:
    """Return a setting's value as it can be written down again."""
    return (", ".join(map(str, value)) if isinstance(value, tuple) else str(value)) or "-"


def _place(source: str, words: ProgramTexts) -> str:
    return {"environment": words.from_environment, "flags": words.from_flags}.get(source, source)
