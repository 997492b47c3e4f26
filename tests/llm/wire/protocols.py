"""The wire protocols: how each provider's API words a reply, whole or in pieces, and an error."""

from __future__ import annotations

import json
from typing import Protocol

from tests.llm.wire.behaviour import Behaviour, Request, Way

Event = tuple[str, dict[str, object]]
"""A server-sent event: its name, empty for none, and its data."""


class WireProtocol(Protocol):
    """Words what a server of one provider says."""

    def streams(self, request: Request) -> bool:
        """Return whether a request asks for pieces."""

    def whole(self, behaviour: Behaviour, request: Request) -> dict[str, object]:
        """Return a whole reply."""

    def pieces(self, behaviour: Behaviour, request: Request) -> tuple[Event, ...]:
        """Return a reply in pieces; without the last of them it was cut off."""

    def failure(self, behaviour: Behaviour) -> dict[str, object]:
        """Return the body of an error."""


def halves(text: str) -> tuple[str, str]:
    """Return a text in two pieces."""
    middle = len(text) // 2
    return text[:middle], text[middle:]


def said(behaviour: Behaviour) -> str:
    """Return what the model says, as far as it comes."""
    if behaviour.way is Way.TRUNCATION:
        return halves(behaviour.text)[0]
    return "" if behaviour.way in (Way.EMPTY, Way.REFUSAL) else behaviour.text


def encoded(event: Event) -> bytes:
    """Return a server-sent event as it stands on the wire."""
    name, data = event
    head = f"event: {name}\n" if name else ""
    return f"{head}data: {json.dumps(data, ensure_ascii=False)}\n\n".encode()
