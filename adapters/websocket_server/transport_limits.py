"""How little waits below a session: what waits in a transport or in the kernel can't be dropped any more."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Sequence
from typing import Final

WRITE_LIMIT: Final = 16_384
"""Bytes that wait in the transport before a sender waits."""
KERNEL_BUFFER: Final = 65_536
"""Bytes that the system keeps for a peer (Linux doubles it); by itself it would grow to some MiB."""
READ_AHEAD: Final = 4
"""Frames that are read before the session has asked for them."""
SLACK: Final = 2
"""Frames up to so many times the limit are read, and refused by the session with its own code."""
MOST_PARTS: Final = 1_024
"""In how many parts a message may come: each costs memory, however little stands in it."""
TOO_BIG: Final = 1009
"""The protocol's own close code for that: the session never hears of such a message."""
_PONG: Final = b"\x8a"


def with_fewer_pongs(frames: Sequence[bytes], waiting: int) -> list[bytes]:
    """Return whole frames with the latest answer to a ping alone, and without that while enough waits.

    A peer need not get one for each ping (RFC 6455, 5.5.3); for one that takes none they would pile up.

    Args:
        frames: What is to be sent next.
        waiting: Bytes that wait already.
    """
    latest = max((at for at, frame in enumerate(frames) if frame.startswith(_PONG)), default=None)
    kept = None if waiting > WRITE_LIMIT else latest
    return [frame for at, frame in enumerate(frames) if at == kept or not frame.startswith(_PONG)]


def untie(transport: asyncio.BaseTransport) -> None:
    """Break the cycle that a closed transport of CPython's is: it holds a method of its own.

    Cycles of what has lived for a while are seldom collected, and each holds some KiB until then.
    """
    vars(transport).pop("_read_ready_cb", None)


def narrow(transport: asyncio.BaseTransport) -> None:
    """Keep the system's buffer for a peer small, so that a slow one is noticed soon."""
    carrier = transport.get_extra_info("socket")
    if carrier is not None:
        carrier.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, KERNEL_BUFFER)
