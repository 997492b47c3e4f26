"""How much each criterion counts for each kind of question: data, in percent."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from interview_engine.scoring.rubric import Criterion
from interview_engine.vocabulary import QuestionKind

if TYPE_CHECKING:
    from collections.abc import Mapping

# Columns in `Criterion` order: relevance, evidence, structure, reasoning, reflection.
WEIGHTS: Mapping[QuestionKind, tuple[int, ...]] = MappingProxyType(
    {
        QuestionKind.SELF_INTRODUCTION: (25, 25, 25, 5, 20),
        QuestionKind.MOTIVATION: (30, 20, 15, 15, 20),
        QuestionKind.COMMON: (30, 25, 15, 15, 15),
        QuestionKind.EXPERIENCE: (20, 30, 20, 15, 15),
        QuestionKind.SITUATIONAL: (30, 15, 20, 25, 10),
        QuestionKind.TECHNICAL: (40, 20, 10, 25, 5),
        QuestionKind.PRESSURE: (30, 20, 15, 25, 10),
        QuestionKind.CROSS_REFERENCE: (35, 15, 15, 25, 10),
        QuestionKind.FOLLOW_UP: (35, 30, 10, 20, 5),
        QuestionKind.CLOSING: (25, 20, 20, 5, 30),
    }
)


def weight_of(kind: QuestionKind, criterion: Criterion) -> int:
    """Return the percentage that a criterion counts for a kind of question."""
    return WEIGHTS[kind][tuple(Criterion).index(criterion)]
