"""Disguised text: what nobody says aloud in an interview, and what it says once it is undone.

Speech has no base64, no escapes, no letters strung on dots. A run of these is dropped whatever it hides;
milder disguises (look-alike digits, reversed or rotated letters) count when what they hide is an order.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Final

_UNSPEAKABLE: Final = re.compile(
    r"(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{16,}={1,2}(?![\w=])|(?<![0-9A-Fa-f])(?:[0-9a-fA-F]{2}){12,}(?![0-9A-Fa-f])"
    r"|(?:%[0-9A-Fa-f]{2}){3,}|(?:\\u[0-9a-fA-F]{4}){3,}|(?:\\x[0-9a-fA-F]{2}){3,}|(?:&#x?[0-9a-fA-F]+;){3,}"
    r"|[\u3131-\u318e]{2,}(?:\s[\u3131-\u318e]+){2,}|[\u3131-\u318e]{8,}"
    r"|<\s*/?\s*[A-Za-z가-힣][\w-]{0,40}\s*>|<\||\|>|\]\]>|<!--|\[/?INST\]|={3,}|-{4,}|---\s|#{3,}|<{4,}"
    r"|>{4,}|`{3}"
    r"|\"\s*:\s*[\"\[{]|^\s*[\"'\]}]+\s*,"
)
_RUN: Final = re.compile(r"[A-Za-z0-9+/]{20,}={0,2}")
_SPELLED: Final = re.compile(r"(?:(?<=\s)|^)\S(?:[\s·.\-_*|/]+\S(?=[\s·.\-_*|/]|$)){4,}")
_BETWEEN: Final = re.compile(r"[\s·.\-_*|/]+")
_DIGIT_INSIDE: Final = re.compile(r"(?<=[가-힣])\d(?=[가-힣\s]|$)")
_LOOK_ALIKE: Final = str.maketrans("013457@$!|", "oieastasil")
_LEET_WORD: Final = re.compile(r"\b(?=\w*[a-z])(?=\w*[0134570@$])[\w@$]{4,}\b", re.IGNORECASE)
_LATIN: Final = re.compile(r"[A-Za-z]{4,}")


def unspeakable(line: str) -> bool:
    """Return whether a line holds something that can't be said aloud: code, escapes, tags, rulers.

    Args:
        line: Without invisible characters.
    """
    return _UNSPEAKABLE.search(line) is not None or any(map(_is_coded, _RUN.findall(line)))


def _is_coded(run: str) -> bool:
    """Return whether a run of letters mixes small ones, capitals and digits as no word does."""
    return run != run.lower() and run != run.upper() and any(map(str.isdigit, run))


def undone(sentence: str) -> Iterator[str]:
    """Yield what a sentence says once a disguise is taken off; nothing for one that wears none.

    Args:
        sentence: Folded.
    """
    spelled = _SPELLED.sub(lambda run: _BETWEEN.sub("", run.group()), sentence)
    if spelled != sentence:
        yield spelled
    if len(_DIGIT_INSIDE.findall(sentence)) >= 3:
        yield _DIGIT_INSIDE.sub("", sentence)
    if len(_LEET_WORD.findall(sentence)) >= 2:
        yield sentence.lower().translate(_LOOK_ALIKE)
    yield sentence[::-1]
    if len(_LATIN.findall(sentence)) >= 3:
        yield codecs.encode(sentence, "rot13")
