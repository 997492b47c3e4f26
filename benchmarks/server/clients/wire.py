"""A WebSocket that costs its client next to nothing: RFC 6455 without extensions, on an asyncio transport.

The load client shares one core among thousands of connections and must never be what is measured. It sends
masked frames with a mask of zeros, and hands each message to a function instead of a task that waits.
"""

from __future__ import annotations

import asyncio
import base64
import socket
import struct
from collections.abc import Callable
from typing import Final

_TEXT: Final = 0x1
_BINARY: Final = 0x2
_CLOSE: Final = 0x8
_PING: Final = 0x9
_PONG: Final = 0xA
_KEY: Final = base64.b64encode(bytes(16)).decode()

Take = Callable[[bytes], None]


class Wire(asyncio.Protocol):
    """One connection.

    Attributes:
        take: Called with each message's payload.
        lost: Called when the connection ends otherwise than by `close`.
        closing: It was closed from here.
        ended: It is no more.
    """

    __slots__ = (
        "_buffer",
        "_opened",
        "_parts",
        "_request",
        "_sipping",
        "_transport",
        "closing",
        "ended",
        "lost",
        "take",
    )

    def __init__(self, request: bytes, opened: asyncio.Future[None], take: Take) -> None:
        self._request, self._opened = request, opened
        self.take = take
        self.lost: Callable[[], None] | None = None
        self.closing = self.ended = self._sipping = False
        self._buffer = bytearray()
        self._parts: list[bytes] = []
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for the upgrade."""
        assert isinstance(transport, asyncio.Transport), "TCP gives a transport both ways"
        self._transport = transport
        transport.write(self._request)

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell whoever waits."""
        self.ended = True
        if not self._opened.done():
            self._opened.set_exception(exc or ConnectionResetError("closed before it was open"))
        if self.lost is not None and not self.closing:
            self.lost()

    def data_received(self, data: bytes) -> None:
        """Cut what came into frames."""
        if self._sipping:
            self._sipping = False
            self.pause()
        buffer = self._buffer
        buffer += data
        if not self._opened.done() and not self._welcomed():
            return
        start = 0
        while (frame := _frame(buffer, start)) is not None:
            head, begin, end = frame
            self._handle(head, bytes(buffer[begin:end]))
            start = end
        del buffer[:start]

    def send(self, text: bytes) -> None:
        """Send a text message."""
        self._write(_TEXT, text)

    def send_binary(self, data: bytes) -> None:
        """Send a binary message."""
        self._write(_BINARY, data)

    def pause(self) -> None:
        """Take nothing any more, and stay connected."""
        assert self._transport is not None, "one pauses what is open"
        self._transport.pause_reading()

    def sip(self) -> None:
        """Take the next piece that has come, or comes, and then nothing any more."""
        assert self._transport is not None, "one reads from what is open"
        if not self._transport.is_closing():
            self._sipping = True
            self._transport.resume_reading()

    def close(self) -> None:
        """Close; nothing more is taken."""
        self.closing = True
        self.take = _ignore
        if self._transport is not None and not self._transport.is_closing():
            self._write(_CLOSE, struct.pack("!H", 1000))
            if self._transport.is_reading():
                self._transport.close()
            else:
                self._transport.abort()

    def _welcomed(self) -> bool:
        end = self._buffer.find(b"\r\n\r\n")
        if end < 0:
            return False
        status = bytes(self._buffer[:end]).split(b"\r\n", 1)[0]
        del self._buffer[: end + 4]
        if b" 101 " in status:
            self._opened.set_result(None)
        else:
            self._opened.set_exception(ConnectionRefusedError(status.decode(errors="replace")))
        return b" 101 " in status

    def _handle(self, head: int, payload: bytes) -> None:
        code = head & 0x0F
        if code == _PING:
            self._write(_PONG, payload)
        elif code == _CLOSE:
            assert self._transport is not None, "frames come over a transport"
            self._transport.close()
        elif code != _PONG:
            if head & 0x80 and not self._parts:
                self.take(payload)
                return
            self._parts.append(payload)
            if head & 0x80:
                whole = b"".join(self._parts)
                self._parts.clear()
                self.take(whole)

    def _write(self, code: int, payload: bytes) -> None:
        size = len(payload)
        if size < 126:
            head = struct.pack("!BB", 0x80 | code, 0x80 | size)
        elif size < 65_536:
            head = struct.pack("!BBH", 0x80 | code, 0x80 | 126, size)
        else:
            head = struct.pack("!BBQ", 0x80 | code, 0x80 | 127, size)
        assert self._transport is not None, "one sends over what is open"
        self._transport.write(head + b"\0\0\0\0" + payload)


async def dial(
    port: int, path: str, take: Take, *, before: Callable[[socket.socket], None] | None = None
) -> Wire:
    """Return an open connection to this machine.

    Args:
        port: Of the server.
        path: What to ask for, with its query.
        take: Called with each message's payload.
        before: Called with the socket before it connects.

    Raises:
        OSError: The server does not let one in.
    """
    request = (
        f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        f"Sec-WebSocket-Key: {_KEY}\r\nSec-WebSocket-Version: 13\r\n\r\n"
    ).encode()
    loop = asyncio.get_running_loop()
    opened: asyncio.Future[None] = loop.create_future()
    connection = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    connection.settimeout(0)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if before is not None:
        before(connection)
    await loop.sock_connect(connection, ("127.0.0.1", port))
    _, wire = await loop.create_connection(lambda: Wire(request, opened, take), sock=connection)
    await asyncio.wait_for(opened, 20)
    return wire


def _frame(buffer: bytearray, start: int) -> tuple[int, int, int] | None:
    """Return the first byte of a frame, and where its payload begins and ends; None until it is whole."""
    there = len(buffer) - start
    if there < 2:
        return None
    size, begin = buffer[start + 1], start + 2
    if size == 126 and there >= 4:
        (size,), begin = struct.unpack_from("!H", buffer, begin), begin + 2
    elif size == 127 and there >= 10:
        (size,), begin = struct.unpack_from("!Q", buffer, begin), begin + 8
    elif size > 125:
        return None
    if len(buffer) < begin + size:
        return None
    return buffer[start], begin, begin + size


def _ignore(_: bytes) -> None:
    """Take no notice."""
