"""Problems as responses."""

from __future__ import annotations

from typing import Final

import msgspec
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response

from adapters.http_api.languages import language_of
from adapters.http_api.problems.catalogue import CATALOGUE
from adapters.http_api.problems.field_messages import in_language
from adapters.http_api.problems.problem import ApiError, Problem
from adapters.http_api.problems.table import api_error
from interview_engine.vocabulary import Language

PROBLEM_TYPE: Final = "application/problem+json"
REQUEST_ID: Final = "interview_engine.request_id"
"""Where a request's scope holds its id."""


def reader_of(connection: HTTPConnection) -> Language:
    """Return the language of whoever asks."""
    return language_of(connection.headers.get("accept-language", ""))


def problem_of(error: ApiError, language: Language, request_id: str) -> Problem:
    """Return a problem as it is written."""
    entry = CATALOGUE[error.code]
    return Problem(
        type=f"/docs#{error.code}",
        title=entry.title,
        status=entry.status,
        code=error.code,
        message=entry.message.spoken_in(language).replace("{seconds}", str(max(1, error.retry_after))),
        detail=error.detail,
        request_id=request_id,
        errors=tuple(in_language(problem, language) for problem in error.errors),
    )


def problem_response(connection: HTTPConnection, error: ApiError) -> Response:
    """Return the response that tells somebody of a problem, in their language."""
    language = reader_of(connection)
    problem = problem_of(error, language, str(connection.scope.get(REQUEST_ID, "")))
    headers = {"Content-Language": language.value, "Vary": "Accept-Language", "Cache-Control": "no-store"}
    if error.retry_after:
        headers["Retry-After"] = str(error.retry_after)
    if problem.status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    return Response(msgspec.json.encode(problem), problem.status, headers, PROBLEM_TYPE)


async def answer_problem(request: Request, error: Exception) -> Response:
    """Answer an exception of the table; FastAPI calls it."""
    found = api_error(error, reader_of(request))
    assert found is not None, "only exceptions of the table come here"
    response = problem_response(request, found)
    allow = (getattr(error, "headers", None) or {}).get("Allow")
    if allow:
        response.headers["Allow"] = allow
    return response
