"""From exceptions to problems: the one table. What isn't in it is a bug, and says nothing of itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from adapters.http_api.problems.problem import ApiError, FieldProblem
from adapters.service.command_ids import CommandIdReused
from adapters.service.commands_on_wire import BadCommand
from adapters.service.event_store import AppendUnknown, EventStoreError, StoreFull
from adapters.service.people.access import NoSuchRoom, NotAllowed, RemovedFromRoom
from adapters.service.people.directory import NotYours
from adapters.service.people.identity import NotAuthenticated
from adapters.service.room_reading import RoomQuarantined
from adapters.service.room_service import TooMuchContention
from interview_engine.core.refusals import CommandRefused
from interview_engine.personas.errors import InvalidPersona, UnknownEntry
from interview_engine.vocabulary import Language

Reading = Callable[[Exception, Language], ApiError]

_HTTP: Final = {
    400: "bad_request",
    404: "not_found",
    405: "method_not_allowed",
    413: "body_too_large",
    415: "unsupported_media_type",
}


def _own(error: Exception, _: Language) -> ApiError:
    assert isinstance(error, ApiError)
    return error


def _token(error: Exception, _: Language) -> ApiError:
    assert isinstance(error, NotAuthenticated)
    return ApiError(error.code)


def _coded(error: Exception, _: Language) -> ApiError:
    assert isinstance(error, NotAllowed)
    return ApiError(error.code)


def _command(error: Exception, _: Language) -> ApiError:
    assert isinstance(error, BadCommand)
    return ApiError(error.code, detail=error.why)


def _refusal(error: Exception, _: Language) -> ApiError:
    assert isinstance(error, CommandRefused)
    # The detail is the rules' own, and may name a seat; texts are never quoted there.
    return ApiError(error.code.value, detail=error.detail)


def _persona(error: Exception, language: Language) -> ApiError:
    assert isinstance(error, InvalidPersona)
    problems = tuple(
        FieldProblem(field=problem.field, message=problem.message.spoken_in(language))
        for problem in error.problems
    )
    return ApiError("invalid_persona", errors=problems)


def _unknown(error: Exception, _: Language) -> ApiError:
    assert isinstance(error, UnknownEntry)
    return ApiError(error.code)


def _parameters(error: Exception, _: Language) -> ApiError:
    assert isinstance(error, RequestValidationError)
    problems = tuple(
        FieldProblem(field=".".join(str(part) for part in found["loc"]), message=str(found["type"]))
        for found in error.errors()
    )
    return ApiError("bad_values", errors=problems)


def _http(error: Exception, _: Language) -> ApiError:
    assert isinstance(error, HTTPException)
    return ApiError(_HTTP.get(error.status_code, "bad_request"))


def _always(code: str, *, retry_after: int = 0) -> Reading:
    return lambda _error, _language: ApiError(code, retry_after=retry_after)


EXCEPTIONS: Final[dict[type[Exception], Reading]] = {
    ApiError: _own,
    NotAuthenticated: _token,
    RemovedFromRoom: _always("removed_from_room"),
    NoSuchRoom: _always("no_such_room"),
    NotAllowed: _coded,
    NotYours: _always("item_exists"),
    BadCommand: _command,
    CommandIdReused: _always("command_id_reused"),
    CommandRefused: _refusal,
    InvalidPersona: _persona,
    UnknownEntry: _unknown,
    RoomQuarantined: _always("room_quarantined"),
    TooMuchContention: _always("unavailable", retry_after=1),
    AppendUnknown: _always("outcome_unknown", retry_after=1),
    StoreFull: _always("store_full"),
    EventStoreError: _always("unavailable", retry_after=1),
    TimeoutError: _always("took_too_long", retry_after=5),
    RequestValidationError: _parameters,
    HTTPException: _http,
}
"""What each exception means; a subclass means what its nearest listed class does."""


def api_error(error: Exception, language: Language) -> ApiError | None:
    """Return the problem that an exception means, or None for a bug."""
    for cls in type(error).__mro__:
        reading = EXCEPTIONS.get(cls)
        if reading is not None:
            return reading(error, language)
    return None
