"""Limits on what people write."""

from __future__ import annotations

import unicodedata

from interview_engine.core.refusals import RefusalCode
from interview_engine.core.transition import refuse

_UNSEEN_KINDS = frozenset({"Cc", "Cf", "Cs"})
_UNSEEN_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Fillers and joiners that count as letters, marks or symbols, and show nothing."""

LONGEST_ANSWER = 5_000
LONGEST_CHAT = 500
LONGEST_NAME = 40
LONGEST_FACT = 500
MOST_FACTS = 40


def checked_length(text: str, longest: int) -> str:
    """Return the text, refused when it has more than `longest` characters."""
    if len(text) > longest:
        refuse(RefusalCode.TEXT_TOO_LONG, f"{len(text)} characters, at most {longest}")
    return text


def checked_name(text: str) -> str:
    """Return a display name, refused when empty or too long.

    Two names that look the same are the same: Korean typed as single letters is composed (NFC), and what
    nobody can see is left out: outer white space, controls, characters of zero width and of direction.
    """
    composed = unicodedata.normalize("NFC", text)
    seen = (letter for letter in composed if letter.isspace() or not _unseen(letter))
    name = " ".join("".join(seen).split())
    if not name:
        refuse(RefusalCode.BAD_VALUE, "a name is needed")
    return checked_length(name, LONGEST_NAME)


def _unseen(letter: str) -> bool:
    variation = "\ufe00" <= letter <= "\ufe0f" or "\U000e0100" <= letter <= "\U000e01ef"
    return variation or letter in _UNSEEN_LETTERS or unicodedata.category(letter) in _UNSEEN_KINDS
