"""Which story of a career fits a question."""

from __future__ import annotations

from interview_engine.personas.answering.lines import fold
from interview_engine.personas.answering.request import AnswerRequest
from interview_engine.personas.candidate import CandidatePersona, Story
from interview_engine.personas.chance import keyed_number
from interview_engine.vocabulary import Language

_TOLD_BEFORE = 100.0


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
        told = tuple(story for story in persona.stories if was_told(story, (request.parent_answer,), request.language))
        if told:
            return told[0]
    return max(persona.stories, key=lambda story: _fitness(story, persona, request))


def was_told(story: Story, answers: tuple[str, ...], language: Language) -> bool:
    """Return whether any sentence of a story stands in one of these answers."""
    said = tuple(fold(answer) for answer in answers)
    return any(fold(sentence) in answer for sentence in story.sentences(language) for answer in said)


def _fitness(story: Story, persona: CandidatePersona, request: AnswerRequest) -> float:
    """Return how well a story fits; the keyed fraction settles ties."""
    question = request.question.lower()
    hits = sum(2.5 if len(word) > 1 else 0.5 for word in story.keywords if word.lower() in question)
    fitness = min(hits, 6.0)
    if request.probed in story.competencies:
        fitness += 4.0 - story.competencies.index(request.probed)
    if request.kind in story.kinds:
        fitness += 1.5
    if request.role is not None and story.roles:
        fitness += 1.0 if request.role in story.roles else -1.0
    if was_told(story, request.own_answers, request.language):
        fitness -= _TOLD_BEFORE
    # Without earlier answers to look at, later rounds start elsewhere among stories that fit alike.
    turn = request.round_number if not request.own_answers else 0
    return fitness + keyed_number(persona.id, story.id, request.variation, turn) / 2**64
