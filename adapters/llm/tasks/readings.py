"""Two readings of one answer become one: the lower level counts, and what was found strange is flagged.

A model that follows an order in an answer reads it high. The order is left out for a second reading, and no
criterion of a tripped answer ends more than one level above what the heuristic judge makes of the clean text.
"""

from __future__ import annotations

from typing import Final

import attrs

from interview_engine.scoring import CriterionEvidence, Evaluation, Level, weight_of
from interview_engine.vocabulary import QuestionKind

FAR_APART: Final = 2
"""Levels between two judges from which they differ on a criterion."""
_TELLING: Final = 2
"""Criteria on which they must differ: on one, two honest judges often do."""
DOUBTED: Final = 1.0
"""Levels between their weighted means that are enough where sentences ask something of the reader."""
_TRUSTED_ABOVE: Final = 1
"""Levels that a tripped answer may stand above the heuristic reading of its clean text."""

INJECTION: Final = "injection"
"""Flag: the answer speaks to the judge."""
READ_TWICE: Final = "read_twice"
"""Flag: the judge and the heuristic judge were far apart, so the answer was read again."""
JUDGES_APART: Final = "judges_apart"
"""Flag: the judge stayed far from the heuristic judge."""


def mean_level(evaluation: Evaluation, kind: QuestionKind) -> float | None:
    """Return the mean level, weighted as the kind of question weights criteria; None without evidence.

    Args:
        evaluation: Verified evidence.
        kind: What the question is for.
    """
    weights = [weight_of(kind, entry.criterion) for entry in evaluation.evidence]
    if not sum(weights):
        return None
    levels = (entry.level * weight for entry, weight in zip(evaluation.evidence, weights, strict=True))
    return sum(levels) / sum(weights)


def distance(one: Evaluation, other: Evaluation, kind: QuestionKind) -> float:
    """Return by how many levels one evaluation stands above another; 0 while one has no evidence.

    Args:
        one: Verified evidence.
        other: Other verified evidence on the same answer.
        kind: What the question is for.
    """
    first, second = mean_level(one, kind), mean_level(other, kind)
    return first - second if first is not None and second is not None else 0.0


def stands_out(one: Evaluation, other: Evaluation) -> bool:
    """Return whether an evaluation stands far above another: by two levels, on two criteria or more.

    Args:
        one: Verified evidence.
        other: Other verified evidence on the same answer.
    """
    below = {entry.criterion: entry.level for entry in other.evidence}
    above = (entry.level - below.get(entry.criterion, entry.level) >= FAR_APART for entry in one.evidence)
    return sum(above) >= _TELLING


def lower(one: Evaluation, other: Evaluation) -> Evaluation:
    """Return the first evaluation with, for each criterion, the lower of two verified readings.

    A criterion that only one of them could prove is left as it is there.

    Args:
        one: Verified evidence; names the judge.
        other: Verified evidence on the same answer.
    """
    second = {entry.criterion: entry for entry in other.evidence}
    kept = [_lower(entry, second.pop(entry.criterion, entry)) for entry in one.evidence]
    missed = tuple(sorted({*one.missed_points, *other.missed_points}))
    return attrs.evolve(one, evidence=(*kept, *second.values()), missed_points=missed)


def held_down(evaluation: Evaluation, heuristic: Evaluation) -> Evaluation:
    """Return an evaluation of a tripped answer, bounded by the heuristic reading of its clean text.

    Args:
        evaluation: Verified evidence.
        heuristic: The heuristic judge's evidence on the clean text.
    """
    bounds = {entry.criterion: entry.level + _TRUSTED_ABOVE for entry in heuristic.evidence}
    return attrs.evolve(
        evaluation,
        evidence=tuple(
            attrs.evolve(entry, level=Level(min(entry.level, bounds.get(entry.criterion, entry.level))))
            for entry in evaluation.evidence
        ),
    )


def flagged(evaluation: Evaluation, *flags: str) -> Evaluation:
    """Return an evaluation with more flags, each once.

    Args:
        evaluation: Evidence.
        flags: Stable codes.
    """
    return attrs.evolve(evaluation, flags=tuple(dict.fromkeys((*evaluation.flags, *flags))))


def _lower(one: CriterionEvidence, other: CriterionEvidence) -> CriterionEvidence:
    return other if other.level < one.level else one
