"""What asking has cost so far, failed attempts included, and what went wrong on the way."""

from __future__ import annotations

import attrs

from adapters.llm.calling.call import Usage

MOST_TROUBLE = 8
"""More reasons than this are not worth the room in an event."""


@attrs.define(eq=False)
class Spending:
    """Adds up over the calls of one effect.

    Attributes:
        usage: As the providers counted it.
        micros: Millionths of a US dollar.
        calls: How many were made.
        trouble: Stable reasons, "provider:model=reason", in order.
        replies: The fit replies, word for word.
    """

    usage: Usage = attrs.Factory(Usage)
    micros: int = 0
    calls: int = 0
    trouble: list[str] = attrs.Factory(list)
    replies: list[str] = attrs.Factory(list)

    def spent(self, usage: Usage, micros: int) -> None:
        """Add a call."""
        self.usage += usage
        self.micros += micros
        self.calls += 1

    def troubled(self, what: object, reason: object) -> None:
        """Add a reason."""
        if len(self.trouble) < MOST_TROUBLE:
            self.trouble.append(f"{what}={reason}")
