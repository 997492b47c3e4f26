"""A drafted answer as lines with weights, and how it becomes one text of the right length."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

_FOLD = re.compile(r"[\W_]+")


@attrs.frozen(kw_only=True)
class Line:
    """One sentence of a draft.

    Attributes:
        text: The sentence.
        weight: How much is lost without it; the lightest lines go first when time is short.
    """

    text: str
    weight: float


def fold(text: str) -> str:
    """Return a text's letters and digits alone, in lower case, for telling sentences apart."""
    return _FOLD.sub("", text).lower()


def without_repeats(lines: Iterable[Line], said: tuple[str, ...] = ()) -> tuple[Line, ...]:
    """Drop blank lines, and lines already said in this draft or in earlier answers.

    Args:
        lines: The draft, in order.
        said: Earlier answers of the same candidate.
    """
    before = " ".join(fold(answer) for answer in said)
    seen: set[str] = set()
    kept: list[Line] = []
    for line in lines:
        folded = fold(line.text)
        if folded and folded not in seen and folded not in before:
            seen.add(folded)
            kept.append(line)
    return tuple(kept)


def fit(lines: tuple[Line, ...], limit: int) -> str:
    """Join a draft into a text, leaving out its lightest lines until it fits.

    Args:
        lines: The draft, in order.
        limit: Longest text, in characters.

    Returns:
        The text; when even the weightiest line is too long, that line cut at a word's end.
    """
    kept = list(lines)
    while len(kept) > 1 and _length(kept) > limit:
        # Of equally light lines the later one goes: an answer that runs out of time loses its end.
        lightest = min(range(len(kept)), key=lambda index: (kept[index].weight, -index))
        del kept[lightest]
    text = " ".join(line.text for line in kept)
    return text if len(text) <= limit else _cut(text, limit)


def _length(lines: list[Line]) -> int:
    """Return the length of the joined lines."""
    return sum(len(line.text) for line in lines) + len(lines) - 1


def _cut(text: str, limit: int) -> str:
    """Shorten a text at a word's end."""
    head = text[:limit]
    return head.rsplit(" ", 1)[0] if " " in head else head
