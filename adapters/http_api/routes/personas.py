"""Candidate personas and interviewers: those that ship, and one's own."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from adapters.http_api.asking import Api, HeavyAsker, Reader, TheApi, Writer
from adapters.http_api.persona_text import persona_of_table, read_persona
from adapters.http_api.practice.questions import Subject, subject_of
from adapters.http_api.practice.sample_answer import sample_answer
from adapters.http_api.problems.problem import ApiError
from adapters.http_api.wire import JSON, answer, body_of, decoded, gives, gives_nothing, nothing, takes
from adapters.service.people.directory import Item, ItemKind
from adapters.service.people.identity import Person
from interview_engine.ids import PersonaId, QuestionId
from interview_engine.personas.candidate import CandidatePersona, Lines
from interview_engine.personas.catalogue import default_catalogue
from interview_engine.personas.interviewer import InterviewerPersona
from interview_engine.vocabulary import Bilingual, Company, Competency, Language, QuestionKind

router = APIRouter(prefix="/api", tags=["personas"])

TOML = "application/toml"


class PersonaCard(msgspec.Struct, frozen=True, kw_only=True):
    """A candidate as whoever picks an opponent may see it; how well it answers is for the interview to show.

    Attributes:
        persona_id: Names it in `rivals` and in `add_ai_candidate`.
        own: One made it.
        toml: Its text; only of one's own.
    """

    persona_id: str
    own: bool
    name: Bilingual
    headline: Bilingual
    company: Company | None
    background: Bilingual
    strengths: Lines
    blind_spots: Lines
    speaking_style: Bilingual
    answer_patterns: Lines
    toml: str = ""


class PersonaList(msgspec.Struct, frozen=True, kw_only=True):
    """Those that ship, then one's own."""

    personas: tuple[PersonaCard, ...]


class InterviewerCard(msgspec.Struct, frozen=True, kw_only=True):
    """An interviewer; how strict they are is for the interview to show."""

    persona_id: str
    name: Bilingual
    title: Bilingual
    style: Bilingual
    competencies: tuple[Competency, ...]


class InterviewerList(msgspec.Struct, frozen=True, kw_only=True):
    """The interviewers of the panel."""

    interviewers: tuple[InterviewerCard, ...]


class WrittenPersona(msgspec.Struct, frozen=True, kw_only=True):
    """A candidate of one's own: the fields of `examples/persona.toml`. The same may be sent as TOML text.

    Attributes:
        id: Lower-case letters, digits, hyphens; what marks it as one's own is put before it.
        name, headline: One text for both languages, or `{"ko": …, "en": …}`.
    """

    id: str
    name: str | dict[str, str]
    headline: str | dict[str, str]


class SampleWanted(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What to answer: a question of the bank or one's own by id, or any text.

    Attributes:
        kind: What a question given as text is for.
        language: Of the answer; a question of one's own has its own.
        seconds: Speaking time.
    """

    question_id: Annotated[str, msgspec.Meta(max_length=100)] = ""
    question: Annotated[str, msgspec.Meta(max_length=1_000)] = ""
    kind: QuestionKind = QuestionKind.COMMON
    language: Language = Language.KO
    seconds: Annotated[int, msgspec.Meta(ge=10, le=300)] = 120


class Sample(msgspec.Struct, frozen=True, kw_only=True):
    """What a persona might say, written offline."""

    persona_id: str
    question: str
    language: Language
    text: str


@router.get("/personas", responses=gives(PersonaList))
async def list_personas(api: TheApi, person: Reader) -> Response:
    """List the candidates that ship, and one's own."""
    built_in = tuple(_card(persona, "") for persona in default_catalogue().candidates)
    items = await api.parts.directory.items(ItemKind.PERSONA, person.user_id)
    own = tuple(_card(read_persona(item.body, person.user_id)[0], item.body) for item in items)
    return answer(PersonaList(personas=built_in + own))


@router.get("/interviewers", responses=gives(InterviewerList))
async def list_interviewers(_: Reader) -> Response:
    """List the interviewers."""
    shown = tuple(_interviewer(persona) for persona in default_catalogue().interviewers)
    return answer(InterviewerList(interviewers=shown))


@router.post(
    "/personas", status_code=201, openapi_extra=takes(WrittenPersona), responses=gives(PersonaCard, 201)
)
async def make_a_persona(request: Request, api: TheApi, person: Writer) -> Response:
    """Make a candidate of one's own, from JSON or TOML; every problem is named with its field."""
    persona, text = await _read(request, person)
    if await api.parts.directory.item(ItemKind.PERSONA, persona.id) is not None:
        raise ApiError("item_exists")
    if len(await api.parts.directory.items(ItemKind.PERSONA, person.user_id)) >= api.settings.most_personas:
        raise ApiError("too_many_items")
    await _keep(api, person, persona, text)
    return answer(_card(persona, text), 201, {"Location": f"/api/personas/{persona.id}"})


@router.put("/personas/{persona_id}", openapi_extra=takes(WrittenPersona), responses=gives(PersonaCard))
async def rewrite_a_persona(request: Request, api: TheApi, person: Writer, persona_id: str) -> Response:
    """Rewrite a candidate of one's own; rooms in which it sits go on with what it was."""
    await _own(api, person, persona_id)
    persona, text = await _read(request, person)
    if persona.id != persona_id:
        raise ApiError("item_exists", detail="the id is another one's")
    await _keep(api, person, persona, text)
    return answer(_card(persona, text))


@router.delete("/personas/{persona_id}", status_code=204, responses=gives_nothing("It is gone."))
async def delete_a_persona(api: TheApi, person: Writer, persona_id: str) -> Response:
    """Delete a candidate of one's own; where it sits, it stays."""
    await _own(api, person, persona_id)
    await api.parts.directory.drop(ItemKind.PERSONA, persona_id, person.user_id)
    api.parts.casting.withdraw(PersonaId(persona_id))
    return nothing()


@router.post(
    "/personas/{persona_id}/sample-answer", openapi_extra=takes(SampleWanted), responses=gives(Sample)
)
async def write_a_sample_answer(
    api: TheApi,
    person: HeavyAsker,
    persona_id: str,
    body: Annotated[SampleWanted, Depends(body_of(SampleWanted))],
) -> Response:
    """Have a candidate answer a question, to see how it speaks."""
    persona = await _any(api, person, persona_id)
    subject = await subject_of(
        api.parts.directory,
        person,
        Subject(
            question_id=QuestionId(body.question_id),
            text=body.question,
            kind=body.kind,
            language=body.language,
        ),
    )
    text = await api.parts.working.do(sample_answer, persona, subject, body.seconds)
    return answer(Sample(persona_id=persona_id, question=subject.text, language=subject.language, text=text))


async def _read(request: Request, person: Person) -> tuple[CandidatePersona, str]:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    data = await request.body()
    if kind == TOML:
        try:
            return read_persona(data.decode(), person.user_id)
        except UnicodeDecodeError as error:
            raise ApiError("bad_request") from error
    if kind != JSON:
        raise ApiError("unsupported_media_type", detail=f"send {JSON} or {TOML}")
    table: dict[str, object] = decoded(_TABLE, data)
    return persona_of_table(table, person.user_id)


_TABLE = msgspec.json.Decoder(dict[str, object])


async def _keep(api: Api, person: Person, persona: CandidatePersona, text: str) -> None:
    item = Item(
        kind=ItemKind.PERSONA, item_id=persona.id, owner=person.user_id, body=text, at=api.parts.now()
    )
    await api.parts.directory.keep(item)
    api.parts.casting.add(persona)


async def _own(api: Api, person: Person, persona_id: str) -> Item:
    item = await api.parts.directory.item(ItemKind.PERSONA, persona_id)
    if item is None or item.owner != person.user_id:
        raise ApiError("no_such_persona")
    return item


async def _any(api: Api, person: Person, persona_id: str) -> CandidatePersona:
    shipped = next((known for known in default_catalogue().candidates if known.id == persona_id), None)
    if shipped is not None:
        return shipped
    return read_persona((await _own(api, person, persona_id)).body, person.user_id)[0]


def _card(persona: CandidatePersona, toml: str) -> PersonaCard:
    return PersonaCard(
        persona_id=persona.id,
        own=bool(toml),
        name=persona.name,
        headline=persona.headline,
        company=persona.company,
        background=persona.background,
        strengths=persona.strengths,
        blind_spots=persona.blind_spots,
        speaking_style=persona.speaking_style,
        answer_patterns=persona.answer_patterns,
        toml=toml,
    )


def _interviewer(persona: InterviewerPersona) -> InterviewerCard:
    return InterviewerCard(
        persona_id=persona.id,
        name=persona.name,
        title=persona.title,
        style=persona.style,
        competencies=persona.competencies,
    )
