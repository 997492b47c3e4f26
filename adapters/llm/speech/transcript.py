"""What was said, and when."""

from __future__ import annotations

import attrs

from interview_engine.ids import Millis


@attrs.frozen(kw_only=True)
class SpokenWord:
    """One word of a recording; its times count from the recording's start."""

    text: str
    start_ms: Millis
    end_ms: Millis


@attrs.frozen(kw_only=True)
class Transcript:
    """A recording as text.

    Attributes:
        text: Everything that was said.
        words: With their times, in order; empty when the service gives none.
        duration_ms: Length of the recording; 0 when the service doesn't say.
    """

    text: str
    words: tuple[SpokenWord, ...] = ()
    duration_ms: Millis = Millis(0)
