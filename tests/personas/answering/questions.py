"""The shipped questions and candidates, and how the tests put one to the other."""

from __future__ import annotations

import re

import attrs

from interview_engine.personas import AnswerRequest, BankQuestion, default_catalogue
from interview_engine.vocabulary import Language

QUESTIONS = default_catalogue().questions
CANDIDATES = default_catalogue().candidates
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


def ask(question: BankQuestion, language: Language, quality: int, **more: object) -> AnswerRequest:
    request = AnswerRequest(
        question=question.text.spoken_in(language),
        kind=question.kind,
        language=language,
        quality=quality,
        bank_question=question,
        seconds=question.seconds,
    )
    return attrs.evolve(request, **more)  # type: ignore[arg-type]
