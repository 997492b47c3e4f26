"""One reading of a text for every rule: what a person sees, without invisible or look-alike tricks."""

from __future__ import annotations

import re
import unicodedata

# Zero-width, bidirectional, tag, filler and control characters: they carry no speech, only tricks.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]"
)
_SPACES = re.compile(r"\s+")
# What most texts are made of: nothing invisible, nothing that NFKC folds, no white space but the plain space.
_PLAIN = re.compile("[ -~가-힣]*")


def plain_text(text: str) -> str:
    """Return the text in NFKC without invisible characters and with each run of whitespace as one space.

    Args:
        text: Any text, also hostile.

    Returns:
        The folded text; folding it again changes nothing.
    """
    if _PLAIN.fullmatch(text):
        return (_SPACES.sub(" ", text) if "  " in text else text).strip()
    visible = _INVISIBLE.sub("", text)
    if not visible.isascii():
        folded = unicodedata.normalize("NFKC", visible)
        if folded != visible:
            visible = _INVISIBLE.sub("", folded)
    return _SPACES.sub(" ", visible).strip()
