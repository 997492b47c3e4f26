"""Limits on what people write."""

from __future__ import annotations

from interview_engine.core.refusals import RefusalCode
from interview_engine.core.transition import refuse

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
    """Return a display name without outer white space, refused when empty or too long."""
    name = " ".join(text.split())
    if not name:
        refuse(RefusalCode.BAD_VALUE, "a name is needed")
    return checked_length(name, LONGEST_NAME)
