"""A text as a model may see it: what a person would read, and nothing that hides between the letters."""

from __future__ import annotations

import unicodedata
from typing import Final

from interview_engine.scoring.plain_text import plain_text

LONGEST_SHOWN: Final = 6_000
"""Characters of one person's text in a prompt: more than the engine's longest answer."""

_UNSEEN: Final = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})
_MOST_MARKS: Final = 2
"""Combining marks on one letter: more are no writing of Korean or English."""


def shown_text(text: str, longest: int = LONGEST_SHOWN) -> str:
    """Return a text in NFKC, line by line, without invisible, private or stacked characters.

    A quotation from it stands in the original too, once both are folded by `plain_text`.

    Args:
        text: Any text, also hostile.
        longest: Characters that are kept.
    """
    lines = (_visible(plain_text(line)) for line in text.splitlines())
    return "\n".join(line for line in lines if line)[:longest].rstrip()


def one_line(text: str, longest: int = 200) -> str:
    """Return a name, a title or a file's name as one short line.

    Args:
        text: Any text, also hostile.
        longest: Characters that are kept.
    """
    return " ".join(shown_text(text, longest).split())


def _visible(line: str) -> str:
    if line.isascii():
        return line
    kept: list[str] = []
    marks = 0
    for letter in line:
        category = unicodedata.category(letter)
        if category in _UNSEEN:
            continue
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if marks <= _MOST_MARKS:
            kept.append(letter)
    return "".join(kept).strip()
