"""A judge's word counts only with a verbatim quote: everything else is void, which means missing."""

from __future__ import annotations

import re

import attrs

from interview_engine.scoring.evaluation import CriterionEvidence, Evaluation
from interview_engine.scoring.plain_text import plain_text
from interview_engine.scoring.rubric import Criterion, Level

TWO_LETTERS = re.compile(r"[^\W_].*?[^\W_]")
"""What a quote needs to point at anything: a lone full stop, or one letter, is in every answer."""


def verify_evaluation(evaluation: Evaluation, answer: str) -> Evaluation:
    """Return the evaluation with only the evidence that the answer itself bears out.

    A criterion is void when its quote is not verbatim in the answer (both folded by `plain_text`), or
    when a level of 3 or more comes without a quote. Of several entries for one criterion the first
    alone counts, even when it is void: a judge gets one try.

    Args:
        evaluation: What the judge returned.
        answer: The full text that was judged.

    Returns:
        The evaluation with void evidence dropped and `missed_points` sorted, without repeats.
    """
    text = plain_text(answer)
    seen: list[Criterion] = []
    kept: list[CriterionEvidence] = []
    for entry in evaluation.evidence:
        if entry.criterion in seen:
            continue
        seen.append(entry.criterion)
        if _is_borne_out(entry, text):
            kept.append(entry)
    missed = tuple(sorted({point for point in evaluation.missed_points if point >= 0}))
    if len(kept) == len(evaluation.evidence) and missed == evaluation.missed_points:
        return evaluation
    return attrs.evolve(evaluation, evidence=tuple(kept), missed_points=missed)


def _is_borne_out(entry: CriterionEvidence, text: str) -> bool:
    quote = plain_text(entry.quote)
    if not quote:
        return entry.level < Level.MEETS
    return quote in text and TWO_LETTERS.search(quote) is not None
