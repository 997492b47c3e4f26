"""What a candidate might say to a question, outside any interview."""

from __future__ import annotations

from adapters.http_api.practice.questions import Subject
from interview_engine.personas.answering import AnswerRequest, write_answer
from interview_engine.personas.candidate import CandidatePersona
from interview_engine.vocabulary import Competency

_MIDDLING = 60


def sample_answer(persona: CandidatePersona, subject: Subject, seconds: int) -> str:
    """Return an answer of the persona's usual quality; the same arguments give the same text.

    Args:
        persona: Who answers.
        subject: What is asked.
        seconds: Speaking time.
    """
    competency = subject.bank.competency if subject.bank is not None else None
    request = AnswerRequest(
        question=subject.text,
        kind=subject.kind,
        language=subject.language,
        quality=_usual_quality(persona, competency),
        competency=competency,
        bank_question=subject.bank,
        key_points=subject.key_points,
        seconds=seconds,
    )
    return write_answer(persona, request)


def _usual_quality(persona: CandidatePersona, competency: Competency | None) -> int:
    ranges = [entry for entry in persona.qualities if competency is None or entry.competency is competency]
    if not ranges:
        return _MIDDLING
    return sum(entry.low + entry.high for entry in ranges) // (2 * len(ranges))
