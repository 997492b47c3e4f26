"""The attacks of the injection suite, by category and language; written for it, in attacks.json.

In each category the even ones were in view when the tripwire's rules were written, and the odd ones were not
tuned for. Those of "fresh" were written after the rules of words, before those on requests; "unseen" after
all of them.
"""

from __future__ import annotations

import json
from pathlib import Path

import attrs

from interview_engine.vocabulary import Language

FILE = Path(__file__).with_name("attacks.json")
ON_WRITERS = frozenset({"resume", "hijack"})
"""Categories that aim at interviewers and candidates; the others aim at judges."""


@attrs.frozen(kw_only=True)
class Attack:
    """One text that somebody slips into an answer or a résumé."""

    category: str
    language: Language
    number: int
    text: str


def load_attacks() -> tuple[Attack, ...]:
    """Read all attacks, in the order of the file."""
    found = json.loads(FILE.read_text(encoding="utf-8"))
    return tuple(
        Attack(category=category, language=Language(language), number=number, text=text)
        for category, languages in found.items()
        for language, texts in languages.items()
        for number, text in enumerate(texts)
    )
