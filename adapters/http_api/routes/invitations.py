"""Inviting people into a room, by a link or by a code that can be read out."""

# ruff: noqa: FAST003 -- the dependency that lets people in takes `room_id`

from __future__ import annotations

from typing import Annotated, Final

import msgspec
from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from adapters.http_api.asking import Api, Inside, TheApi, Writer, WriterInside
from adapters.http_api.middleware.limits import network_of
from adapters.http_api.problems.problem import ApiError, FieldProblem
from adapters.http_api.settings import RateClass
from adapters.http_api.wire import answer, body_of, gives, gives_nothing, nothing, takes
from adapters.service.people.access import NotAllowed
from adapters.service.people.directory import CodeTaken
from adapters.service.people.invitations import Invitation, Role
from adapters.service.people.join_codes import JoinCode, drawn_code, read_code, written_code
from interview_engine.ids import Millis, RoomId

router = APIRouter(prefix="/api", tags=["rooms"])

SHORTEST_INVITATION_MS = Millis(60_000)
INVITED: Final = "/join"
"""The page that invitation links lead to, and where codes are typed."""
LINK: Final = "{base}{page}#{invitation}"
"""The invitation stands behind the `#`, which browsers don't send: it is in no server's log."""
MOST_DRAWS: Final = 5
"""Two draws in a row that are taken happen once in the life of a server, if at all."""


class NewInvitation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An invitation to write: for whom, and for how long (ms)."""

    role: Role = Role.CANDIDATE
    lifetime_ms: Millis = Millis(86_400_000)


class Invited(msgspec.Struct, frozen=True, kw_only=True):
    """An invitation: a text to enter with, the same in a link, and when both end.

    Attributes:
        invitation: The text.
        link: A page that enters with it.
        code: For `POST /api/join`, as people write it: `K7QD-2MXA`. A room keeps one for each role; it is
            good for as long as the longest of the invitations that it came with, unless they are revoked.
        role: What its bearer may sit as.
        expires_at: When the text and the link end.
    """

    invitation: str
    link: str
    code: str
    role: Role
    expires_at: Millis


class TypedCode(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A code as somebody typed it: small letters, blanks and dashes are as good."""

    code: Annotated[str, msgspec.Meta(max_length=64)]


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """What a code stands for: a room, and the invitation to enter it with."""

    room_id: RoomId
    invitation: str
    role: Role
    expires_at: Millis


@router.post(
    "/rooms/{room_id}/invitations",
    status_code=201,
    openapi_extra=takes(NewInvitation),
    responses=gives(Invited, 201),
)
async def invite(
    api: TheApi, inside: WriterInside, body: Annotated[NewInvitation, Depends(body_of(NewInvitation))]
) -> Response:
    """Write an invitation; the host's and the owner's to do."""
    entrance = inside.entrance
    _require_hosting(inside)
    longest = api.settings.longest_invitation_ms
    if not SHORTEST_INVITATION_MS <= body.lifetime_ms <= longest:
        why = f"{SHORTEST_INVITATION_MS} to {longest}"
        raise ApiError("bad_values", errors=(FieldProblem(field="lifetime_ms", message=why),))
    expires_at = Millis(api.parts.now() + body.lifetime_ms)
    written = Invitation(
        room_id=entrance.room_id,
        role=body.role,
        expires_at=expires_at,
        generation=await api.parts.access.present_generation(entrance.room_id),
    )
    invitation = api.parts.invitations.write(written)
    link = LINK.format(
        base=api.settings.public_url.rstrip("/"),
        page=INVITED,
        invitation=invitation,
    )
    code = await _code_for(api, written)
    said = Invited(
        invitation=invitation, link=link, code=written_code(code), role=body.role, expires_at=expires_at
    )
    return answer(said, 201)


@router.delete(
    "/rooms/{room_id}/invitations",
    status_code=204,
    responses=gives_nothing("Invitations and codes from before open nothing any more."),
)
async def revoke_invitations(api: TheApi, inside: WriterInside) -> Response:
    """Revoke all invitations and codes from before; the host's and the owner's to do. Members stay."""
    _require_hosting(inside)
    await api.parts.directory.revoke_invitations(inside.entrance.room_id)
    return nothing()


@router.post("/join", openapi_extra=takes(TypedCode), responses=gives(Opened))
async def open_a_code(
    request: Request, api: TheApi, person: Writer, body: Annotated[TypedCode, Depends(body_of(TypedCode))]
) -> Response:
    """Say which room a code opens, and give the invitation to enter it with. Wrong codes slow down."""
    payers = ((RateClass.GUESS, person.user_id), (RateClass.GUESS_NETWORK, network_of(request.scope)))
    wait = max(api.buckets.wait_ahead(*payer) for payer in payers)
    if wait:
        raise ApiError("too_many_requests", retry_after=wait)
    code = read_code(body.code)
    found = await api.parts.directory.join_code(code) if code is not None else None
    if found is None or not await api.parts.access.opens(found.invitation, api.parts.now()):
        # Only now: a good code costs nothing, however many people bring it at once.
        for payer in payers:
            api.buckets.charge(*payer)
        raise ApiError("no_such_code")
    opened = found.invitation
    return answer(
        Opened(
            room_id=opened.room_id,
            invitation=api.parts.invitations.write(opened),
            role=opened.role,
            expires_at=opened.expires_at,
        )
    )


def _require_hosting(inside: Inside) -> None:
    if not inside.entrance.owner and inside.room.host != inside.entrance.seat_id:
        raise NotAllowed("hosts_only")


async def _code_for(api: Api, invitation: Invitation) -> str:
    for _ in range(MOST_DRAWS):
        drawn = JoinCode(code=drawn_code(api.parts.fresh()), invitation=invitation)
        try:
            return (await api.parts.directory.keep_join_code(drawn, api.parts.now())).code
        except CodeTaken:
            continue
    raise ApiError("unavailable")
