"""Quotations: what stands in quotation marks was said, word for word, or it isn't shown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from interview_engine.scoring.plain_text import plain_text

_MARKED: Final = re.compile(r"“([^”]+)”|\"([^\"]+)\"|「([^」]+)」|『([^』]+)』|‘([^’]{4,})’(?!\w)")
_EDGES: Final = " .,!?…·"
_SHORTEST: Final = 4
"""Letters from which marked words are a quotation; fewer are a term that is mentioned."""


def quotations(text: str) -> tuple[str, ...]:
    """Return what a text puts in quotation marks; terms of a few letters are none.

    Args:
        text: A text that a model wrote.
    """
    found = (next(filter(None, match.groups()), "") for match in _MARKED.finditer(text))
    return tuple(quote for quote in found if len(quote.strip(_EDGES)) >= _SHORTEST)


def stands_in(quote: str, texts: Iterable[str]) -> bool:
    """Return whether a quotation is verbatim in one of the texts, apart from its outer punctuation.

    Args:
        quote: Without its marks.
        texts: What was really said.
    """
    folded = plain_text(quote).strip(_EDGES)
    return bool(folded) and any(folded in plain_text(text) for text in texts)


def invented_quotations(text: str, texts: Iterable[str]) -> tuple[str, ...]:
    """Return the quotations of a text that nobody said.

    Args:
        text: A text that a model wrote.
        texts: What was really said.
    """
    said = tuple(texts)
    return tuple(quote for quote in quotations(text) if not stands_in(quote, said))
