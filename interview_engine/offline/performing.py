"""`perform(effect)`: do an effect's work here and now, and report the result."""

from __future__ import annotations

from interview_engine.core import commands as c
from interview_engine.core.effects import (
    ComparePair,
    Effect,
    Heard,
    JudgeAnswer,
    WriteAnswer,
    WriteFeedback,
    WriteQuestion,
)
from interview_engine.core.provenance import Provenance
from interview_engine.ids import JudgeId, Millis
from interview_engine.offline.asking import NothingToAsk, bank_question, write_question
from interview_engine.personas.answering import AnswerRequest, HeardAnswer, write_answer
from interview_engine.personas.catalogue import Catalogue
from interview_engine.personas.errors import UnknownEntry
from interview_engine.scoring import HEURISTIC_FAMILY, HeuristicJudge, compare_heuristically, write_feedback
from interview_engine.vocabulary import QuestionKind

WRITER = Provenance(family="offline-writer")
JUDGE = Provenance(family=HEURISTIC_FAMILY)
COMPARING_JUDGE = JudgeId("panel")

_REACTING = frozenset({QuestionKind.FOLLOW_UP, QuestionKind.CROSS_REFERENCE})


def perform(effect: Effect, catalogue: Catalogue, now: Millis) -> c.Report:
    """Return the report of an effect; the same effect always gives the same content.

    Args:
        effect: What is wanted.
        catalogue: Personas and questions.
        now: When the report is made.
    """
    match effect:
        case WriteQuestion():
            return _question(effect, catalogue, now)
        case WriteAnswer():
            return _answer(effect, catalogue, now)
        case JudgeAnswer():
            return _evaluation(effect, now)
        case ComparePair():
            return _comparison(effect, now)
        case WriteFeedback():
            feedback = write_feedback(effect.evidence, effect.language)
            return c.FeedbackWritten(now=now, effect_id=effect.effect_id, feedback=feedback, provenance=JUDGE)
        case _:
            raise AssertionError(f"an effect of an unknown class: {type(effect).__name__}")


def _question(effect: WriteQuestion, catalogue: Catalogue, now: Millis) -> c.Report:
    try:
        question = write_question(effect, catalogue)
    except NothingToAsk:
        return c.EffectFailed(
            now=now, effect_id=effect.effect_id, attempt=effect.attempt, code="bank_exhausted"
        )
    return c.QuestionWritten(now=now, effect_id=effect.effect_id, question=question, provenance=WRITER)


def _answer(effect: WriteAnswer, catalogue: Catalogue, now: Millis) -> c.Report:
    try:
        persona = catalogue.candidate(effect.candidate.persona_id)
    except UnknownEntry:
        return c.EffectFailed(
            now=now, effect_id=effect.effect_id, attempt=effect.attempt, code="unknown_persona"
        )
    bank = bank_question(effect.question_id, catalogue)
    heard = effect.heard
    if effect.kind is QuestionKind.CROSS_REFERENCE and effect.parent_answer:
        about = Heard(
            speaker=effect.parent_speaker, question=effect.parent_question, answer=effect.parent_answer
        )
        heard = (*(said for said in heard if said != about), about)
    request = AnswerRequest(
        question=effect.question,
        kind=effect.kind,
        language=effect.language,
        quality=effect.quality,
        variation=effect.variation,
        competency=effect.competency,
        bank_question=bank,
        seconds=max(1, effect.allowance_ms // 1000),
        company=effect.settings.company,
        role=effect.settings.role,
        heard=tuple(
            HeardAnswer(speaker=said.speaker, question=said.question, answer=said.answer) for said in heard
        ),
        own_answers=tuple(said.answer for said in effect.own),
        parent_question=effect.parent_question if effect.kind in _REACTING else "",
        parent_answer=effect.parent_answer if effect.kind is QuestionKind.FOLLOW_UP else "",
        round_number=effect.round_number,
        place=effect.place,
        places=effect.places,
    )
    text = write_answer(persona, request)
    return c.AnswerWritten(now=now, effect_id=effect.effect_id, text=text, provenance=WRITER)


def _evaluation(effect: JudgeAnswer, now: Millis) -> c.EvaluationWritten:
    evaluation = HeuristicJudge(effect.interviewer.severity).evaluate(
        turn_id=effect.turn_id,
        judge_id=JudgeId(effect.judge),
        question=effect.question,
        key_points=effect.key_points,
        answer=effect.answer,
        language=effect.language,
        kind=effect.kind,
    )
    return c.EvaluationWritten(now=now, effect_id=effect.effect_id, evaluation=evaluation, provenance=JUDGE)


def _comparison(effect: ComparePair, now: Millis) -> c.ComparisonWritten:
    comparison = compare_heuristically(
        first=(effect.first, effect.first_answer),
        second=(effect.second, effect.second_answer),
        judge_id=COMPARING_JUDGE,
        question=effect.question,
        key_points=effect.key_points,
        language=effect.language,
        kind=effect.kind,
    )
    return c.ComparisonWritten(now=now, effect_id=effect.effect_id, comparison=comparison, provenance=JUDGE)
