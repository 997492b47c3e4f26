"""A fence: marks that nobody can know beforehand, around every text that came from a person or a document.

What stands between the marks is data. A text that tries to close its fence would have to guess 64 bits.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable

import attrs

from adapters.llm.defences.shown_text import LONGEST_SHOWN, shown_text

FreshToken = Callable[[], str]
"""Makes the secret part of one call's marks."""


def fresh_token() -> str:
    """Return 16 hexadecimal digits that are used once."""
    return secrets.token_hex(8)


@attrs.frozen
class Fence:
    """The marks of one call.

    Attributes:
        token: Secret until the call is made.
    """

    token: str = attrs.field(factory=fresh_token, repr=False)

    def around(self, name: str, text: str, longest: int = LONGEST_SHOWN) -> str:
        """Return a text as data between this call's marks.

        Args:
            name: What it is ("answer", "document"), from our own code.
            text: Anybody's text; it is cleaned of invisible characters.
            longest: Characters that are kept.
        """
        # A blank in its place: joining what stood around it could make the token again.
        inside = shown_text(text, longest).replace(self.token, " ")
        return f"<{name}-{self.token}>\n{inside}\n</{name}-{self.token}>"
