"""The prompts' files: `<language>/<task>.md`, a version and named parts with `{{places}}`.

A file begins with `version: N`; a line `=== name` opens a part. Filling a part is one pass over it: what is
filled in is never read for places again, whatever it holds.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from importlib import resources
from types import MappingProxyType
from typing import Final

import attrs

from adapters.llm.asking import Task
from interview_engine.vocabulary import Language

_VERSION: Final = re.compile(r"version: (\d+)\n")
_PART: Final = re.compile(r"^=== ([a-z0-9_.]+)\n", re.MULTILINE)
_PLACE: Final = re.compile(r"\{\{([a-z_]+)\}\}")


class BrokenPrompt(Exception):
    """A prompt's file, or its use, is wrong: a bug of ours."""


@attrs.frozen(kw_only=True)
class PromptText:
    """One task's prompt in one language.

    Attributes:
        version: "judge.ko/1".
        parts: Named texts.
    """

    version: str
    parts: Mapping[str, str]

    def fill(self, part: str, /, **values: str | int) -> str:
        """Return a part with its places filled.

        Args:
            part: The part's name.
            values: What goes into each place; exactly the part's places.

        Raises:
            BrokenPrompt: There is no such part, or its places are others.
        """
        text = self.parts.get(part)
        if text is None:
            raise BrokenPrompt(f"{self.version} has no part {part!r}")
        places = set(_PLACE.findall(text))
        if places != set(values):
            raise BrokenPrompt(f"{self.version} {part}: places {sorted(places)}, values {sorted(values)}")
        return _PLACE.sub(lambda place: str(values[place[1]]), text)

    def fill_some(self, part: str, /, **values: str | int) -> str:
        """Return a part like `fill`, or an empty text when any value is empty.

        Args:
            part: The part's name.
            values: What goes into each place.

        Raises:
            BrokenPrompt: There is no such part, or its places are others.
        """
        return self.fill(part, **values) if all(value != "" for value in values.values()) else ""


@functools.cache
def prompt_text(task: Task, language: Language) -> PromptText:
    """Return a task's prompt in a language; read once.

    Args:
        task: What is asked for.
        language: The room's language.

    Raises:
        BrokenPrompt: The file does not read.
    """
    file = resources.files(__package__).joinpath(language.value, f"{task.value}.md")
    return parsed(f"{task.value}.{language.value}", file.read_text(encoding="utf-8"))


def parsed(name: str, text: str) -> PromptText:
    """Read a prompt's file.

    Args:
        name: Task and language.
        text: The file.

    Raises:
        BrokenPrompt: It has no version, a text outside a part, or a part twice.
    """
    version = _VERSION.match(text)
    if version is None:
        raise BrokenPrompt(f"{name} doesn't begin with its version")
    before, *rest = _PART.split(text[version.end() :])
    names = rest[0::2]
    if before.strip() or len(set(names)) != len(names):
        raise BrokenPrompt(f"{name} has a text outside a part, or a part twice")
    parts = dict(zip(names, (body.strip("\n") for body in rest[1::2]), strict=True))
    return PromptText(version=f"{name}/{version[1]}", parts=MappingProxyType(parts))
