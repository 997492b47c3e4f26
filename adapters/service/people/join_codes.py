"""Join codes: eight letters and digits that can be read out, and stand for a room's invitation until a date.

An invitation proves itself; a code is too short for that and is looked up. It has 40 bits: with ten thousand
codes open at a time, one guess in a hundred million opens a room, and whoever guesses is slowed down.
"""

from __future__ import annotations

import hashlib
import unicodedata
from typing import Final

import attrs

from adapters.service.people.invitations import Invitation

LENGTH: Final = 8
ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: without I, L and O, which look like digits, and U, which makes words."""
_LIKE_DIGITS: Final = str.maketrans("ILO", "110")
_SPACING: Final = frozenset(("Zs", "Pd", "Cf", "Cc"))
"""Categories of what people put between groups: blanks, dashes, ends of lines, joiners that nobody sees."""
_MINUS: Final = "\u2212"
_HALF: Final = LENGTH // 2
_BYTES: Final = LENGTH * 5 // 8


@attrs.frozen(kw_only=True)
class JoinCode:
    """A code, and what it stands for.

    Attributes:
        code: Eight of `ALPHABET`, without anything between them.
        invitation: The room, the role, and until when the code is good.
    """

    code: str = attrs.field(repr=False)
    invitation: Invitation


def drawn_code(secret_text: str) -> str:
    """Return the code that an unguessable text leads to."""
    number = int.from_bytes(
        hashlib.blake2b(secret_text.encode(), digest_size=_BYTES, person=b"join").digest()
    )
    return "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(LENGTH)))


def written_code(code: str) -> str:
    """Return a code as people write it: `K7QD-2MXA`."""
    return f"{code[:_HALF]}-{code[_HALF:]}"


def read_code(text: str) -> str | None:
    """Return the code that somebody typed, None when it can't be one.

    Small and wide letters, blanks and dashes are as good; I and L are read as 1, O as 0.
    """
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFKC", text)
        if letter != _MINUS and unicodedata.category(letter) not in _SPACING
    )
    code = plain.upper().translate(_LIKE_DIGITS)
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else None
