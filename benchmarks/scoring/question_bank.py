"""The question bank as plain questions: text, key points and one spoken sentence per point, per language."""

from __future__ import annotations

import json
from pathlib import Path

import attrs

from interview_engine.vocabulary import Language

BANK = Path(__file__).resolve().parents[2] / "interview_engine" / "personas" / "bank"


@attrs.frozen(kw_only=True)
class PlainQuestion:
    """A bank question in one language; `spoken` holds both phrasings of each key point."""

    id: str
    text: str
    key_points: tuple[str, ...]
    spoken: tuple[tuple[str, ...], ...]

    def good_answer(self, variant: int = 0) -> str:
        """Return one phrasing of every key point, joined."""
        return " ".join(phrasings[variant % len(phrasings)] for phrasings in self.spoken)


def load_questions(language: Language) -> tuple[PlainQuestion, ...]:
    """Read every bank file, in order of its name."""
    tongue = language.value
    return tuple(
        PlainQuestion(
            id=row["id"],
            text=row["text"][tongue],
            key_points=tuple(point["point"][tongue] for point in row["key_points"]),
            spoken=tuple(
                tuple(sentence[tongue] for sentence in point["spoken"]) for point in row["key_points"]
            ),
        )
        for path in sorted(BANK.glob("*.json"))
        for row in json.loads(path.read_text(encoding="utf-8"))
    )
