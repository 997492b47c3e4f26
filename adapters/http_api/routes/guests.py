"""Guests: a display name is all that is asked for; the token says the rest."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends
from starlette.responses import Response

from adapters.http_api.asking import Api, NewGuest, TheApi, Writer
from adapters.http_api.parts import TokenIssuer
from adapters.http_api.problems.problem import ApiError, FieldProblem
from adapters.http_api.wire import answer, body_of, gives, takes
from adapters.service.people.identity import Person, UserId
from interview_engine.core.refusals import CommandRefused
from interview_engine.core.rules.texts import checked_name
from interview_engine.ids import Millis

router = APIRouter(prefix="/api", tags=["people"])


class NewGuestBody(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A guest's display name, 1 to 40 characters."""

    name: str


class SignedIn(msgspec.Struct, frozen=True, kw_only=True):
    """A token, to be sent as `Authorization: Bearer`.

    Attributes:
        token: Signed; it carries the display name.
        user_id: The person, the same in every room.
        name: The display name.
        expires_at: From then on it is good for nothing; refresh it before.
    """

    token: str
    user_id: str
    name: str
    expires_at: Millis


@router.post("/guests", status_code=201, openapi_extra=takes(NewGuestBody), responses=gives(SignedIn, 201))
async def become_a_guest(
    api: TheApi, _: NewGuest, body: Annotated[NewGuestBody, Depends(body_of(NewGuestBody))]
) -> Response:
    """Make a guest account: a name, and a token that expires. Keep the token: it is the account."""
    tokens = _tokens(api)
    try:
        name = checked_name(body.name)
    except CommandRefused as error:
        raise ApiError("bad_values", errors=(FieldProblem(field="name", message=error.detail),)) from error
    return answer(_signed(api, tokens, Person(user_id=UserId(f"g-{api.parts.fresh()}"), name=name)), 201)


@router.post("/token/refresh", responses=gives(SignedIn))
async def refresh_a_token(api: TheApi, person: Writer) -> Response:
    """Get a new token for the same account, good for the full time again."""
    return answer(_signed(api, _tokens(api), person))


def _tokens(api: Api) -> TokenIssuer:
    if api.parts.tokens is None:
        raise ApiError("guests_closed")
    return api.parts.tokens


def _signed(api: Api, tokens: TokenIssuer, person: Person) -> SignedIn:
    lifetime = api.settings.token_lifetime_ms
    return SignedIn(
        token=tokens.issue(person, lifetime),
        user_id=person.user_id,
        name=person.name,
        expires_at=Millis(api.parts.now() + lifetime),
    )
