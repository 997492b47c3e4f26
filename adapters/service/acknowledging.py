"""The acknowledgement: called when an outcome is durable, and before any listener hears of it."""

from __future__ import annotations

from collections.abc import Callable

import structlog

from adapters.service.faults import where
from interview_engine.core.decide import Outcome, Step

log = structlog.get_logger("rooms")

Ack = Callable[[Outcome], None]


def acknowledge(ack: Ack | None, step: Step) -> None:
    """Tell whoever asked; the outcome stands, whether or not it reaches them."""
    if ack is None:
        return
    try:
        ack(step.outcome)
    except Exception as error:  # noqa: BLE001 -- the outcome stands
        log.warning("ack.failed", error=type(error).__name__, where=where(error))
