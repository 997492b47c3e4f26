"""What a process's calls come to: totals for each task and model. Rooms' own costs stand in their logs."""

from __future__ import annotations

import attrs

from adapters.llm.asking import Task
from adapters.llm.calling.call import Usage
from adapters.llm.calling.metering import CallMade
from adapters.llm.routing.settings import Choice


@attrs.frozen(kw_only=True)
class Total:
    """Calls added up.

    Attributes:
        calls: How many were made.
        failed: How many of them gave nothing usable.
        usage: Their tokens.
        micros: Their cost in millionths of a US dollar.
        latency_ms: All their time together.
        sound_s: Seconds of sound, heard or spoken.
    """

    calls: int = 0
    failed: int = 0
    usage: Usage = attrs.Factory(Usage)
    micros: int = 0
    latency_ms: int = 0
    sound_s: int = 0

    def plus(self, made: CallMade) -> Total:
        """Return the total with one call more."""
        return Total(
            calls=self.calls + 1,
            failed=self.failed + (made.outcome != "answered"),
            usage=self.usage + made.usage,
            micros=self.micros + made.micros,
            latency_ms=self.latency_ms + made.latency_ms,
            sound_s=self.sound_s + made.sound_s,
        )


class CostMeter:
    """A `CallMeter` that adds up."""

    def __init__(self) -> None:
        """Begin at nothing."""
        self._totals: dict[tuple[Task, Choice], Total] = {}

    def called(self, made: CallMade) -> None:
        """Add a call."""
        key = made.task, made.choice
        self._totals[key] = self._totals.get(key, Total()).plus(made)

    def totals(self) -> dict[tuple[Task, Choice], Total]:
        """Return the totals so far, by task and model."""
        return dict(self._totals)
