"""The offline question writer: the bank, templates for résumé facts, and follow-ups by what is missing."""

from __future__ import annotations

from interview_engine.core.effects import WriteQuestion
from interview_engine.core.questions import Question
from interview_engine.ids import Millis, QuestionId
from interview_engine.personas.bank import choose_question
from interview_engine.personas.catalogue import Catalogue
from interview_engine.personas.following_up import choose_follow_up
from interview_engine.personas.individual import individual_question
from interview_engine.personas.question import BankQuestion
from interview_engine.vocabulary import Language, QuestionKind

_INDIVIDUAL_MS = Millis(120_000)


class NothingToAsk(Exception):
    """No question of the bank suits, and none can be made from what is known."""


def write_question(effect: WriteQuestion, catalogue: Catalogue) -> Question:
    """Return the question for a planned round; the same effect always gives the same.

    Raises:
        NothingToAsk: When the bank has nothing left.
    """
    if effect.kind is QuestionKind.FOLLOW_UP:
        return _follow_up(effect, catalogue)
    if effect.facts and effect.kind in (QuestionKind.TECHNICAL, QuestionKind.EXPERIENCE):
        asked = _from_resume(effect)
        if asked is not None:
            return asked
    chosen = choose_question(
        catalogue.questions,
        kind=effect.kind,
        difficulty=effect.difficulty,
        pick=effect.pick,
        competency=effect.competency,
        company=effect.settings.company,
        role=effect.settings.role,
        asked=effect.asked,
    )
    if chosen is None:
        raise NothingToAsk(effect.kind.value)
    return in_language(chosen, effect.language)


def in_language(question: BankQuestion, language: Language) -> Question:
    """Return a question of the bank as a room asks it."""
    return Question(
        question_id=question.id,
        kind=question.kind,
        text=question.text.spoken_in(language),
        competency=question.competency,
        difficulty=question.difficulty,
        answer_ms=Millis(question.seconds * 1000),
        key_points=tuple(point.point.spoken_in(language) for point in question.key_points),
        shows=question.shows.spoken_in(language),
    )


def bank_question(question_id: QuestionId | None, catalogue: Catalogue) -> BankQuestion | None:
    """Return a question's entry in the bank, or None when it was written for the occasion."""
    return next((question for question in catalogue.questions if question.id == question_id), None)


def _follow_up(effect: WriteQuestion, catalogue: Catalogue) -> Question:
    interviewer = catalogue.interviewer(effect.interviewer.persona_id)
    follow_up = choose_follow_up(
        bank_question(effect.parent_question_id, catalogue),
        effect.parent_answer,
        interviewer,
        effect.language,
        effect.pick,
        kind=effect.parent_kind or QuestionKind.EXPERIENCE,
    )
    return Question(
        question_id=QuestionId(effect.effect_id.replace("question:", "follow-up-")),
        kind=QuestionKind.FOLLOW_UP,
        text=follow_up.text,
        reason=follow_up.reason,
        competency=effect.competency or interviewer.competencies[0],
        difficulty=effect.difficulty,
        key_points=follow_up.key_points,
    )


def _from_resume(effect: WriteQuestion) -> Question | None:
    # Walking on from the draw finds a fact whose question has not been asked yet.
    for step in range(len(effect.facts)):
        asked = individual_question(effect.facts, effect.language, effect.pick + step)
        if asked is not None and asked.text not in effect.asked_texts:
            return Question(
                question_id=QuestionId(effect.effect_id.replace("question:", "individual-")),
                kind=QuestionKind.EXPERIENCE,
                text=asked.text,
                competency=asked.competency,
                difficulty=effect.difficulty,
                answer_ms=_INDIVIDUAL_MS,
                key_points=asked.key_points,
            )
    return None
