"""Which web pages may connect: a browser says where its page comes from, and nobody else has to."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

ANY = "*"
_USUAL_PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443}


class Origins:
    """The allow-list: pages of the same host, and those that are listed."""

    def __init__(self, listed: Iterable[str] = ()) -> None:
        """Prepare.

        Args:
            listed: Origins as `https://interviews.example`; `*` allows all.
        """
        given = tuple(listed)
        self._all = ANY in given
        self._listed = frozenset(_normal(origin) for origin in given)

    def allow(self, origin: str | None, host: str | None) -> bool:
        """Return whether a connection is let in.

        Args:
            origin: Its `Origin` header; None without one, as for programs.
            host: Its `Host` header.
        """
        if origin is None or self._all:
            return True
        normal = _normal(origin)
        if normal is None:
            return False
        if normal in self._listed:
            return True
        scheme = normal[0]
        return host is not None and normal == _normal(f"{scheme}://{host}")


def _normal(origin: str) -> tuple[str, str, int] | None:
    """Return scheme, host and port; None for what is no origin, as `null`."""
    try:
        parts = urlsplit(origin.strip().lower())
        port = parts.port or _USUAL_PORTS.get(parts.scheme)
    except ValueError:
        return None
    if not parts.hostname or port is None:
        return None
    return parts.scheme, parts.hostname, port
