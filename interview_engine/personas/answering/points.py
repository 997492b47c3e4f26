"""Which key points an answer covers, and in whose words."""

from __future__ import annotations

import functools

import attrs

from interview_engine.personas.answering.depth import points_covered
from interview_engine.personas.answering.request import AnswerRequest
from interview_engine.personas.candidate import CandidatePersona
from interview_engine.personas.chance import keyed_number, keyed_order
from interview_engine.personas.package_data import read_file
from interview_engine.personas.particles import fill
from interview_engine.vocabulary import Bilingual


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
    # Personas begin at different points, so that middling answers to one question differ.
    start = persona.variant + request.variation
    chosen = sorted((start + step) % len(wordings) for step in range(covered))
    return tuple(SpokenPoint(text=wordings[index], place=index / last) for index in chosen)


def _wordings(persona: CandidatePersona, request: AnswerRequest) -> tuple[str, ...]:
    """Return one sentence per key point, chosen for this persona."""
    if request.bank_question is None:
        templates = keyed_order(point_templates(), persona.id, request.question, request.variation)
        return tuple(
            fill(template.spoken_in(request.language), (("point", point),))
            for point, template in zip(request.key_points, templates, strict=False)
        )
    bits = _wording_bits(persona, request, len(request.bank_question.key_points))
    return tuple(
        point.spoken[bit % len(point.spoken)].spoken_in(request.language)
        for point, bit in zip(request.bank_question.key_points, bits, strict=True)
    )


def _wording_bits(persona: CandidatePersona, request: AnswerRequest, count: int) -> tuple[int, ...]:
    """Return a wording number per key point, such that two personas share few.

    The variant's binary digits and their parity form an even-weight code: two of the first eight
    variants differ in at least two of any four key points.
    """
    variant = persona.variant % 8
    digits = (variant & 1, variant >> 1 & 1, variant >> 2 & 1)
    code = (*digits, sum(digits) % 2)
    turned = keyed_number(request.question, "wording")
    return tuple(code[(index + turned) % 4] ^ (turned >> (8 + index) & 1) for index in range(count))
