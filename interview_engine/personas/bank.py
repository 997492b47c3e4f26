"""The question bank: loading it, and choosing the next question from it."""

from __future__ import annotations

import functools

from interview_engine.ids import QuestionId
from interview_engine.personas.package_data import read_folder
from interview_engine.personas.question import BankQuestion
from interview_engine.vocabulary import Company, Competency, JobRole, QuestionKind

_Kind = QuestionKind
# Where to look when every question of a kind has been asked: the nearest purpose first.
_NEAREST: dict[QuestionKind, tuple[QuestionKind, ...]] = {
    _Kind.COMMON: (_Kind.EXPERIENCE, _Kind.SITUATIONAL),
    _Kind.EXPERIENCE: (_Kind.COMMON, _Kind.SITUATIONAL),
    _Kind.SITUATIONAL: (_Kind.COMMON, _Kind.EXPERIENCE),
    _Kind.TECHNICAL: (_Kind.SITUATIONAL, _Kind.EXPERIENCE, _Kind.COMMON),
    _Kind.PRESSURE: (_Kind.SITUATIONAL, _Kind.EXPERIENCE),
    _Kind.MOTIVATION: (_Kind.COMMON,),
}


@functools.cache
def load_bank() -> tuple[BankQuestion, ...]:
    """Return every shipped question, in file-name order and the order of each file.

    Raises:
        BrokenPackageData: A shipped file does not read.
    """
    return tuple(question for topic in read_folder("bank", tuple[BankQuestion, ...]) for question in topic)


def choose_question(
    questions: tuple[BankQuestion, ...],
    *,
    kind: QuestionKind,
    difficulty: int,
    pick: int,
    competency: Competency | None = None,
    company: Company | None = None,
    role: JobRole | None = None,
    asked: frozenset[QuestionId] | tuple[QuestionId, ...] = (),
) -> BankQuestion | None:
    """Choose a question; the same arguments always choose the same one.

    A question that was asked, or that belongs to another company or job, is never chosen. Among the
    others of this kind the best match wins: first the competency, then the difficulty (one step away
    is as good as exact), then the company's own and the job's own questions; `pick` decides among
    equals. When the kind is used up, the nearest kinds are tried in order.

    Args:
        questions: What to choose from.
        kind: What the question is for; FOLLOW_UP is `choose_follow_up`'s business.
        difficulty: Wanted difficulty, 1-5.
        pick: Keyed chance from outside, 0 or more.
        competency: What it should probe; None for any.
        company: The company that the interview is for.
        role: The job that the interview is for.
        asked: Questions already asked in this interview.

    Returns:
        The question, or None when nothing suitable is left.
    """
    taken = frozenset(asked)
    for wanted in (kind, *_NEAREST.get(kind, ())):
        open_questions = tuple(
            question
            for question in questions
            if question.kind is wanted
            and question.id not in taken
            and question.company in (None, company)
            and question.role in (None, role)
        )
        if open_questions:
            ranks = tuple(_mismatch(question, competency, difficulty) for question in open_questions)
            best = min(ranks)
            equals = tuple(q for q, rank in zip(open_questions, ranks, strict=True) if rank == best)
            return equals[pick % len(equals)]
    return None


def _mismatch(question: BankQuestion, competency: Competency | None, difficulty: int) -> tuple[int, int, int]:
    """Return how far a question is from what is wanted, the most important part first."""
    other_competency = 0 if competency is None or question.competency is competency else 1
    steps_away = max(0, abs(question.difficulty - difficulty) - 1)
    generality = (question.company is None) + (question.role is None)
    return (other_competency, steps_away, generality)
