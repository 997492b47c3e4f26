"""Effects: the work that a room wants done outside. They are derived from state, never stored or sent.

The shell runs what `pending_effects` returns and is not in flight, and reports the result with the
effect's id. After a crash it folds the log and looks again.
"""

from __future__ import annotations

from interview_engine.core.effects.ahead import work_ahead
from interview_engine.core.effects.feedback_evidence import feedback_evidence
from interview_engine.core.effects.pending import pending_effects
from interview_engine.core.effects.work import (
    ComparePair,
    Effect,
    Heard,
    JudgeAnswer,
    WriteAnswer,
    WriteFeedback,
    WriteQuestion,
)

__all__ = [
    "ComparePair",
    "Effect",
    "Heard",
    "JudgeAnswer",
    "WriteAnswer",
    "WriteFeedback",
    "WriteQuestion",
    "feedback_evidence",
    "pending_effects",
    "work_ahead",
]
