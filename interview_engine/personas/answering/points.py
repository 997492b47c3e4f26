"""Which key points an answer covers, and in whose words."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Mapping

import attrs

from interview_engine.personas.answering.depth import points_covered
from interview_engine.personas.answering.request import AnswerRequest
from interview_engine.personas.answering.understanding import understood_points
from interview_engine.personas.candidate import CandidatePersona
from interview_engine.personas.chance import keyed_number
from interview_engine.personas.following_up import reason_facts
from interview_engine.personas.individual import individual_templates
from interview_engine.personas.package_data import read_file
from interview_engine.personas.particles import fill
from interview_engine.personas.question import KeyPoint
from interview_engine.vocabulary import Bilingual, QuestionKind


@attrs.frozen(kw_only=True)
class SpokenPoint:
    """One covered key point.

    Attributes:
        text: The sentence that covers it.
        place: Where it belongs in the answer, 0.0 (first of the question's points) to 1.0 (last).
    """

    text: str
    place: float


@functools.cache
def point_templates() -> tuple[Bilingual, ...]:
    """Return sentences with a place `{point}`, for key points that have no spoken form."""
    return read_file("phrases/points.json", tuple[Bilingual, ...])


def covered_points(persona: CandidatePersona, request: AnswerRequest) -> tuple[SpokenPoint, ...]:
    """Return the key points that this answer covers, in the question's order.

    Args:
        persona: Who answers.
        request: What is asked.
    """
    wordings = _wordings(persona, request)
    covered = points_covered(request.quality, len(wordings))
    last = max(1, len(wordings) - 1)
    # Each persona takes its own subset, so that middling answers to one question differ.
    subsets = tuple(itertools.combinations(range(len(wordings)), covered))
    turn = keyed_number(request.question, request.variation, "subset")
    chosen = subsets[(persona.variant + turn) % len(subsets)]
    return tuple(SpokenPoint(text=wordings[index], place=index / last) for index in chosen)


def _wordings(persona: CandidatePersona, request: AnswerRequest) -> tuple[str, ...]:
    """Return one sentence per key point, chosen for this persona."""
    points = _key_points(request)
    bits = _wording_bits(persona, request, len(points))
    return tuple(
        point.spoken[bit % len(point.spoken)].spoken_in(request.language)
        for point, bit in zip(points, bits, strict=True)
    )


def _key_points(request: AnswerRequest) -> tuple[KeyPoint, ...]:
    """Return what there is to cover; a follow-up without key points is understood from its words."""
    if request.bank_question is not None:
        return request.bank_question.key_points
    if request.kind is QuestionKind.FOLLOW_UP and not request.key_points:
        return understood_points(request.question)
    return tuple(_key_point(request, name, place) for place, name in enumerate(request.key_points))


def _key_point(request: AnswerRequest, name: str, place: int) -> KeyPoint:
    """Return the shipped key point of this name, or one whose sentences are templates filled in."""
    shipped = shipped_points().get(name)
    if shipped is not None:
        return shipped
    templates = point_templates()
    start = keyed_number(request.question, "template") + 2 * place
    chosen = (templates[(start + step) % len(templates)] for step in range(2))
    spoken = tuple(
        Bilingual(ko=fill(line.ko, (("point", name),)), en=fill(line.en, (("point", name),)))
        for line in chosen
    )
    return KeyPoint(point=Bilingual(ko=name, en=name), spoken=spoken)


@functools.cache
def shipped_points() -> Mapping[str, KeyPoint]:
    """Return the key points of follow-up and individual questions by their names in both languages."""
    facts = (point for entry in reason_facts() for point in entry.key_points)
    individual = (point for entry in individual_templates() for point in entry.key_points)
    return {name: point for point in (*facts, *individual) for name in (point.point.ko, point.point.en)}


def _wording_bits(persona: CandidatePersona, request: AnswerRequest, count: int) -> tuple[int, ...]:
    """Return a wording number per key point, such that two personas share few.

    Up to four key points take a variant's three binary digits and their parity (an even-weight code:
    two of the first eight variants differ at two points or more); five or six take the shortened
    Hamming code [6,3,3] (they differ at two of five, three of six).
    """
    variant = persona.variant % 8
    one, two, three = variant & 1, variant >> 1 & 1, variant >> 2 & 1
    short = (one, two, three, one ^ two ^ three)
    code = short if count <= len(short) else (one, two, three, one ^ two, two ^ three, one ^ three)
    turned = keyed_number(request.question, "wording")
    return tuple(code[index % len(code)] ^ (turned >> index & 1) for index in range(count))
