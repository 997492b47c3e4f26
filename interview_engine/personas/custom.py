"""A person's own candidate, written as TOML: short to write, everything left out has a sensible default."""

from __future__ import annotations

import functools
import re

import attrs
import msgspec

from interview_engine.ids import PersonaId
from interview_engine.personas.candidate import (
    CandidatePersona,
    Lines,
    Principle,
    SelfPresentation,
    SpeakingRate,
    Story,
    Voice,
)
from interview_engine.personas.chance import keyed_choice, keyed_number
from interview_engine.personas.errors import InvalidPersona, Problem
from interview_engine.personas.package_data import read_file
from interview_engine.personas.particles import fill
from interview_engine.personas.toml_reading import TableReader
from interview_engine.profiles import QualityRange
from interview_engine.vocabulary import Bilingual, Company, Competency, JobRole, QuestionKind

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DEFAULT_QUALITY = (45, 80)
# The shipped personas have the variants 0-5; wordings are told apart up to 7.
_FIRST_FREE_VARIANT, _FREE_VARIANTS = 6, 2
_FIELDS = (
    *("id", "name", "headline", "company", "background", "strengths", "blind_spots", "speaking_style"),
    *(
        "answer_patterns",
        "introduction",
        "motivation",
        "plans",
        "closing",
        "rate",
        "quality",
        "voice",
        "stories",
    ),
)
_VOICE_FIELDS = tuple(field.name for field in attrs.fields(Voice))
_STORY_FIELDS = (
    *("id", "situation", "task", "actions", "reasoning", "result", "lesson"),
    *("competencies", "kinds", "roles", "keywords"),
)


@attrs.frozen(kw_only=True)
class PlainPresentation:
    """What a custom persona says of itself where its author wrote nothing, with `{name}` and the like."""

    introduction: Lines
    motivation: Lines
    plans: Lines
    closing: Lines


@attrs.frozen(kw_only=True)
class PlainWords:
    """What a custom persona says where its author wrote nothing.

    Of the presentations each persona takes one as a whole, so that two at one table hardly ever share a line.
    """

    voice: Voice
    presentations: tuple[PlainPresentation, ...]
    speaking_style: Bilingual
    principles: tuple[Principle, ...]


@functools.cache
def plain_words() -> PlainWords:
    """Return the shipped defaults."""
    return read_file("phrases/plain.json", PlainWords)


def parse_candidate_toml(text: str) -> CandidatePersona:
    """Read a custom candidate; `examples/persona.toml` shows and explains every field.

    Args:
        text: A TOML document. Required: id, name, headline. Every text may be one string for both
            languages or a table with ko and en.

    Returns:
        The persona, with defaults for all that is left out.

    Raises:
        InvalidPersona: Something is wrong; the error holds all problems, in Korean and English.
    """
    try:
        reader = TableReader(table=msgspec.toml.decode(text, type=dict[str, object]))
    except msgspec.DecodeError as error:
        message = Bilingual(ko=f"TOML 문법이 맞지 않습니다: {error}", en=f"not valid TOML: {error}")
        raise InvalidPersona((Problem(field="TOML", message=message),)) from error
    persona = _read_persona(reader)
    if reader.problems:
        raise InvalidPersona(tuple(reader.problems))
    return persona


def _read_persona(reader: TableReader) -> CandidatePersona:
    reader.allow_only(_FIELDS)
    plain = plain_words()
    name, headline = reader.bilingual("name", required=True), reader.bilingual("headline", required=True)
    style = reader.bilingual("speaking_style")
    persona_id = _read_id(reader)
    return CandidatePersona(
        id=PersonaId(persona_id),
        name=name,
        headline=headline,
        company=reader.choice("company", Company),
        background=reader.bilingual("background"),
        strengths=reader.bilinguals("strengths"),
        blind_spots=reader.bilinguals("blind_spots"),
        speaking_style=style if style.ko else plain.speaking_style,
        answer_patterns=reader.bilinguals("answer_patterns"),
        variant=_FIRST_FREE_VARIANT + keyed_number(persona_id) % _FREE_VARIANTS,
        qualities=_read_qualities(reader.inner("quality")),
        stories=tuple(
            _read_story(story, number) for number, story in enumerate(reader.inner_list("stories"), 1)
        ),
        principles=plain.principles,
        presentation=_read_presentation(reader, persona_id, name, headline),
        voice=_read_voice(reader.inner("voice")),
        rate=_read_rate(reader.inner("rate")),
    )


def _read_id(reader: TableReader) -> str:
    persona_id = reader.text("id", required=True)
    if persona_id and not _ID.fullmatch(persona_id):
        reader.refuse(
            "id",
            "영어 소문자, 숫자, 붙임표(-)만 쓸 수 있습니다.",
            "may hold lower-case letters, digits and hyphens only",
        )
    return persona_id


def _read_rate(reader: TableReader) -> SpeakingRate:
    reader.allow_only(("ko", "en"))
    usual = SpeakingRate()
    return SpeakingRate(ko=reader.whole("ko", usual.ko, 150, 600), en=reader.whole("en", usual.en, 400, 1500))


def _read_qualities(reader: TableReader) -> tuple[QualityRange, ...]:
    reader.allow_only(("default", *(competency.value for competency in Competency)))
    low, high = _read_range(reader, "default", _DEFAULT_QUALITY)
    ranges = ((competency, _read_range(reader, competency.value, (low, high))) for competency in Competency)
    return tuple(
        QualityRange(competency=competency, low=low, high=high) for competency, (low, high) in ranges
    )


def _read_range(reader: TableReader, key: str, default: tuple[int, int]) -> tuple[int, int]:
    value = reader.table.get(key, list(default))
    match value:
        case [bool(), _] | [_, bool()]:
            pass
        case [int(low), int(high)] if 0 <= low <= high <= 100:
            return (low, high)
    reader.refuse(
        key,
        "[최저, 최고] 두 정수여야 하고, 0 이상 100 이하에서 최저가 최고보다 클 수 없습니다.",
        "must be [low, high]: two whole numbers from 0 to 100, low not above high",
    )
    return default


def _read_story(reader: TableReader, number: int) -> Story:
    reader.allow_only(_STORY_FIELDS)
    return Story(
        id=reader.text("id") or f"story-{number}",
        situation=reader.bilingual("situation", required=True),
        task=reader.bilingual("task"),
        actions=reader.bilinguals("actions", least=1),
        reasoning=reader.bilingual("reasoning"),
        result=reader.bilingual("result", required=True),
        lesson=reader.bilingual("lesson"),
        competencies=reader.chosen("competencies", Competency, least=1),
        kinds=reader.chosen("kinds", QuestionKind),
        roles=reader.chosen("roles", JobRole),
        keywords=tuple(word.lower() for word in reader.words("keywords")),
    )


def _read_presentation(
    reader: TableReader, persona_id: str, name: Bilingual, headline: Bilingual
) -> SelfPresentation:
    plain = keyed_choice(plain_words().presentations, persona_id, "presentation")
    introduction = tuple(
        Bilingual(
            ko=fill(line.ko, (("name", name.ko), ("headline", headline.ko))),
            en=fill(line.en, (("name", name.en), ("headline", headline.en))),
        )
        for line in plain.introduction
    )
    motivation = reader.bilinguals("motivation")
    return SelfPresentation(
        introduction=reader.bilinguals("introduction") or introduction,
        home_motivation=motivation or plain.motivation,
        motivation=motivation or plain.motivation,
        plans=reader.bilinguals("plans") or plain.plans,
        closing=reader.bilinguals("closing") or plain.closing,
    )


def _read_voice(reader: TableReader) -> Voice:
    reader.allow_only(_VOICE_FIELDS)
    plain = plain_words().voice
    return Voice(
        openings=reader.bilinguals("openings") or plain.openings,
        hesitations=reader.bilinguals("hesitations") or plain.hesitations,
        story_leads=reader.bilinguals("story_leads") or plain.story_leads,
        evidence_leads=reader.bilinguals("evidence_leads") or plain.evidence_leads,
        connectives=reader.bilinguals("connectives") or plain.connectives,
        outcomes=reader.bilinguals("outcomes") or plain.outcomes,
        vague=reader.bilinguals("vague") or plain.vague,
        drifts=reader.bilinguals("drifts") or plain.drifts,
        concessions=reader.bilinguals("concessions") or plain.concessions,
        closings=reader.bilinguals("closings") or plain.closings,
    )
