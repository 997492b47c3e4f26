"""A simulated interview that is long enough to be lied about."""

from __future__ import annotations

from interview_engine.testing.history import History
from interview_engine.testing.simulator import simulate

SEED = "planted"


def longest_history() -> History:
    """Return the longest of some interviews in which several answers were compared."""
    return max((simulate(SEED, index, costly=False).history for index in range(12)), key=_length)


def _length(history: History) -> int:
    return len(history.log) if any(room.duels for room in history.rooms) else 0
