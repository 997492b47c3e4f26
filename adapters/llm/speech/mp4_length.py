"""How long an MP4 recording is: by its header, or by its fragments, as Safari writes them."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

MOST_PARTS: Final = 100_000
"""More than half an hour of sound has: what is cut finer is made to keep its reader busy."""
_OPENED: Final = (b"moov", b"trak", b"mdia", b"moof", b"traf", b"mvex")
_BASE, _DURATION = 0x01, 0x08
_DESCRIPTION: Final = 0x02
_RUN_OFFSET, _RUN_FIRST_FLAGS = 0x01, 0x04
_RUN_DURATION, _RUN_SIZE, _RUN_FLAGS, _RUN_COMPOSITION = 0x100, 0x200, 0x400, 0x800


def mp4_length_ms(data: bytes) -> float | None:
    """Return the length of an MP4 file in ms; None when it says none.

    Args:
        data: The file.

    Raises:
        struct.error: It ends where a number should stand.
    """
    movie, scale, usual, in_fragment, ticks = 0.0, 0, 0, 0, 0
    for name, at, end in _boxes(data):
        if name == b"mvhd":
            unit, length = _header(data, at)
            movie = length * 1000 / unit
        elif name == b"mdhd":
            scale, _ = _header(data, at)
        elif name == b"trex":
            usual = struct.unpack_from(">I", data, at + 12)[0]
        elif name == b"tfhd":
            in_fragment = _fragment_duration(data, at) or usual
        elif name == b"trun":
            ticks += _run_duration(data, at, end, in_fragment)
    in_fragments = ticks * 1000 / scale if scale else 0.0
    return max(movie, in_fragments) or None


def _boxes(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Yield each box that holds values, and where they begin and end."""
    place = 0
    for _ in range(MOST_PARTS):
        if place + 8 > len(data):
            return
        size, name = struct.unpack_from(">I4s", data, place)
        head = 8
        if size == 1:
            size, head = struct.unpack_from(">Q", data, place + 8)[0], 16
        if name in _OPENED:
            place += head
            continue
        # 0: to the end of the file.
        end = place + max(size, head) if size else len(data)
        yield name, place + head, min(end, len(data))
        place = end


def _header(data: bytes, at: int) -> tuple[int, int]:
    """Return the ticks a second and the length of an `mvhd` or `mdhd`."""
    wide = data[at] == 1
    unit, length = struct.unpack_from(">IQ" if wide else ">II", data, at + (20 if wide else 12))
    unknown = length == (1 << (64 if wide else 32)) - 1
    return unit, 0 if unknown else length


def _fragment_duration(data: bytes, at: int) -> int:
    flags = int.from_bytes(data[at + 1 : at + 4])
    if not flags & _DURATION:
        return 0
    place = at + 8 + (8 if flags & _BASE else 0) + (4 if flags & _DESCRIPTION else 0)
    found: int = struct.unpack_from(">I", data, place)[0]
    return found


def _run_duration(data: bytes, at: int, end: int, usual: int) -> int:
    flags = int.from_bytes(data[at + 1 : at + 4])
    count: int = struct.unpack_from(">I", data, at + 4)[0]
    if not flags & _RUN_DURATION:
        return count * usual
    fields = (_RUN_DURATION, _RUN_SIZE, _RUN_FLAGS, _RUN_COMPOSITION)
    step = 4 * sum(bool(flags & field) for field in fields)
    place = at + 8 + (4 if flags & _RUN_OFFSET else 0) + (4 if flags & _RUN_FIRST_FLAGS else 0)
    there = min(count, max(0, end - place) // step)
    return sum(struct.unpack_from(">I", data, place + number * step)[0] for number in range(there))
