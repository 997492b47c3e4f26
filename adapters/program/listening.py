"""The one port: bound before anything else is opened, so that a second server stops without touching data.

It listens at once. Whoever connects during a start waits for its end instead of being turned away.
"""

from __future__ import annotations

import errno
import socket
from typing import Final

BACKLOG: Final = 2_048
_CODES: Final = {
    errno.EADDRINUSE: "port_taken",
    errno.EACCES: "port_forbidden",
    errno.EPERM: "port_forbidden",
}
_ANYWHERE: Final = ("0.0.0.0", "::")  # noqa: S104 -- recognised, not bound


class CannotListen(Exception):
    """The address can't be listened on.

    Attributes:
        code: `port_taken`, `port_forbidden` or `no_such_host`.
        host, port: Where.
    """

    def __init__(self, code: str, host: str, port: int) -> None:
        super().__init__(code, host, port)
        self.code, self.host, self.port = code, host, port

    def __str__(self) -> str:
        """Return where, and why not."""
        return f"{self.host}:{self.port}: {self.code}"


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens.

    Args:
        host: A name or an address of this machine.
        port: 0 takes a free one.

    Raises:
        CannotListen: It can't.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (socket.gaierror, UnicodeError) as error:
        raise CannotListen("no_such_host", host, port) from error
    family, kind, protocol, _, address = found[0]
    listener = socket.socket(family, kind, protocol)
    try:
        # A restart must not wait for the connections of the process before it.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(BACKLOG)
    except OSError as error:
        listener.close()
        raise CannotListen(_CODES.get(error.errno or 0, "no_such_host"), host, port) from error
    listener.settimeout(0)
    return listener


def link(host: str, port: int, public_url: str) -> str:
    """Return how people reach a server.

    Args:
        host: Where it listens.
        port: The port that it got.
        public_url: What its operator says; empty otherwise.
    """
    if public_url:
        return public_url.rstrip("/")
    name = "localhost" if host in _ANYWHERE else host
    return f"http://[{name}]:{port}" if ":" in name else f"http://{name}:{port}"
