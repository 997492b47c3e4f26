"""Bodies in, values out: msgspec reads and writes them, and the same types make the OpenAPI schema."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Final, TypeVar

import msgspec
from fastapi import Request
from starlette.responses import Response

from adapters.http_api.problems.problem import ApiError, FieldProblem
from interview_engine.core.codec import canonical

T = TypeVar("T")

JSON: Final = "application/json"
_PATH: Final = re.compile(r" - at `\$?\.?([^`]*)`$")
SCHEMA_OF: Final = "x-type"
"""Where a route names the type of a body or an answer, until `openapi` puts its schema there."""
TYPES: Final[dict[str, object]] = {}
"""The types that routes name."""


def body_of(kind: type[T]) -> Callable[[Request], Awaitable[T]]:
    """Return a dependency that reads a JSON body of a type."""
    decoder = msgspec.json.Decoder(kind)

    async def read(request: Request) -> T:
        return decoded(decoder, await json_bytes(request))

    return read


async def json_bytes(request: Request) -> bytes:
    """Return a request's body, which must say that it is JSON.

    Raises:
        ApiError: It doesn't.
    """
    content_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if content_type != JSON:
        raise ApiError("unsupported_media_type", detail=f"send {JSON}")
    return await request.body()


def decoded(decoder: msgspec.json.Decoder[T], data: bytes) -> T:
    """Return what a JSON body holds.

    Raises:
        ApiError: It is not JSON, or not what is asked for.
    """
    try:
        return decoder.decode(data)
    except msgspec.ValidationError as error:
        raise ApiError("bad_values", errors=(_field_problem(str(error)),)) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ApiError("bad_json") from error


def _field_problem(text: str) -> FieldProblem:
    found = _PATH.search(text)
    why = _PATH.sub("", text) if found else text
    # An enum's wrong value is quoted by msgspec; it may be anything that somebody typed.
    return FieldProblem(field=found[1] if found else "", message=re.sub(r"'[^']*'", "'…'", why))


def answer(value: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """Return a value as a JSON response."""
    return Response(canonical(value), status, dict(headers or {}), JSON)


def _named(kind: object) -> dict[str, object]:
    name = f"{getattr(kind, '__module__', '')}.{getattr(kind, '__qualname__', kind)}"
    TYPES[name] = kind
    return {SCHEMA_OF: name}


def nothing() -> Response:
    """Return the response that says that it is done, and nothing else."""
    return Response(status_code=204)


def takes(kind: type) -> dict[str, object]:
    """Return what to tell OpenAPI of a route's JSON body."""
    return {"requestBody": {"required": True, "content": {JSON: {"schema": _named(kind)}}}}


def gives(kind: object, status: int = 200, what: str = "The answer.") -> dict[int | str, dict[str, object]]:
    """Return what to tell OpenAPI of a route's answer."""
    return {status: {"description": what, "content": {JSON: {"schema": _named(kind)}}}}


def gives_file(media_type: str, what: str) -> dict[int | str, dict[str, object]]:
    """Return what to tell OpenAPI of a file."""
    return {200: {"description": what, "content": {media_type: {"schema": {"type": "string"}}}}}


def gives_nothing(what: str) -> dict[int | str, dict[str, object]]:
    """Return what to tell OpenAPI of an answer without content."""
    return {204: {"description": what}}
