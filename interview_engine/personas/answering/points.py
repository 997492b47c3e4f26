"""Which key points an answer covers, and in whose words."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

import attrs

from interview_engine.personas.answering.depth import points_covered
from interview_engine.personas.answering.frames import framed
from interview_engine.personas.answering.ownership import owned_wordings
from interview_engine.personas.answering.request import AnswerRequest
from interview_engine.personas.answering.understanding import understood_points
from interview_engine.personas.candidate import CandidatePersona
from interview_engine.personas.chance import keyed_number
from interview_engine.personas.following_up import reason_facts
from interview_engine.personas.individual import individual_templates
from interview_engine.personas.question import KeyPoint
from interview_engine.vocabulary import Bilingual, QuestionKind

_IS_THANKS = re.compile(r"감사$|^thanks\b", re.IGNORECASE)


@attrs.frozen(kw_only=True)
class SpokenPoint:
    """One covered key point.

    Attributes:
        text: The sentence that covers it.
        place: Where it belongs in the answer, 0.0 (first of the question's points) to 1.0 (last).
        framed: Whether a frame carries the point's name, and no written sentence its substance.
    """

    text: str
    place: float
    framed: bool


def covered_points(persona: CandidatePersona, request: AnswerRequest) -> tuple[SpokenPoint, ...]:
    """Return the key points that this answer covers, in the question's order.

    Each candidate has written sentences of its own to each question, and carries any other point by its
    name in a frame of its own style: no two say the same, though none hears the other.

    Args:
        persona: Who answers.
        request: What is asked.
    """
    points = _key_points(request)
    written = _written(persona, request, points)
    names = tuple(point.point.spoken_in(request.language) for point in points)
    covered = points_covered(request.quality, len(points))
    order = sorted(
        range(len(points)),
        key=lambda index: (
            index not in written,
            -_closeness(persona, names[index]) if index not in written else index,
            keyed_number(persona.id, request.question, request.variation, index),
        ),
    )
    last = max(1, len(points) - 1)
    spoken: list[SpokenPoint] = []
    for index in sorted(order[:covered]):
        sentence = written.get(index)
        if sentence is None and _IS_THANKS.search(names[index]):
            continue  # Every closing thanks in its own words; announcing thanks would sound odd.
        rank = sum(point.framed for point in spoken)
        spoken.append(
            SpokenPoint(
                text=sentence or framed(persona, request, names[index], index, rank),
                place=index / last,
                framed=sentence is None,
            )
        )
    return tuple(spoken)


def _written(
    persona: CandidatePersona, request: AnswerRequest, points: tuple[KeyPoint, ...]
) -> dict[int, str]:
    """Return the written sentences that this candidate may say, by the point's number."""
    language = request.language
    wordings = tuple(tuple(sentence.spoken_in(language) for sentence in point.spoken) for point in points)
    # A follow-up goes to one candidate alone, who needs to share nothing.
    alone = request.kind is QuestionKind.FOLLOW_UP or request.lanes == 1
    if alone:
        column = keyed_number(persona.id, request.question, request.variation)
        return {index: row[column % len(row)] for index, row in enumerate(wordings) if row}
    lanes = request.lanes
    lane = request.lane_of(persona.variant) % lanes
    owned = owned_wordings(request.question, wordings, language, lane, lanes)
    return {point: wordings[point][wording] for point, wording in owned}


def _closeness(persona: CandidatePersona, name: str) -> int:
    """Return how often a key point touches on what this persona's career is about."""
    bare = name.lower()
    return sum(word in bare for story in persona.stories for word in story.keywords)


def _key_points(request: AnswerRequest) -> tuple[KeyPoint, ...]:
    """Return what there is to cover; a follow-up without key points is understood from its words."""
    if request.bank_question is not None:
        return request.bank_question.key_points
    if request.kind is QuestionKind.FOLLOW_UP and not request.key_points:
        return understood_points(request.question)
    return tuple(_key_point(name) for name in request.key_points)


def _key_point(name: str) -> KeyPoint:
    """Return the shipped key point of this name, or one that has a name alone."""
    return shipped_points().get(name) or KeyPoint(point=Bilingual(ko=name, en=name), spoken=())


@functools.cache
def shipped_points() -> Mapping[str, KeyPoint]:
    """Return the key points of follow-up and individual questions by their names in both languages."""
    facts = (point for entry in reason_facts() for point in entry.key_points)
    individual = (point for entry in individual_templates() for point in entry.key_points)
    return {name: point for point in (*facts, *individual) for name in (point.point.ko, point.point.en)}
