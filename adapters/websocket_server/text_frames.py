"""Texts as a server's WebSocket frames (RFC 6455, section 5.2): unmasked, so the same for every peer."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from typing import Final

_FINAL_TEXT: Final = 0x81
_SHORT: Final = 126
_LONG: Final = 65_536


def as_text_frames(texts: Iterable[bytes]) -> bytes:
    """Return messages in UTF-8 as whole text frames, one after the other.

    A connection without extensions may be sent them in one piece: each write is a system call, which costs
    more than everything else about a short frame.
    """
    return b"".join([_head(len(text)) + text for text in texts])


def _head(size: int) -> bytes:
    if size < _SHORT:
        return bytes((_FINAL_TEXT, size))
    if size < _LONG:
        return struct.pack("!BBH", _FINAL_TEXT, 126, size)
    return struct.pack("!BBQ", _FINAL_TEXT, 127, size)
