"""Writes what the offline candidates say."""

from __future__ import annotations

from interview_engine.personas.answering.request import AnswerRequest, HeardAnswer
from interview_engine.personas.answering.writer import longest_answer, write_answer

__all__ = ["AnswerRequest", "HeardAnswer", "longest_answer", "write_answer"]
