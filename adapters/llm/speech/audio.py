"""An audio file as browsers record it, known by its first bytes and not by what it is called."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

import attrs

from interview_engine.ids import Millis

MOST_BYTES: Final = 25 * 1024 * 1024
"""What transcription services take."""
LONGEST_MS: Final = Millis(600_000)
"""No answer's time is longer."""


class AudioKind(StrEnum):
    """What is understood, by its file's ending."""

    WEBM = "webm"
    MP4 = "mp4"
    WAV = "wav"
    OGG = "ogg"

    @property
    def media_type(self) -> str:
        """The media type of an audio file of this kind."""
        return f"audio/{self.value}"


class AudioRefused(Exception):
    """A file that isn't heard.

    Attributes:
        code: "empty", "too_large", "too_long" or "unknown_kind".
    """

    def __init__(self, code: str) -> None:
        """Remember the reason.

        Args:
            code: Stable reason.
        """
        super().__init__(code)
        self.code = code


@attrs.frozen(kw_only=True)
class AudioClip:
    """One recording.

    Attributes:
        data, kind: The file.
        length_ms: How long it lasts; None where nobody knows.
    """

    data: bytes = attrs.field(repr=False)
    kind: AudioKind
    length_ms: Millis | None = None


def audio_clip(data: bytes, *, most_bytes: int = MOST_BYTES) -> AudioClip:
    """Return a file as a recording.

    Args:
        data: The file.
        most_bytes: Larger ones are refused.

    Raises:
        AudioRefused: It is empty, too large, or not WebM, MP4, WAV or Ogg.
    """
    if not data:
        raise AudioRefused("empty")
    if len(data) > most_bytes:
        raise AudioRefused("too_large")
    kind = _kind_of(data[:64])
    if kind is None:
        raise AudioRefused("unknown_kind")
    return AudioClip(data=data, kind=kind)


def _kind_of(head: bytes) -> AudioKind | None:
    if head.startswith(b"\x1a\x45\xdf\xa3") and b"webm" in head:
        return AudioKind.WEBM
    if head[4:8] == b"ftyp":
        return AudioKind.MP4
    if head.startswith(b"RIFF") and head[8:12] == b"WAVE":
        return AudioKind.WAV
    if head.startswith(b"OggS"):
        return AudioKind.OGG
    return None
