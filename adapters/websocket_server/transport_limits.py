"""How little waits below a session: what waits in a transport or in the kernel can't be dropped any more."""

from __future__ import annotations

import asyncio
import socket
from typing import Final

WRITE_LIMIT: Final = 16_384
"""Bytes that wait in the transport before a sender waits."""
KERNEL_BUFFER: Final = 65_536
"""Bytes that the system keeps for a peer (Linux doubles it); by itself it would grow to some MiB."""
READ_AHEAD: Final = 4
"""Frames that are read before the session has asked for them."""
SLACK: Final = 2
"""Frames up to so many times the limit are read, and refused by the session with its own code."""


def narrow(transport: asyncio.BaseTransport) -> None:
    """Keep the system's buffer for a peer small, so that a slow one is noticed soon."""
    carrier = transport.get_extra_info("socket")
    if carrier is not None:
        carrier.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, KERNEL_BUFFER)
