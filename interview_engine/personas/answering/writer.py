"""The offline answer writer: the same request always gives the same answer, without any network."""

from __future__ import annotations

from interview_engine.personas.answering.draft import start_draft
from interview_engine.personas.answering.layouts import lay_out
from interview_engine.personas.answering.lines import fit, without_repeats
from interview_engine.personas.answering.request import AnswerRequest
from interview_engine.personas.answering.weak import weakened
from interview_engine.personas.candidate import CandidatePersona

_SECONDS_PER_MINUTE = 60


def write_answer(persona: CandidatePersona, request: AnswerRequest) -> str:
    """Write what a persona says to a question.

    Quality decides how many key points the answer covers, how much of a story it tells, and whether
    it has figures, reasons and a lesson; the persona decides which story, wording and voice.

    Args:
        persona: Who answers.
        request: What is asked, and what this candidate may know.

    Returns:
        The answer, at most `longest_answer` characters, never empty.
    """
    draft = start_draft(persona, request)
    lines = weakened(draft, lay_out(draft))
    limit = longest_answer(persona, request)
    kept = without_repeats(lines, (*request.own_answers, request.parent_answer))
    return fit(kept or without_repeats(lines), limit)


def longest_answer(persona: CandidatePersona, request: AnswerRequest) -> int:
    """Return the most characters that this answer may have.

    Args:
        persona: Who answers; its speaking rate bounds the answer.
        request: What is asked; `max_characters` bounds it as well when it is not 0.
    """
    spoken = persona.rate.spoken_in(request.language) * request.seconds // _SECONDS_PER_MINUTE
    return min(spoken, request.max_characters) if request.max_characters else spoken
