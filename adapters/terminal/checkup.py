"""What `doctor` looks at: each check says what it found, and what to do when that is not enough."""

from __future__ import annotations

import platform
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import attrs

from adapters.terminal.bootstrap import Program
from interview_engine.core.settings import Preset, Settings
from interview_engine.core.verifying import verify
from interview_engine.offline.interview import Interview
from interview_engine.personas.errors import PersonasError

NARROWEST = 40
_PACKAGES = ("attrs", "msgspec", "rapidfuzz", "click", "prompt-toolkit", "rich")


@attrs.frozen(kw_only=True)
class Check:
    """One thing that was looked at; `advice` is empty when it is fine."""

    name: str
    value: str
    advice: str = ""


MoreChecks = Callable[[Program], tuple[Check, ...]]
"""Looks at what other parts of a program need."""


def nothing_more(program: Program) -> tuple[Check, ...]:
    """Look at nothing."""
    del program
    return ()


def check_all(program: Program, width: int, more: MoreChecks = nothing_more) -> tuple[Check, ...]:
    """Return everything that was found about this installation and terminal.

    Args:
        program: The program.
        width: Columns of the screen.
        more: Looks at what is not the terminal's.
    """
    texts = program.texts
    encoding = sys.stdout.encoding or "?"
    utf8 = encoding.lower().replace("-", "") == "utf8"
    return (
        Check(name=texts.doctor_python, value=f"{platform.python_version()} ({sys.executable})"),
        Check(name=texts.doctor_packages, value=", ".join(_versions())),
        _data_folder(program),
        Check(name=texts.doctor_encoding, value=encoding, advice="" if utf8 else texts.doctor_encoding_bad),
        Check(
            name=texts.doctor_width,
            value=texts.doctor_width_value.format(width=width),
            advice="" if width >= NARROWEST else texts.doctor_width_bad,
        ),
        Check(
            name=texts.doctor_keyboard,
            value=texts.doctor_keyboard_yes if program.keyboard else texts.doctor_keyboard_no,
        ),
        _catalogue(program),
        _trial(program),
        *more(program),
    )


def _versions() -> list[str]:
    found = []
    for package in ("interview-engine", *_PACKAGES):
        try:
            found.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            found.append(f"{package} ?")
    return found


def _data_folder(program: Program) -> Check:
    folder = program.environment.data_folder
    texts = program.texts
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder):
            pass
    except OSError:
        return Check(name=texts.doctor_data, value=str(folder), advice=texts.doctor_data_bad)
    return Check(name=texts.doctor_data, value=str(Path(folder)))


def _catalogue(program: Program) -> Check:
    texts = program.texts
    try:
        catalogue = program.catalogue()
    except PersonasError as error:
        return Check(name=texts.doctor_catalogue, value=str(error), advice=texts.doctor_catalogue_bad)
    counts = (len(catalogue.candidates), len(catalogue.interviewers), len(catalogue.questions))
    value = texts.doctor_catalogue_value.format(
        candidates=counts[0], interviewers=counts[1], questions=counts[2]
    )
    return Check(
        name=texts.doctor_catalogue, value=value, advice="" if all(counts) else texts.doctor_catalogue_bad
    )


def _trial(program: Program) -> Check:
    """Play a whole short interview in memory, and verify its log."""
    texts = program.texts
    began = time.perf_counter()
    try:
        settings = Settings(language=program.language, preset=Preset.SHORT)
        interview = Interview.begin(seed="doctor", settings=settings)
        while interview.wait() is not None:
            interview.answer(texts.app_title)
        sound = verify(tuple(interview.log)).sound
        questions = len(interview.room.rounds)
    except Exception as error:  # noqa: BLE001 -- whatever is wrong is what the check-up is for
        return Check(
            name=texts.doctor_interview, value=type(error).__name__, advice=texts.doctor_interview_bad
        )
    took = int((time.perf_counter() - began) * 1000)
    value = texts.doctor_interview_value.format(questions=questions, ms=took)
    return Check(name=texts.doctor_interview, value=value, advice="" if sound else texts.doctor_interview_bad)
