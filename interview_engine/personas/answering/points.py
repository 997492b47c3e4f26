"""Which key points an answer covers, and in whose words."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

import attrs

from interview_engine.personas.answering.depth import points_covered
from interview_engine.personas.answering.frames import choose_deed, framed
from interview_engine.personas.answering.ownership import owned_wordings
from interview_engine.personas.answering.request import AnswerRequest
from interview_engine.personas.answering.understanding import understood_points
from interview_engine.personas.candidate import CandidatePersona, Story
from interview_engine.personas.chance import keyed_number
from interview_engine.personas.deeds import Deed
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
        outcome: What came of what the sentence tells; empty when a written sentence covers the point.
        framed: Whether a frame ties the point's name to a deed, and no written sentence covers it.
    """

    text: str
    place: float
    outcome: str
    framed: bool


def covered_points(
    persona: CandidatePersona, request: AnswerRequest, story: Story | None
) -> tuple[SpokenPoint, ...]:
    """Return the key points that this answer covers, in the question's order.

    Each candidate has written sentences of its own to each question, and ties any other point to
    something of its own that it did: no two say the same, though none hears the other.

    Args:
        persona: Who answers.
        request: What is asked.
        story: The story that the answer tells.
    """
    points = _key_points(request)
    written = _written(persona, request, points)
    deeds = _deeds(persona, request, points, written, story)
    names = tuple(point.point.spoken_in(request.language) for point in points)
    covered = points_covered(request.quality, len(points))
    order = sorted(
        (*written, *deeds),
        key=lambda index: (
            index not in written,
            -_closeness(persona, names[index]) if index not in written else index,
            keyed_number(persona.id, request.question, request.variation, index),
        ),
    )
    last = max(1, len(points) - 1)
    lane = request.lane_of(persona.variant, keyed_number(persona.id))
    spoken: list[SpokenPoint] = []
    for index in sorted(order[:covered]):
        place = index / last
        if index in written:
            spoken.append(SpokenPoint(text=written[index], place=place, outcome="", framed=False))
            continue
        text = framed(request, names[index], deeds[index], index, lane)
        outcome = deeds[index].outcome.spoken_in(request.language)
        spoken.append(SpokenPoint(text=text, place=place, outcome=outcome, framed=True))
    return tuple(spoken)


def _deeds(
    persona: CandidatePersona,
    request: AnswerRequest,
    points: tuple[KeyPoint, ...],
    written: Mapping[int, str],
    story: Story | None,
) -> dict[int, Deed]:
    """Return what bears out the points that have no written sentence, by the point's number."""
    chosen: dict[int, Deed] = {}
    for index, point in enumerate(points):
        # Every closing thanks in its own words; announcing thanks would sound odd.
        if index in written or _IS_THANKS.search(point.point.spoken_in(request.language)):
            continue
        deed = choose_deed(persona, request, point, tuple(chosen.values()), story)
        if deed is not None:
            chosen[index] = deed
    return chosen


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
