"""Which story of a career fits a question."""

from __future__ import annotations

from interview_engine.personas.answering.lines import fold
from interview_engine.personas.answering.request import AnswerRequest
from interview_engine.personas.candidate import CandidatePersona, Story
from interview_engine.personas.chance import keyed_number
from interview_engine.vocabulary import Language, QuestionKind

_TOLD_BEFORE = 100.0
_CERTAIN_HITS = 2
# Kinds whose question names a subject: the same competency alone makes no story fit.
_EXACTING = frozenset({QuestionKind.TECHNICAL, QuestionKind.SITUATIONAL})
# By the place of the probed competency among those that the story shows.
_COMPETENCY_FITS = (6.0, 4.0, 2.5)
# Under pressure only a story of failing or falling short answers the question.
_KIND_FITS = {QuestionKind.PRESSURE: 5.0}


def choose_story(persona: CandidatePersona, request: AnswerRequest) -> Story | None:
    """Choose the story that fits a question best and has not been told in this interview.

    A follow-up stays with the story of the answer before it.

    Args:
        persona: Who answers.
        request: What is asked.

    Returns:
        The story, or None when the persona has none.
    """
    if not persona.stories:
        return None
    if request.parent_answer:
        told = tuple(
            story for story in persona.stories if was_told(story, (request.parent_answer,), request.language)
        )
        if told:
            return told[0]
    return max(persona.stories, key=lambda story: _fitness(story, persona, request))


def is_related(story: Story, request: AnswerRequest) -> bool:
    """Return whether a story is about what the question asks, and not only tells of the same person."""
    hits = _keyword_hits(story, request)
    if hits >= _CERTAIN_HITS or (hits and request.probed in story.competencies):
        return True
    return request.kind not in _EXACTING and request.probed in story.competencies[:1]


def was_told(story: Story, answers: tuple[str, ...], language: Language) -> bool:
    """Return whether any sentence of a story stands in one of these answers."""
    said = tuple(fold(answer) for answer in answers)
    return any(fold(sentence) in answer for sentence in story.sentences(language) for answer in said)


def _fitness(story: Story, persona: CandidatePersona, request: AnswerRequest) -> float:
    """Return how well a story fits; the keyed fraction settles ties."""
    fitness = min(2.0 * _keyword_hits(story, request), 6.0)
    if request.probed in story.competencies:
        fitness += _COMPETENCY_FITS[min(story.competencies.index(request.probed), len(_COMPETENCY_FITS) - 1)]
    if request.kind in story.kinds:
        fitness += _KIND_FITS.get(request.kind, 1.5)
    if request.role is not None and story.roles:
        fitness += 1.0 if request.role in story.roles else -1.0
    if was_told(story, request.own_answers, request.language):
        fitness -= _TOLD_BEFORE
    # Without earlier answers to look at, later rounds start elsewhere among stories that fit alike.
    turn = request.round_number if not request.own_answers else 0
    return fitness + keyed_number(persona.id, story.id, request.variation, turn) / 2**64


def _keyword_hits(story: Story, request: AnswerRequest) -> int:
    """Return how many of a story's keywords stand in the question or its key points."""
    points = request.bank_question.key_points if request.bank_question else ()
    named = (point.point.spoken_in(request.language) for point in points)
    asked = " ".join((request.question, *named, *request.key_points)).lower()
    return sum(word in asked for word in story.keywords)
