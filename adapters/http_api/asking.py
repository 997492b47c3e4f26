"""Who asks, and where: what routes take as parameters. A route names its rate class by what it takes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated, Final

import attrs
import structlog
from fastapi import Depends, Request

from adapters.http_api.middleware.limits import network_of
from adapters.http_api.parts import ApiParts
from adapters.http_api.problems.problem import ApiError
from adapters.http_api.readiness import Readiness
from adapters.http_api.settings import ApiSettings, RateClass
from adapters.http_api.token_buckets import TokenBuckets
from adapters.service.people.access import Entrance
from adapters.service.people.identity import Person, TokenMissing
from interview_engine.core.state import Room
from interview_engine.ids import RoomId


@attrs.frozen(kw_only=True)
class Api:
    """What routes work with."""

    parts: ApiParts
    settings: ApiSettings
    buckets: TokenBuckets
    readiness: Readiness


def api_of(request: Request) -> Api:
    """Return what the application was built from."""
    found = request.app.state.interview_api
    assert isinstance(found, Api), "build_app sets it"
    return found


@attrs.frozen(kw_only=True)
class Inside:
    """Somebody in a room: their entrance, and the room as it stands."""

    entrance: Entrance
    room: Room


def require_pace(api: Api, rate_class: RateClass, whose: str) -> None:
    """Take a token of a class.

    Raises:
        ApiError: There is none left.
    """
    wait = api.buckets.wait(rate_class, whose)
    if wait:
        raise ApiError("too_many_requests", retry_after=wait)


async def who_asks(request: Request, rate_class: RateClass) -> Person:
    """Return whose token a request carries, within the limit of a rate class."""
    api = api_of(request)
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise TokenMissing
    person = await api.parts.identity.person(token.strip())
    require_pace(api, rate_class, person.user_id)
    return person


@attrs.frozen
class Asking:
    """Finds out who asks; their account is not deleted while their request is answered."""

    rate_class: RateClass

    async def __call__(self, request: Request) -> AsyncIterator[Person]:
        """Yield whose token a request carries."""
        person = await who_asks(request, self.rate_class)
        async with api_of(request).parts.access.accounts.acting(person.user_id):
            yield person


@attrs.frozen
class Going:
    """Finds out who asks for their account to be deleted: nothing else of theirs goes on meanwhile."""

    rate_class: RateClass

    async def __call__(self, request: Request) -> Person:
        """Return whose token a request carries."""
        return await who_asks(request, self.rate_class)


@attrs.frozen
class Entering:
    """Lets whoever asks into the room that the path names."""

    rate_class: RateClass

    async def __call__(self, request: Request, room_id: str) -> AsyncIterator[Inside]:
        """Yield who is inside, and the room."""
        person = await who_asks(request, self.rate_class)
        structlog.contextvars.bind_contextvars(room=room_id[:64])
        parts = api_of(request).parts
        async with parts.access.accounts.acting(person.user_id):
            entrance, room = await parts.access.enter(person, RoomId(room_id), now=parts.now())
            yield Inside(entrance=entrance, room=room)


@attrs.frozen
class Arriving:
    """Limits what nobody needs a token for, by address."""

    rate_class: RateClass

    async def __call__(self, request: Request) -> None:
        """Let a request pass."""
        require_pace(api_of(request), self.rate_class, network_of(request.scope))


TheApi = Annotated[Api, Depends(api_of)]
Reader = Annotated[Person, Depends(Asking(RateClass.READ))]
Writer = Annotated[Person, Depends(Asking(RateClass.WRITE))]
HeavyAsker = Annotated[Person, Depends(Asking(RateClass.HEAVY))]
Uploader = Annotated[Person, Depends(Asking(RateClass.UPLOAD))]
ReaderInside = Annotated[Inside, Depends(Entering(RateClass.READ))]
WriterInside = Annotated[Inside, Depends(Entering(RateClass.WRITE))]
HeavyInside = Annotated[Inside, Depends(Entering(RateClass.HEAVY))]
VoiceInside = Annotated[Inside, Depends(Entering(RateClass.VOICE))]
NewGuest = Annotated[None, Depends(Arriving(RateClass.SIGN_IN))]

Leaver = Annotated[Person, Depends(Going(RateClass.HEAVY))]
LIMITED: Final = (Asking, Going, Entering, Arriving)
"""The dependencies that carry a rate class: every route of the API has one."""
