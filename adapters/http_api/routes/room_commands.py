"""What people do in rooms: enter and command."""

# ruff: noqa: FAST003 -- the dependency that lets people in takes `room_id`
from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, Header
from starlette.responses import Response

from adapters.http_api.asking import Api, Inside, ReaderInside, TheApi, Writer, WriterInside
from adapters.http_api.problems.problem import ApiError
from adapters.http_api.rooms.opening import require_done
from adapters.http_api.rooms.shapes import RoomSeenShape, seen, you
from adapters.http_api.wire import answer, body_of, gives, takes
from adapters.service.commands_on_wire import Giver, decode_command
from adapters.service.people.access import NoSuchRoom
from adapters.service.people.directory import ItemKind
from interview_engine.core.decide import Committed
from interview_engine.core.settings import Settings
from interview_engine.ids import RoomId

router = APIRouter(prefix="/api", tags=["rooms"])

NO_ARGUMENTS = msgspec.Raw(b"{}")


class GivenCommand(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A command, as over the WebSocket.

    Attributes:
        id: One's own choice, unguessable, for this command alone; the same may be sent again until there is
            an outcome.
        name: Which command, as `submit_answer`.
        data: Its arguments.
    """

    id: Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
    name: Annotated[str, msgspec.Meta(max_length=64)]
    data: msgspec.Raw = NO_ARGUMENTS


class GivenCommandShape(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A command, as over the WebSocket; `data` holds the arguments that its name calls for."""

    id: Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
    name: Annotated[str, msgspec.Meta(max_length=64)]
    data: dict[str, object] = {}


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """A command's outcome: `committed`, or `duplicate` for an id that was committed before.

    Attributes:
        outcome: Which.
        seq: The seq of the first event that it led to.
    """

    outcome: str
    seq: int


class Legal(msgspec.Struct, frozen=True, kw_only=True):
    """The commands that one may give now."""

    legal: tuple[str, ...]


class NewSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Settings to change; those that are left out keep their values."""

    settings: msgspec.Raw


class NewSettingsShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Settings to change; those that are left out keep their values."""

    settings: Settings


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How one comes in: with an invitation, or without one where one is known or the room is public."""

    invitation: Annotated[str, msgspec.Meta(max_length=4_096)] = ""


class SharedResume(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which of one's documents to answer for, and its facts when they were edited."""

    document_id: Annotated[str, msgspec.Meta(max_length=64)]
    facts: tuple[str, ...] | None = None


IdempotencyKey = Annotated[str, Header(max_length=200, description="Makes a retry harmless.")]


@router.post("/rooms/{room_id}/commands", openapi_extra=takes(GivenCommandShape), responses=gives(Done))
async def give_a_command(
    api: TheApi, inside: WriterInside, body: Annotated[GivenCommand, Depends(body_of(GivenCommand))]
) -> Response:
    """Give a participant's or host's command, for one's own seat."""
    return await _give(api, inside, body.id, body.name, bytes(body.data))


@router.patch("/rooms/{room_id}/settings", openapi_extra=takes(NewSettingsShape), responses=gives(Done))
async def change_settings(
    api: TheApi,
    inside: WriterInside,
    body: Annotated[NewSettings, Depends(body_of(NewSettings))],
    idempotency_key: IdempotencyKey = "",
) -> Response:
    """Change settings before the start; the host's to do."""
    data = msgspec.json.encode({"settings": body.settings})
    return await _give(api, inside, _chosen_id(api, "settings", idempotency_key), "change_settings", data)


@router.post("/rooms/{room_id}/start", responses=gives(Done))
async def start(api: TheApi, inside: WriterInside, idempotency_key: IdempotencyKey = "") -> Response:
    """Start the interview; the host's to do."""
    return await _give(api, inside, _chosen_id(api, "start", idempotency_key), "start_interview", b"{}")


@router.post("/rooms/{room_id}/resume", openapi_extra=takes(SharedResume), responses=gives(Done))
async def share_a_resume(
    api: TheApi,
    inside: WriterInside,
    body: Annotated[SharedResume, Depends(body_of(SharedResume))],
    idempotency_key: IdempotencyKey = "",
) -> Response:
    """Hand a document's facts to the room, for individual questions; a question may quote them aloud."""
    item = await api.parts.directory.item(ItemKind.DOCUMENT, body.document_id)
    if item is None or item.owner != inside.entrance.person.user_id:
        raise ApiError("no_such_document")
    kept = msgspec.json.decode(item.body, type=dict[str, object])
    facts = msgspec.convert(kept.get("facts", ()), tuple[str, ...]) if body.facts is None else body.facts
    data = msgspec.json.encode({"facts": facts})
    return await _give(api, inside, _chosen_id(api, "resume", idempotency_key), "share_resume", data)


@router.post("/rooms/{room_id}/enter", openapi_extra=takes(Entry), responses=gives(RoomSeenShape))
async def enter(
    api: TheApi, person: Writer, room_id: str, body: Annotated[Entry, Depends(body_of(Entry))]
) -> Response:
    """Come in, with an invitation if need be. One is remembered; a seat is taken with `join_room`."""
    parts = api.parts
    entrance, room = await parts.access.enter(
        person, RoomId(room_id), now=parts.now(), invitation=body.invitation
    )
    entry = await parts.directory.room(entrance.room_id)
    if entry is None:
        raise NoSuchRoom(entrance.room_id)
    return answer(seen(entry, Inside(entrance=entrance, room=room)))


@router.get("/rooms/{room_id}/legal", responses=gives(Legal))
async def what_is_legal(inside: ReaderInside) -> Response:
    """Say which commands one may give now."""
    return answer(Legal(legal=you(inside).legal))


def _chosen_id(api: Api, purpose: str, key: str) -> str:
    """Return what a client that only sends keys calls a command; ids sent over a socket are others."""
    return f"{purpose}\x1f{key or api.parts.fresh()}"


async def _give(api: Api, inside: Inside, chosen_id: str, name: str, data: bytes) -> Response:
    giver = Giver(
        seat_id=inside.entrance.seat_id,
        chosen_id=chosen_id,
        now=api.parts.now(),
        settings=inside.room.settings,
    )
    command = decode_command(name, data, giver, api.parts.casting)
    outcome = require_done(await api.parts.access.put(inside.entrance, command))
    name = "committed" if isinstance(outcome, Committed) else "duplicate"
    return answer(Done(outcome=name, seq=outcome.seq))
