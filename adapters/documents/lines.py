"""A document's text as lines: bullets taken off, wrapped lines joined, long paragraphs cut into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs

from adapters.documents.contacts import is_private
from adapters.documents.sections import section_of
from interview_engine.scoring.plain_text import plain_text

LONGEST_LINE: Final = 120
"""Characters up to which a line is no paragraph."""
LONGEST_SENTENCE: Final = 500

_BULLET: Final = re.compile(
    r"^\s*(?:[-*+•·▪▫◦●○■□▶▷►▸※✓✔✅–—ㆍ∙⦁➢➔→❖◆◇★☆\ue000-\uf8ff]\s*|(?:\d{1,2}|[a-zA-Z가-하])[.)]\s+"
    r"|[①-⑳❶-❿]\s*|\(\d{1,2}\)\s*)+"
)
_MARKUP: Final = re.compile(r"\*\*|__|`|^\s*>+\s?|^\s*#+\s*")
_HIDDEN: Final = re.compile(r"```.*?(?:```|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL)
_SENTENCE_END: Final = re.compile(r"(?<=[.!?。])\s+|(?<=니다)\s+(?=\S)")
_WRAPPED_FROM: Final = 20
"""Characters from which a line may be one that the page's edge broke."""
_OPEN_END: Final = re.compile(
    r"(?:[,·+&(/-]|[가-힣](?:을|를|의|에|에서|으로|와|과|및|하여|하고|하며|해|통해|위해|위한|대한|통한|된"
    r"|한|는|은)|\b(?:and|or|the|a|an|of|to|for|with|by|in"
    r"|on|from|using))$",
    re.IGNORECASE,
)


@attrs.frozen(kw_only=True)
class Line:
    """A line, or a sentence of a paragraph.

    Attributes:
        text: Without bullet and outer white space.
        listed: It had a bullet.
        private: It holds contact data, perhaps in what was taken for a bullet.
    """

    text: str
    listed: bool
    private: bool


def lines_of(text: str) -> Iterator[Line]:
    """Yield the lines of a text in order, without code blocks and comments, which nobody reads aloud."""
    held: Line | None = None
    for raw in _HIDDEN.sub("\n", text).split("\n"):
        if len(raw) > LONGEST_LINE:
            yield from (held,) if held else ()
            held = None
            yield from _sentences(raw)
            continue
        line = _line(raw)
        if held is not None and _goes_on(held, line):
            held = _joined(held, line)
            continue
        yield from (held,) if held else ()
        held = line if line.text else None
    yield from (held,) if held else ()


def _sentences(paragraph: str) -> Iterator[Line]:
    listed = _line(paragraph[:LONGEST_LINE]).listed
    for sentence in _SENTENCE_END.split(paragraph):
        # Nobody writes such sentences, and rules that look far take long over them.
        if len(sentence) <= LONGEST_SENTENCE:
            yield attrs.evolve(_line(sentence), listed=listed)


def _line(raw: str) -> Line:
    plain = _MARKUP.sub("", raw)
    bare = _BULLET.sub("", plain)
    return Line(
        text=" ".join(bare.split()),
        listed=len(bare.strip()) < len(plain.strip()),
        private=is_private(plain_text(raw)) or is_private(plain_text(bare)),
    )


def _goes_on(held: Line, line: Line) -> bool:
    """Return whether a line is the rest of the one before it, which ended at the page's edge."""
    if line.listed or not line.text or section_of(line.text):
        return False
    if not _WRAPPED_FROM <= len(held.text) <= LONGEST_SENTENCE - LONGEST_LINE:
        return False
    return bool(_OPEN_END.search(held.text)) or (held.listed and line.text[0].islower())


def _joined(held: Line, line: Line) -> Line:
    text = f"{held.text} {line.text}"
    private = held.private or line.private or is_private(plain_text(text))
    return Line(text=text, listed=held.listed, private=private)
