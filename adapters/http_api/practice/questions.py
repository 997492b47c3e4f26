"""Questions to practise with: the bank's, and people's own."""

from __future__ import annotations

from typing import Annotated

import attrs
import msgspec

from adapters.http_api.problems.problem import ApiError, FieldProblem
from adapters.service.people.directory import Directory, ItemKind
from adapters.service.people.identity import Person
from interview_engine.ids import QuestionId
from interview_engine.personas.catalogue import default_catalogue
from interview_engine.personas.question import BankQuestion
from interview_engine.vocabulary import Company, Competency, JobRole, Language, QuestionKind

Point = Annotated[str, msgspec.Meta(min_length=1, max_length=300)]


class OwnQuestion(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question of one's own, to practise with: for evaluations and sample answers.

    Attributes:
        text: As an interviewer would say it.
        key_points: What a good answer covers.
        language, kind, competency, difficulty, seconds: As in the bank.
        company, role: What it is for; None for any.
    """

    text: Annotated[str, msgspec.Meta(min_length=1, max_length=1_000)]
    key_points: Annotated[tuple[Point, ...], msgspec.Meta(max_length=10)] = ()
    language: Language = Language.KO
    kind: QuestionKind = QuestionKind.COMMON
    competency: Competency = Competency.COMMUNICATION
    difficulty: Annotated[int, msgspec.Meta(ge=1, le=5)] = 3
    seconds: Annotated[int, msgspec.Meta(ge=10, le=600)] = 120
    company: Company | None = None
    role: JobRole | None = None


@attrs.frozen(kw_only=True)
class Subject:
    """What is to be answered.

    Attributes:
        question_id: Of the bank's or one's own; empty for a text.
        text: The question.
        kind, language: What it is for, and which language is spoken.
        key_points: What a good answer covers.
        bank: Its entry in the bank.
    """

    question_id: QuestionId = QuestionId("")
    text: str = ""
    kind: QuestionKind = QuestionKind.COMMON
    language: Language = Language.KO
    key_points: tuple[str, ...] = ()
    bank: BankQuestion | None = None


async def subject_of(directory: Directory, person: Person, asked: Subject) -> Subject:
    """Return a subject with all that its question's id stands for.

    Args:
        directory: Where people's own questions are kept.
        person: Who asks.
        asked: A subject with an id, or with a text.

    Raises:
        ApiError: There is no such question for this person, or neither an id nor a text.
    """
    if not asked.question_id:
        if not asked.text.strip():
            raise ApiError(
                "bad_values", errors=(FieldProblem(field="question", message="a question or question_id"),)
            )
        return asked
    for bank in default_catalogue().questions:
        if bank.id == asked.question_id:
            return attrs.evolve(
                asked,
                text=bank.text.spoken_in(asked.language),
                kind=bank.kind,
                key_points=tuple(point.point.spoken_in(asked.language) for point in bank.key_points),
                bank=bank,
            )
    item = await directory.item(ItemKind.QUESTION, asked.question_id)
    if item is None or item.owner != person.user_id:
        raise ApiError("no_such_question")
    own = msgspec.json.decode(item.body, type=OwnQuestion)
    return attrs.evolve(asked, text=own.text, kind=own.kind, language=own.language, key_points=own.key_points)
