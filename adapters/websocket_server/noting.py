"""How a bug of ours gets into the log: what and where, never a text, which may be a person's words."""

from __future__ import annotations

import structlog

from adapters.service.faults import where

log = structlog.get_logger("gateway")


def note_bug(event: str, error: Exception, room: str | None = None) -> None:
    """Log an exception that nobody expected.

    Args:
        event: What failed, as a dotted past fact.
        error: The exception; its type and place are logged.
        room: Which room, if it was in one.
    """
    log.error(event, room=room, error=type(error).__name__, where=where(error))
