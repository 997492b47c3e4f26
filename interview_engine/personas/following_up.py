"""꼬리질문: what an interviewer asks on after an answer, and why."""

from __future__ import annotations

import functools

import attrs

from interview_engine.personas.chance import keyed_choice
from interview_engine.personas.gaps import find_gaps
from interview_engine.personas.interviewer import FollowUpReason, InterviewerPersona
from interview_engine.personas.package_data import read_file
from interview_engine.personas.question import BankQuestion, KeyPoint
from interview_engine.vocabulary import Bilingual, Language, QuestionKind


@attrs.frozen(kw_only=True)
class FollowUp:
    """A follow-up question.

    Attributes:
        text: The question as the interviewer says it.
        reason: Why it is asked, in a short sentence that people see.
        code: The same reason for machines.
        key_points: What a good answer to it covers, short phrases.
    """

    text: str
    reason: str
    code: FollowUpReason
    key_points: tuple[str, ...]


@attrs.frozen(kw_only=True)
class ReasonFacts:
    """What people see of a reason, what a good answer then covers, and wordings that suit everyone."""

    reason: FollowUpReason
    explanations: tuple[Bilingual, ...]
    key_points: tuple[KeyPoint, ...]
    wordings: tuple[Bilingual, ...]


@functools.cache
def reason_facts() -> tuple[ReasonFacts, ...]:
    """Return the shipped facts, one entry per reason."""
    return read_file("phrases/follow_up_reasons.json", tuple[ReasonFacts, ...])


def choose_follow_up(
    parent: BankQuestion | None,
    answer_text: str,
    interviewer: InterviewerPersona,
    language: Language,
    pick: int,
    *,
    kind: QuestionKind = QuestionKind.EXPERIENCE,
) -> FollowUp:
    """Choose what to ask on after an answer; the same arguments always choose the same.

    What the answer leaves out comes first (one of its two most useful gaps); a complete answer gets
    one of the question's own seeds, which go deeper.

    Args:
        parent: The question that was answered; None when it is not of the bank.
        answer_text: What the candidate said.
        interviewer: Who asks.
        language: The room's language.
        pick: Keyed chance from outside, 0 or more.
        kind: What the parent was for, when it is not of the bank.
    """
    gaps = find_gaps(answer_text, parent.kind if parent else kind, language)
    code = keyed_choice(gaps[:2], pick, "gap") if gaps else FollowUpReason.GO_DEEPER
    facts = next(entry for entry in reason_facts() if entry.reason is code)
    seeds = parent.follow_ups if parent and code is FollowUpReason.GO_DEEPER else ()
    wording = keyed_choice(seeds or interviewer.wordings(code) or facts.wordings, pick, "wording")
    return FollowUp(
        text=wording.spoken_in(language),
        reason=keyed_choice(facts.explanations, pick, "explanation").spoken_in(language),
        code=code,
        key_points=tuple(point.point.spoken_in(language) for point in facts.key_points),
    )
