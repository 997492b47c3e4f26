"""Foreign text made safe to set beside ours: no control characters, none that turn the reading direction."""

from __future__ import annotations

import re

# C0 and C1 controls but tab and line feed, bidirectional embeddings, overrides and isolates, halves of
# surrogate pairs, non-characters: none is visible, and each can break a file or disguise what follows.
_CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\x0b|\x0c|\x85")


def readable(text: str) -> str:
    """Return the text with plain line feeds and without characters that only machines see."""
    return _CONTROLS.sub("", _LINE_ENDS.sub("\n", text))
