"""The rubric: five criteria, five levels, and what each level looks like (BARS anchors)."""

from __future__ import annotations

import enum


class Criterion(enum.Enum):
    """One aspect of an answer that every judge levels on its own."""

    RELEVANCE = "relevance"
    """질문 적합성: does it answer what was asked, and cover the key points?"""
    EVIDENCE = "evidence"
    """근거의 구체성: own actions, figures, names of things, checkable results."""
    STRUCTURE = "structure"
    """논리와 구성: can a listener follow it (situation, task, action, result; claim, reason)?"""
    REASONING = "reasoning"
    """사고의 깊이: causes, alternatives, trade-offs, limits."""
    REFLECTION = "reflection"
    """배움과 기여: what was learned and how it serves this job, team or company."""


class Level(enum.IntEnum):
    """A judge's level for one criterion, 1 (far below) to 5 (outstanding)."""

    FAR_BELOW = 1
    BELOW = 2
    MEETS = 3
    ABOVE = 4
    OUTSTANDING = 5
