"""Qualities that were worked out already: an answer is compared with several others, and read only once.

Kept by a digest, so that no answer's words outlast the answer.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Final

MOST: Final = 4_096
"""More than all answers of the rooms that are judged at a time; about half a MiB."""


class Remembered:
    """Numbers by the texts that they were computed from; the oldest go first."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._known: dict[bytes, float] = {}

    def get(self, texts: tuple[str, ...], compute: Callable[[], float]) -> float:
        """Return the number for some texts, computed at most once while it is remembered.

        Args:
            texts: Everything that the number depends on.
            compute: Works it out.
        """
        digest = hashlib.blake2b(digest_size=16)
        for text in texts:
            said = text.encode("utf-8", "surrogatepass")
            # Lengths keep ("ab", "c") and ("a", "bc") apart.
            digest.update(b"%d:" % len(said) + said)
        key = digest.digest()
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = compute()
            if len(self._known) > self._most:
                del self._known[next(iter(self._known))]
        return found
