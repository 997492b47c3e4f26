"""A question of the bank: both languages, what it probes, and what a good answer shows."""

from __future__ import annotations

import attrs

from interview_engine.ids import QuestionId
from interview_engine.vocabulary import Bilingual, Company, Competency, JobRole, QuestionKind


@attrs.frozen(kw_only=True)
class KeyPoint:
    """One thing that a good answer covers.

    `point` is a short phrase that names it; `spoken` are two ways in which a candidate would say it
    (one whole sentence each, first person, 존댓말 in Korean), used by the offline answer writer.
    """

    point: Bilingual
    spoken: tuple[Bilingual, ...]


@attrs.frozen(kw_only=True)
class BankQuestion:
    """A question of the bank.

    Attributes:
        id: Stable, unique, kebab-case: topic and number.
        kind: What the question is for.
        competency: What it probes.
        difficulty: 1 (easy) to 5 (hard).
        seconds: Time for one answer.
        text: The question as an interviewer says it.
        shows: What a good answer shows, for feedback.
        key_points: 3 to 6 things that a good answer covers.
        follow_ups: Seeds for follow-up questions.
        company: Only for interviews at this company; None for all.
        role: Only for this job; None for all.
    """

    id: QuestionId
    kind: QuestionKind
    competency: Competency
    difficulty: int
    seconds: int
    text: Bilingual
    shows: Bilingual
    key_points: tuple[KeyPoint, ...]
    follow_ups: tuple[Bilingual, ...]
    company: Company | None = None
    role: JobRole | None = None
