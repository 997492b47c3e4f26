"""How long a recording is, by what its container says; nothing is decoded.

Browsers write recordings as streams, without a total: it is read off the last block that has a time. What a
container says is not to be trusted further than a budget's reservation: the service counts for itself.
"""

from __future__ import annotations

import struct
from typing import Final

from adapters.llm.speech.audio import AudioClip, AudioKind
from adapters.llm.speech.mp4_length import MOST_PARTS, mp4_length_ms
from interview_engine.ids import Millis

_SEGMENT: Final = 0x18538067
_CLUSTER: Final = 0x1F43B675
_BLOCK_GROUP: Final = 0xA0
_INFO: Final = 0x1549A966
_TIMECODE_SCALE: Final = 0x2AD7B1
_DURATION: Final = 0x4489
_CLUSTER_TIME: Final = 0xE7
_SIMPLE_BLOCK: Final = 0xA3
_BLOCK: Final = 0xA1
_OPENED: Final = (_SEGMENT, _CLUSTER, _BLOCK_GROUP, _INFO)
_LAST_BLOCK_MS: Final = 20
"""What an Opus block holds: the last one's time is its beginning."""
_OPUS_HERTZ: Final = 48_000
_MOST_BYTES_A_SECOND: Final = 64_000
"""More than any browser's compressed recording has: so long it lasts at least, whatever it says."""


def length_ms(clip: AudioClip) -> Millis | None:
    """Return how long a recording lasts; None where its container doesn't say or doesn't read.

    Args:
        clip: The recording.
    """
    try:
        found = _READERS[clip.kind](clip.data)
    except (struct.error, IndexError, ZeroDivisionError, OverflowError, ValueError):
        return None
    if found is None or found < 0:
        return None
    least = 0 if clip.kind is AudioKind.WAV else len(clip.data) * 1000 // _MOST_BYTES_A_SECOND
    return Millis(max(round(found), least))


def _wav_ms(data: bytes) -> float | None:
    place, bytes_a_second = 12, 0
    while place + 8 <= len(data):
        name, size = data[place : place + 4], struct.unpack_from("<I", data, place + 4)[0]
        if name == b"fmt ":
            bytes_a_second = struct.unpack_from("<I", data, place + 16)[0]
        elif name == b"data":
            # A stream's header was written before its end was known.
            there = min(size or len(data), len(data) - place - 8)
            return there * 1000 / bytes_a_second
        place += 8 + size + size % 2
    return None


def _ogg_ms(data: bytes) -> float | None:
    if b"OpusHead" not in data[:128]:
        return None
    last = data.rfind(b"OggS")
    granule: int = struct.unpack_from("<q", data, last + 6)[0]
    return granule * 1000 / _OPUS_HERTZ


def _webm_ms(data: bytes) -> float | None:
    scale_ns, said, cluster, last, place = 1_000_000, 0.0, 0, -1, 0
    for _ in range(MOST_PARTS):
        if place >= len(data) - 1:
            break
        name, at = _element_id(data, place)
        size, at = _element_size(data, at)
        if name in _OPENED:
            place = at
            continue
        if name == _TIMECODE_SCALE:
            scale_ns = int.from_bytes(data[at : at + size])
        elif name == _DURATION:
            said = struct.unpack_from(">f" if size == 4 else ">d", data, at)[0]
        elif name == _CLUSTER_TIME:
            cluster = int.from_bytes(data[at : at + size])
        elif name in (_SIMPLE_BLOCK, _BLOCK):
            _, block = _element_size(data, at)
            last = max(last, cluster + struct.unpack_from(">h", data, block)[0])
        place = at + size
    by_blocks = (last * scale_ns / 1_000_000 + _LAST_BLOCK_MS) if last >= 0 else 0.0
    return max(by_blocks, said * scale_ns / 1_000_000) or None


def _element_id(data: bytes, place: int) -> tuple[int, int]:
    length = 9 - data[place].bit_length()
    if length > 4:
        raise ValueError("no element's id")
    return int.from_bytes(data[place : place + length]), place + length


def _element_size(data: bytes, place: int) -> tuple[int, int]:
    length = 9 - data[place].bit_length()
    if length > 8:
        raise ValueError("no element's size")
    size = int.from_bytes(data[place : place + length]) & ((1 << (7 * length)) - 1)
    return size, place + length


_READERS: Final = {
    AudioKind.WEBM: _webm_ms,
    AudioKind.OGG: _ogg_ms,
    AudioKind.WAV: _wav_ms,
    AudioKind.MP4: mp4_length_ms,
}
