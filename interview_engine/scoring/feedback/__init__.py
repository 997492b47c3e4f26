"""Feedback for one candidate, written from evidence."""

from __future__ import annotations

from interview_engine.scoring.feedback.evidence import (
    Feedback,
    FeedbackEvidence,
    FeedbackPoint,
    MissedPoint,
    RivalEvidence,
    TurnEvidence,
)
from interview_engine.scoring.feedback.writing import write_feedback

__all__ = [
    "Feedback",
    "FeedbackEvidence",
    "FeedbackPoint",
    "MissedPoint",
    "RivalEvidence",
    "TurnEvidence",
    "write_feedback",
]
