"""Web addresses that an operator writes down, as browsers write them: one spelling each, or a refusal."""

from __future__ import annotations

from typing import Final
from urllib.parse import SplitResult, urlsplit

ANY_ORIGIN: Final = "*"
_USUAL_PORTS: Final = {"http": 80, "https": 443}


def origin(text: str) -> str | None:
    """Return a web origin as a browser's `Origin` header says it; None for what no browser would ever say.

    Args:
        text: What was written, as `https://app.example.kr`; `*` stands for all.
    """
    if text.strip() == ANY_ORIGIN:
        return ANY_ORIGIN
    parts = _split(text)
    if parts is None or parts.path not in ("", "/") or parts.query or parts.fragment:
        return None
    return _written(parts)


def is_public_address(text: str) -> bool:
    """Return whether people can open a text as a web address: a scheme, a host, and perhaps a path."""
    parts = _split(text)
    return parts is not None and not parts.query and not parts.fragment


def _split(text: str) -> SplitResult | None:
    try:
        parts = urlsplit(text.strip())
        known = parts.scheme in _USUAL_PORTS and parts.hostname and parts.port != 0
    except ValueError:
        return None
    if not known or "@" in parts.netloc or any(character.isspace() for character in parts.netloc):
        return None
    return parts


def _written(parts: SplitResult) -> str | None:
    assert parts.hostname is not None, "it was looked at"
    try:
        host = parts.hostname if ":" in parts.hostname else parts.hostname.encode("idna").decode()
    except UnicodeError:
        return None
    name = f"[{host}]" if ":" in host else host
    usual = parts.port is None or parts.port == _USUAL_PORTS[parts.scheme]
    return f"{parts.scheme}://{name}" + ("" if usual else f":{parts.port}")
