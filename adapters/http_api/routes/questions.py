"""The question bank, and questions of one's own."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from adapters.http_api.asking import Reader, TheApi, Writer
from adapters.http_api.practice.questions import OwnQuestion
from adapters.http_api.problems.problem import ApiError
from adapters.http_api.wire import answer, body_of, gives, gives_nothing, nothing, takes
from adapters.service.people.directory import Item, ItemKind
from interview_engine.personas.catalogue import default_catalogue
from interview_engine.personas.question import BankQuestion
from interview_engine.vocabulary import Company, Competency, JobRole, Language, QuestionKind

router = APIRouter(prefix="/api", tags=["questions"])


class QuestionEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A question of the bank, or of one's own.

    Attributes:
        question_id: Names it in evaluations and sample answers.
        own: One wrote it.
        text: In `language`.
        key_points: What a good answer covers; only of one's own. The bank's stay for the judge to tell.
    """

    question_id: str
    own: bool
    language: Language
    kind: QuestionKind
    competency: Competency
    difficulty: int
    seconds: int
    company: Company | None
    role: JobRole | None
    text: str
    key_points: tuple[str, ...] = ()


class QuestionPage(msgspec.Struct, frozen=True, kw_only=True):
    """Some of the questions that match: own ones first.

    Attributes:
        total: How many match in all.
        offset: How many of them stand before these.
        questions: These.
    """

    total: int
    offset: int
    questions: tuple[QuestionEntry, ...]


@router.get("/questions", responses=gives(QuestionPage))
async def list_questions(  # noqa: PLR0913, PLR0917 -- one parameter for each thing to filter by
    api: TheApi,
    person: Reader,
    language: Language = Language.KO,
    kind: QuestionKind | None = None,
    competency: Competency | None = None,
    company: Company | None = None,
    role: JobRole | None = None,
    difficulty: Annotated[int | None, Query(ge=1, le=5)] = None,
    search: Annotated[str, Query(max_length=100)] = "",
    offset: Annotated[int, Query(ge=0, le=100_000)] = 0,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> Response:
    """List questions in one language. `company` and `role` also give what is for any."""
    items = await api.parts.directory.items(ItemKind.QUESTION, person.user_id)
    entries = [own_entry(item) for item in items] + [
        _bank_entry(question, language) for question in default_catalogue().questions
    ]
    words = search.casefold().split()
    found = [
        entry
        for entry in entries
        if entry.language is language
        and kind in (None, entry.kind)
        and competency in (None, entry.competency)
        and (company is None or entry.company in (None, company))
        and (role is None or entry.role in (None, role))
        and difficulty in (None, entry.difficulty)
        and all(word in entry.text.casefold() for word in words)
    ]
    page = tuple(found[offset : offset + limit])
    return answer(QuestionPage(total=len(found), offset=offset, questions=page))


@router.post(
    "/questions", status_code=201, openapi_extra=takes(OwnQuestion), responses=gives(QuestionEntry, 201)
)
async def keep_a_question(
    api: TheApi, person: Writer, body: Annotated[OwnQuestion, Depends(body_of(OwnQuestion))]
) -> Response:
    """Keep a question of one's own, to practise with."""
    directory = api.parts.directory
    if len(await directory.items(ItemKind.QUESTION, person.user_id)) >= api.settings.most_questions:
        raise ApiError("too_many_items")
    item = Item(
        kind=ItemKind.QUESTION,
        item_id=f"q-{api.parts.fresh()}",
        owner=person.user_id,
        body=msgspec.json.encode(body).decode(),
        at=api.parts.now(),
    )
    await directory.keep(item)
    return answer(own_entry(item), 201)


@router.delete("/questions/{question_id}", status_code=204, responses=gives_nothing("It is gone."))
async def delete_a_question(api: TheApi, person: Writer, question_id: str) -> Response:
    """Delete a question of one's own."""
    if not await api.parts.directory.drop(ItemKind.QUESTION, question_id, person.user_id):
        raise ApiError("no_such_question")
    return nothing()


def own_entry(item: Item) -> QuestionEntry:
    """Return a kept question as lists show it."""
    own = msgspec.json.decode(item.body, type=OwnQuestion)
    return QuestionEntry(
        question_id=item.item_id,
        own=True,
        language=own.language,
        kind=own.kind,
        competency=own.competency,
        difficulty=own.difficulty,
        seconds=own.seconds,
        company=own.company,
        role=own.role,
        text=own.text,
        key_points=own.key_points,
    )


def _bank_entry(question: BankQuestion, language: Language) -> QuestionEntry:
    return QuestionEntry(
        question_id=question.id,
        own=False,
        language=language,
        kind=question.kind,
        competency=question.competency,
        difficulty=question.difficulty,
        seconds=question.seconds,
        company=question.company,
        role=question.role,
        text=question.text.spoken_in(language),
    )
