"""The tokens of measured interviews by task, in measured.toml: what `benchmarks.llm.costs --write` found."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from adapters.llm.asking import Task
from interview_engine.core.settings import Preset
from interview_engine.vocabulary import Language

MEASURED_FILE: Final = Path(__file__).parent / "measured.toml"


class TaskTokens(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """What one task took in a whole interview.

    Attributes:
        calls: How many, failed ones included.
        input: Tokens sent.
        repeated: Those of them that were sent before: the most that a cache can save.
        output: Tokens that came back, thinking included.
    """

    calls: int
    input: int
    repeated: int
    output: int


Interview = dict[Task, TaskTokens]
Interviews = dict[Preset, dict[Language, Interview]]


class Measured(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """What was measured, and of what interviews.

    Attributes:
        dated: The day.
        candidates: How many there were, one of them a person.
        interviewers: How many there were.
        several: With models of several families.
        alone: With models of one family, which may not judge what it wrote.
    """

    dated: dt.date
    candidates: int
    interviewers: int
    several: Interviews
    alone: Interviews


@cache
def measured_tokens() -> Measured:
    """Return what was measured."""
    with MEASURED_FILE.open("rb") as file:
        return msgspec.convert(tomllib.load(file), Measured)


def drawn(measured: Measured) -> str:
    """Return the text of the file that says what was measured."""
    lines = [
        "# Tokens of whole simulated interviews by task, from `python -m benchmarks.llm.costs --write`.",
        f"dated = {measured.dated.isoformat()}",
        f"candidates = {measured.candidates}",
        f"interviewers = {measured.interviewers}",
    ]
    families: Mapping[str, Interviews] = {"several": measured.several, "alone": measured.alone}
    for name, interviews in families.items():
        for preset, languages in interviews.items():
            for language, tasks in languages.items():
                lines += ["", f"[{name}.{preset.value}.{language.value}]"]
                lines += [f"{task.value} = {_row(tasks[task])}" for task in Task if task in tasks]
    return "\n".join(lines) + "\n"


def _row(tokens: TaskTokens) -> str:
    fields = ", ".join(f"{name} = {getattr(tokens, name)}" for name in TaskTokens.__struct_fields__)
    return f"{{ {fields} }}"
