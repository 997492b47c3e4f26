"""Graded short answers with our shares and a floor beside each."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from typing import TYPE_CHECKING

import attrs

from interview_engine.scoring.heuristic.agreement import Shares, shares
from interview_engine.vocabulary import Language

if TYPE_CHECKING:
    from pathlib import Path

_NEAR_EMPTY = re.compile(r"^(?:no|empty) (?:response|submission)", re.IGNORECASE)
_FEW_WORDS = 3


@attrs.frozen(kw_only=True)
class Graded:
    """One answer with a person's grade (0-1), our shares, and the floor's score (0-1).

    Length is in characters.
    """

    question: str
    human: float
    shares: Shares
    floor: float
    length: int
    near_empty: bool


def load(path: Path) -> tuple[Graded, ...]:
    """Read the graded answers and score each one.

    Args:
        path: A file with one JSON object a line.
    """
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    references = ["\n".join(row["reference"]) for row in rows]
    words = [Counter(_words(row["answer"])) for row in rows]
    # The floor may learn word frequencies from all answers; a judge of one answer can't. It is a stiff floor.
    rarity = _rarity([*words, *(Counter(_words(text)) for text in dict.fromkeys(references))])
    return tuple(
        Graded(
            question=row["question"],
            human=float(row["score"]),
            shares=shares(row["question"], reference, row["answer"], Language.EN),
            floor=_floor(mine, Counter(_words(reference)), rarity),
            length=len(row["answer"]),
            near_empty=sum(mine.values()) <= _FEW_WORDS or bool(_NEAR_EMPTY.match(row["answer"])),
        )
        for row, reference, mine in zip(rows, references, words, strict=True)
    )


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _rarity(texts: list[Counter[str]]) -> dict[str, float]:
    counts = Counter(word for text in texts for word in text)
    return {word: math.log((1 + len(texts)) / (1 + count)) + 1.0 for word, count in counts.items()}


def _floor(mine: Counter[str], wanted: Counter[str], rarity: dict[str, float]) -> float:
    """Return half the TF-IDF cosine with the reference and half the TF-IDF-weighted share of its words."""
    product = sum(count * wanted[word] * rarity[word] ** 2 for word, count in mine.items())
    norms = [
        math.sqrt(sum((count * rarity[word]) ** 2 for word, count in text.items())) for text in (mine, wanted)
    ]
    nearness = product / (norms[0] * norms[1]) if norms[0] and norms[1] else 0.0
    total = sum(rarity[word] for word in wanted)
    covered = sum(rarity[word] for word in wanted if word in mine)
    return 0.5 * nearness + 0.5 * (covered / total if total else 0.0)
