"""The OpenAPI document: FastAPI's, with msgspec's schemas of the real types, and every problem described."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from adapters.http_api.problems.answering import PROBLEM_TYPE
from adapters.http_api.problems.catalogue import codes_by_status
from adapters.http_api.problems.problem import Problem
from adapters.http_api.wire import SCHEMA_OF, TYPES

Json = dict[str, object]

_REF: Final = "#/components/schemas/{name}"
_OPEN: Final = ("/api/guests",)
"""What needs no token."""
_DESCRIPTION: Final = (
    "Many-to-many practice interviews. 연습용이며 채용 결과를 예측하지 않습니다. "
    "Send the token of `POST /api/guests` as `Authorization: Bearer`. "
    "Every problem is `application/problem+json` (RFC 9457) with a stable `code` "
    "and a `message` in the language of `Accept-Language` (`ko`, `en`)."
)


def describe(app: FastAPI, title: str, version: str) -> Json:
    """Return the application's OpenAPI document.

    Args:
        app: With all its routes.
        title: What it is called.
        version: The distribution's.
    """
    document: Json = get_openapi(
        title=title, version=version, description=_DESCRIPTION, routes=app.routes, tags=None
    )
    names = sorted(TYPES)
    kinds = [TYPES[name] for name in names]
    schemas, components = msgspec.json.schema_components(
        (*kinds, Problem), ref_template=_REF, schema_hook=_anything
    )
    by_name = dict(zip(names, schemas, strict=False))
    resolved = _resolved(document, by_name)
    assert isinstance(resolved, dict), "a document stays one"
    resolved["components"] = {
        "schemas": components,
        "responses": {str(status): _problem(codes) for status, codes in codes_by_status().items()},
        "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
    }
    paths = resolved["paths"]
    assert isinstance(paths, dict), "OpenAPI has paths"
    for path, operations in paths.items():
        for operation in operations.values():
            _add_problems(str(path), operation)
    return resolved


def _anything(kind: type) -> Json:
    """Return the schema of `object`: anything."""
    if kind is not object:
        raise NotImplementedError
    return {"description": "Any JSON."}


def _resolved(value: object, schemas: Mapping[str, object]) -> object:
    """Return a document with each named type's schema in its place."""
    if isinstance(value, dict):
        if SCHEMA_OF in value:
            return schemas[str(value[SCHEMA_OF])]
        return {key: _resolved(item, schemas) for key, item in value.items()}
    if isinstance(value, list):
        return [_resolved(item, schemas) for item in value]
    return value


def _add_problems(path: str, operation: Json) -> None:
    responses = operation["responses"]
    assert isinstance(responses, dict), "an operation has responses"
    # FastAPI's own description of a wrong parameter is of another shape than ours.
    responses.pop("422", None)
    api = path.startswith("/api")
    secured = api and path not in _OPEN
    if secured:
        operation["security"] = [{"bearer": []}]
    for status in codes_by_status():
        guarded = status in (401, 403) and not secured
        if str(status) not in responses and status != 405 and not guarded and (api or status == 500):
            responses[str(status)] = {"$ref": f"#/components/responses/{status}"}


def _problem(codes: tuple[str, ...]) -> Json:
    return {
        "description": "One of: " + ", ".join(f"`{code}`" for code in codes),
        "content": {PROBLEM_TYPE: {"schema": {"$ref": _REF.format(name=Problem.__name__)}}},
    }
