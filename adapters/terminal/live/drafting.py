"""When to save what is being typed: every few seconds, and once more just before time runs out.

A saved draft costs a record on the disk, and the room takes at most one every two seconds.
"""

from __future__ import annotations

import attrs

from interview_engine.core.rules.answering import DRAFT_EVERY_MS
from interview_engine.ids import Millis

SAVE_EVERY_MS = 3_000
_LAST_SAVE_MS = 300
"""So long before the deadline the last save is made; the one before keeps its distance to it."""


@attrs.define
class Drafting:
    """Remembers what was saved and when."""

    saved: str = ""
    saved_at: Millis | None = None

    def due(self, text: str, now: Millis, deadline: Millis) -> bool:
        """Return whether a text should be saved now.

        Args:
            text: What is typed so far.
            now: The time.
            deadline: When the turn runs out.
        """
        if text == self.saved:
            return False
        left = deadline - now
        if left <= _LAST_SAVE_MS:
            return self.saved_at is None or now - self.saved_at >= DRAFT_EVERY_MS
        if left <= _LAST_SAVE_MS + DRAFT_EVERY_MS:
            return False
        return self.saved_at is None or now - self.saved_at >= SAVE_EVERY_MS

    def done(self, text: str, now: Millis) -> None:
        """Note that a text was saved."""
        self.saved, self.saved_at = text, now
