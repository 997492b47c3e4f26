"""What a service that reads aloud sends back: known by its first bytes, like what is sent to it."""

from __future__ import annotations

from typing import Final

_MP3_KBITS: Final = (
    (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
)
"""Thousands of bits a second of a layer-3 frame: of MPEG 1, and of 2 and 2.5."""
_KINDS: Final = (
    (b"ID3", "audio/mpeg"),
    (b"RIFF", "audio/wav"),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
)


def sound_type(data: bytes) -> str | None:
    """Return the media type of a sound file; None when it is none that browsers play.

    Args:
        data: The file.
    """
    for mark, media_type in _KINDS:
        if data.startswith(mark):
            return media_type
    return "audio/mpeg" if data[:1] == b"\xff" and data[1:2] >= b"\xe0" else None


def mp3_seconds(data: bytes) -> float | None:
    """Return how long an MP3 lasts by its first frame's rate; None when that doesn't read.

    Args:
        data: The file.
    """
    place = 0
    if data[:3] == b"ID3" and len(data) >= 10:
        place = 10 + sum(
            (byte & 0x7F) << shift for byte, shift in zip(data[6:10], (21, 14, 7, 0), strict=True)
        )
    head = data[place : place + 3]
    if len(head) < 3 or head[0] != 0xFF or head[1] < 0xE0:
        return None
    older = (head[1] >> 3) & 3 != 3
    rate = head[2] >> 4
    kbits = _MP3_KBITS[older][rate] if rate < 15 else 0
    return (len(data) - place) * 8 / (kbits * 1000) if kbits else None
