"""Sealed bytes: a text as short as it can be that only the server could have written.

What a camera reads off a screen must be short; a JWT with the same claims is five times as long. The seal is
HMAC-SHA-256 cut to 128 bits (RFC 2104, 5: half of the hash is the least). Each use has a key of its own, so
that a text sealed for one is nothing to another, nor a token.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from typing import Final

from adapters.local_identity.signing import SHORTEST_SECRET

_SEAL: Final = 16
_LONGEST: Final = 4_096


class Sealer:
    """Seals bytes for one use and opens them."""

    def __init__(self, secret: bytes, audience: str) -> None:
        """Prepare a sealer.

        Args:
            secret: At least `SHORTEST_SECRET` random bytes.
            audience: The use; texts for another one are not opened.

        Raises:
            ValueError: The secret is too short.
        """
        if len(secret) < SHORTEST_SECRET:
            raise ValueError(f"a secret has {SHORTEST_SECRET} bytes or more, this one {len(secret)}")
        self._key = hmac.digest(secret, audience.encode(), hashlib.sha256)

    def seal(self, content: bytes) -> str:
        """Return the content, readable for everybody, as a text that fits into a link."""
        return _text(content + self._seal(content))

    def open(self, text: str) -> bytes | None:
        """Return what was sealed; None when it was not sealed here, or is written in another way."""
        if len(text) > _LONGEST:
            return None
        try:
            data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        except (ValueError, binascii.Error):
            return None
        content, seal = data[:-_SEAL], data[-_SEAL:]
        # The decoder passes over stray letters and bits, which would make a second text of the same seal.
        if _text(data) != text or not hmac.compare_digest(seal, self._seal(content)):
            return None
        return content

    def _seal(self, content: bytes) -> bytes:
        return hmac.digest(self._key, content, hashlib.sha256)[:_SEAL]


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
