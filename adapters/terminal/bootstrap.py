"""The wiring of the terminal program: environment, data folder, screen, clock and catalogue.

The environment is read here and nowhere else.
"""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Mapping
from pathlib import Path

import attrs
from rich.console import Console

from adapters.terminal.clock import Clock, steady_clock
from adapters.terminal.custom_personas import with_custom_personas
from adapters.terminal.texts import Texts, texts_in
from adapters.terminal.writers import OpenWriters, no_writers
from interview_engine.ids import Millis, Salt
from interview_engine.personas.catalogue import Catalogue, default_catalogue
from interview_engine.vocabulary import Language


@attrs.frozen(kw_only=True)
class Environment:
    """What the surroundings say.

    Attributes:
        data_folder: Where logs and crash notes go.
        clock_rate: How much faster than real time a live interview runs.
    """

    data_folder: Path
    clock_rate: float = 1.0


def read_environment(
    variables: Mapping[str, str], platform: str = sys.platform, home: Path | None = None
) -> Environment:
    """Return the settings that environment variables hold.

    Args:
        variables: INTERVIEW_ENGINE_HOME names the data folder; INTERVIEW_ENGINE_CLOCK_RATE speeds live
            play up (1 to 1000); XDG_DATA_HOME and LOCALAPPDATA are honoured.
        platform: As in `sys.platform`.
        home: The person's home folder.
    """
    try:
        rate = float(variables.get("INTERVIEW_ENGINE_CLOCK_RATE", "1"))
    except ValueError:
        rate = 1.0
    folder = _data_folder(variables, platform, home)
    return Environment(data_folder=folder, clock_rate=min(1000.0, max(1.0, rate)))


def _data_folder(variables: Mapping[str, str], platform: str, home: Path | None) -> Path:
    own = variables.get("INTERVIEW_ENGINE_HOME")
    if own:
        return Path(own)
    home = home or Path(os.path.expanduser("~"))  # noqa: PTH111 -- Path.home() raises without a home
    if platform == "win32":
        return Path(variables.get("LOCALAPPDATA") or home / "AppData" / "Local") / "interview-engine"
    if platform == "darwin":
        return home / "Library" / "Application Support" / "interview-engine"
    return Path(variables.get("XDG_DATA_HOME") or home / ".local" / "share") / "interview-engine"


@attrs.frozen(kw_only=True)
class Program:
    """What every command works with.

    Attributes:
        language: What is spoken.
        environment: What the surroundings say.
        open_writers: Opens writers that work in the background, if there are any here.
    """

    language: Language
    environment: Environment
    open_writers: OpenWriters = no_writers

    @property
    def texts(self) -> Texts:
        """The texts of the chosen language."""
        return texts_in(self.language)

    def console(self) -> Console:
        """Return the screen: standard output as it is now."""
        return Console(highlight=False, emoji=False)

    def clock(self, not_before: Millis = Millis(0)) -> Clock:
        """Return the clock of a live interview, which begins no earlier than an instant."""
        return steady_clock(self.environment.clock_rate, not_before)

    def salt(self) -> Salt:
        """Return fresh secret text that hides personal text behind its digest."""
        return Salt(secrets.token_hex(32))

    def seed(self) -> str:
        """Return a fresh secret seed for a room."""
        return secrets.token_hex(16)

    def catalogue(self, custom: tuple[Path, ...] = ()) -> Catalogue:
        """Return the shipped personas and questions, with a person's own AI candidates.

        Args:
            custom: TOML files of custom candidates.

        Raises:
            Failure: For a file that doesn't read or has problems.
        """
        return with_custom_personas(default_catalogue(), custom, self.language)

    @property
    def keyboard(self) -> bool:
        """Whether a person sits at a terminal with a keyboard."""
        return sys.stdin.isatty() and sys.stdout.isatty()


def build_program(language: Language) -> Program:
    """Return the program for a language, wired to this machine."""
    return Program(language=language, environment=read_environment(os.environ))


def speak_utf8() -> None:
    """Make standard output and error UTF-8 even where the locale is ASCII."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None and (stream.encoding or "").lower().replace("-", "") != "utf8":
            reconfigure(encoding="utf-8", errors="replace")
