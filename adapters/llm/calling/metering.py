"""What the path tells of every call, for meters and logs; no text is among it."""

from __future__ import annotations

from typing import Protocol

import attrs

from adapters.llm.asking import Task
from adapters.llm.calling.call import Usage
from adapters.llm.routing.settings import Choice
from interview_engine.ids import RoomId


@attrs.frozen(kw_only=True)
class CallMade:
    """One call.

    Attributes:
        room_id, task, choice: What it was for, and who was asked.
        outcome: "fit", "unfit" with a code after a colon, "cancelled", or the kind of its failure.
        usage: What was settled, in tokens.
        micros: What was settled, in millionths of a US dollar.
        latency_ms: From the request to its end.
        sound_s: Seconds of sound that were settled.
    """

    room_id: RoomId
    task: Task
    choice: Choice
    outcome: str
    usage: Usage
    micros: int
    latency_ms: int
    sound_s: int = 0


class CallMeter(Protocol):
    """Takes calls."""

    def called(self, made: CallMade) -> None:
        """A call was made and settled."""


class NoMeter:
    """Measures nothing."""

    def called(self, made: CallMade) -> None:
        """Let it pass."""
