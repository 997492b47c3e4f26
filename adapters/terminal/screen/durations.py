"""Lengths of time as people read them."""

from __future__ import annotations


def clock_face(ms: int) -> str:
    """Return a length of time as minutes and seconds, rounded up so that 0:00 means over.

    Args:
        ms: Milliseconds; a negative length reads 0:00.
    """
    seconds = max(0, -(-ms // 1000))
    return f"{seconds // 60}:{seconds % 60:02}"
