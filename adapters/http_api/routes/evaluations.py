"""The comparison engine: a question and a set of answers in, levels, verdicts and a ranking out."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends
from starlette.responses import Response

from adapters.http_api.asking import HeavyAsker, TheApi
from adapters.http_api.practice.evaluating import Evaluated, Task, evaluate
from adapters.http_api.practice.questions import Point, Subject, subject_of
from adapters.http_api.problems.problem import ApiError, FieldProblem
from adapters.http_api.wire import answer, body_of, gives, takes
from interview_engine.ids import QuestionId
from interview_engine.vocabulary import Language, QuestionKind

router = APIRouter(prefix="/api", tags=["practice"])


class GivenAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An answer, and a label of one's choice that tells it from the others."""

    label: Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
    text: Annotated[str, msgspec.Meta(min_length=1, max_length=20_000)]


class WantedEvaluation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question with 1 to 12 answers to it.

    Attributes:
        question_id: A question of the bank or of one's own; its text and key points count.
        question: Any other question's text.
        kind, language: What that question is for, and which language is spoken.
        key_points: What a good answer covers.
        reference: A model answer, for questions with one right answer.
        answers: What to judge. They are not stored.
    """

    answers: Annotated[tuple[GivenAnswer, ...], msgspec.Meta(min_length=1, max_length=12)]
    question_id: Annotated[str, msgspec.Meta(max_length=100)] = ""
    question: Annotated[str, msgspec.Meta(max_length=1_000)] = ""
    kind: QuestionKind = QuestionKind.COMMON
    language: Language = Language.KO
    key_points: Annotated[tuple[Point, ...], msgspec.Meta(max_length=10)] = ()
    reference: Annotated[str, msgspec.Meta(max_length=5_000)] = ""


@router.post("/evaluations", openapi_extra=takes(WantedEvaluation), responses=gives(Evaluated))
async def evaluate_answers(
    api: TheApi,
    person: HeavyAsker,
    body: Annotated[WantedEvaluation, Depends(body_of(WantedEvaluation))],
) -> Response:
    """Judge answers on the rubric, compare each pair, and rank them. Practice only, no hiring prediction."""
    labels = [given.label for given in body.answers]
    if len(set(labels)) != len(labels):
        raise ApiError("bad_values", errors=(FieldProblem(field="answers", message="labels must differ"),))
    subject = await subject_of(
        api.parts.directory,
        person,
        Subject(
            question_id=QuestionId(body.question_id),
            text=body.question,
            kind=body.kind,
            language=body.language,
            key_points=body.key_points,
        ),
    )
    task = Task(
        question=subject.text,
        kind=subject.kind,
        language=subject.language,
        key_points=subject.key_points,
        reference=body.reference,
        answers=tuple((given.label, given.text) for given in body.answers),
    )
    return answer(await api.parts.working.do(evaluate, task))
