"""Hearing and speaking, as a port: what is asked for, what comes back, and why it may not."""

from __future__ import annotations

from typing import Protocol

import attrs
import msgspec

from interview_engine.ids import RoomId
from interview_engine.vocabulary import Language


class FillerCount(msgspec.Struct, frozen=True, kw_only=True):
    """A sound that fills silence, and how often it was made."""

    word: str
    count: int


class SpokenAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """A recording as text, to be read, corrected and submitted by whoever spoke; nothing of it is kept.

    Attributes:
        text: What was said, without fillers.
        seconds: How long the recording is; null where nobody knows.
        pace: Syllables (Korean) or words (English) a minute; null where nobody knows.
        pauses: How often the speaker paused for 0.7 s or more; null where the model says no times.
        paused_seconds: All pauses together.
        fillers: By what was said, most often first.
        remarks: What may be told of it, in the reader's language; never a score.
    """

    text: str
    seconds: float | None
    pace: int | None
    pauses: int | None
    paused_seconds: float
    fillers: tuple[FillerCount, ...]
    remarks: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Sound:
    """A text read aloud."""

    data: bytes = attrs.field(repr=False)
    media_type: str


class VoiceFailed(Exception):
    """Nothing was heard or spoken.

    Attributes:
        code: The problem's: `voice_off`, `speech_off`, `voice_spent`, `voice_silent`, `nothing_said`, or
            one that begins with `recording_`.
    """

    def __init__(self, code: str) -> None:
        """Remember why."""
        super().__init__(code)
        self.code = code

    def __str__(self) -> str:
        return self.code


class Voice(Protocol):
    """Has recordings heard, and texts read aloud, at the expense of a room's owner."""

    @property
    def hearers(self) -> tuple[str, ...]:
        """Names of those to whom a recording may be sent, in their order; empty when that is switched off."""

    @property
    def speakers(self) -> tuple[str, ...]:
        """Names of those to whom a text may be sent; empty when that is switched off."""

    async def hear(self, room_id: RoomId, data: bytes, spoken: Language, told: Language) -> SpokenAnswer:
        """Return a recording as text.

        Args:
            room_id: Whose budget pays.
            data: The file; it is passed on and forgotten.
            spoken: The language of the interview.
            told: The reader's.

        Raises:
            VoiceFailed: There is no text.
        """

    async def say(self, room_id: RoomId, text: str, language: Language) -> Sound:
        """Return a text as sound.

        Args:
            room_id: Whose budget pays.
            text: A question, or an AI candidate's answer.
            language: Its language.

        Raises:
            VoiceFailed: There is no sound.
        """
