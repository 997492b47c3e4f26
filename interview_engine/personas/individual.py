"""개별질문: questions about what stands in a candidate's own résumé."""

from __future__ import annotations

import functools

import attrs

from interview_engine.personas.chance import keyed_choice
from interview_engine.personas.package_data import read_file
from interview_engine.personas.particles import fill
from interview_engine.personas.question import KeyPoint
from interview_engine.vocabulary import Bilingual, Competency, Language

_LONGEST_FACT = 60


@attrs.frozen(kw_only=True)
class IndividualQuestion:
    """A question about one fact of a résumé.

    Attributes:
        text: The question as an interviewer says it.
        competency: What it probes.
        fact: The fact that it asks about, as written in the résumé.
        key_points: What a good answer covers, short phrases.
    """

    text: str
    competency: Competency
    fact: str
    key_points: tuple[str, ...]


@attrs.frozen(kw_only=True)
class IndividualTemplate:
    """A question with a place `{fact}`, and what a good answer to it covers."""

    text: Bilingual
    competency: Competency
    key_points: tuple[KeyPoint, ...]


@functools.cache
def individual_templates() -> tuple[IndividualTemplate, ...]:
    """Return the shipped templates."""
    return read_file("phrases/individual.json", tuple[IndividualTemplate, ...])


def individual_question(facts: tuple[str, ...], language: Language, pick: int) -> IndividualQuestion | None:
    """Ask about one of a résumé's facts; the same arguments always ask the same.

    Args:
        facts: Short lines of a résumé, in any language; blank ones are passed over.
        language: The room's language.
        pick: Keyed chance from outside, 0 or more; counting it up walks through the facts.

    Returns:
        The question, or None when there is no fact.
    """
    told = tuple(line for line in (" ".join(fact.split()) for fact in facts) if line)
    if not told:
        return None
    fact = told[pick % len(told)]
    template = keyed_choice(individual_templates(), pick, fact)
    quoted = fact if len(fact) <= _LONGEST_FACT else _cut(fact)
    return IndividualQuestion(
        text=fill(template.text.spoken_in(language), (("fact", f"‘{quoted}’"),)),
        competency=template.competency,
        fact=fact,
        key_points=tuple(point.point.spoken_in(language) for point in template.key_points),
    )


def _cut(fact: str) -> str:
    """Shorten a fact at a word's end."""
    head = fact[:_LONGEST_FACT].rsplit(" ", 1)[0].rstrip(" ,.;:·-")
    return f"{head}…"
