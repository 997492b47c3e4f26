"""Rooms: open, list, look in, change, delete."""

# ruff: noqa: FAST003 -- the dependency that lets people in takes `room_id`
from __future__ import annotations

from typing import Annotated

import attrs
import msgspec
from fastapi import APIRouter, Depends, Header, Query
from starlette.responses import Response

from adapters.http_api.asking import Inside, Reader, ReaderInside, TheApi, Writer
from adapters.http_api.parts import ApiParts
from adapters.http_api.problems.problem import ApiError, FieldProblem
from adapters.http_api.rooms.opening import (
    chosen_settings,
    join,
    new_room,
    open_room,
    profiles,
    require_few_unfinished,
    require_room_for_more,
    room_id_for,
)
from adapters.http_api.rooms.shapes import RoomCard, RoomList, RoomSeen, RoomSeenShape, card, seen
from adapters.http_api.wire import answer, body_of, gives, gives_nothing, nothing, takes
from adapters.service.command_ids import creation_id
from adapters.service.event_store import UnknownRoom
from adapters.service.people.access import NoSuchRoom
from adapters.service.people.directory import RoomEntry
from adapters.service.people.identity import Person
from adapters.service.room_reading import RoomQuarantined
from interview_engine.core.settings import Settings
from interview_engine.core.state import Room
from interview_engine.ids import RoomId

router = APIRouter(prefix="/api", tags=["rooms"])

NO_SETTINGS = msgspec.Raw(b"{}")
Title = Annotated[str, msgspec.Meta(max_length=100)]
PersonaIds = Annotated[tuple[Annotated[str, msgspec.Meta(max_length=100)], ...], msgspec.Meta(max_length=12)]
IdempotencyKey = Annotated[
    str,
    Header(max_length=200, description="The same key gives the same room; another room needs another key."),
]
Limit = Annotated[int, Query(ge=1, le=100)]


class NewRoom(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A room to open.

    Attributes:
        title: What lists call it; it may be seen by everybody who may see the room.
        public: Listed for everybody, and open to everybody.
        settings: What shall differ from the defaults.
        rivals: Candidate personas to seat, by id.
        panel: Interviewers to seat, by id.
        observe: Sit as an observer oneself, not as a candidate.
    """

    title: Title = ""
    public: bool = False
    settings: msgspec.Raw = NO_SETTINGS
    rivals: PersonaIds = ()
    panel: PersonaIds = ()
    observe: bool = False


class NewRoomShape(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A room to open, as `NewRoom`; `settings` holds what shall differ from the defaults."""

    title: Title = ""
    public: bool = False
    settings: Settings = Settings()
    rivals: PersonaIds = ()
    panel: PersonaIds = ()
    observe: bool = False


class RoomChanges(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What its owner changes of a room's entry in lists; what is left out stays."""

    title: Title | None = None
    public: bool | None = None


@router.post(
    "/rooms",
    status_code=201,
    openapi_extra=takes(NewRoomShape),
    responses=gives(RoomSeenShape, 201, "The new room.")
    | gives(RoomSeenShape, 200, "The room that the same key opened before."),
)
async def open_a_room(
    api: TheApi,
    person: Writer,
    body: Annotated[NewRoom, Depends(body_of(NewRoom))],
    idempotency_key: IdempotencyKey = "",
) -> Response:
    """Open a room and take a seat in it. With an `Idempotency-Key`, a retry gets the same room."""
    require_room_for_more(api)
    settings = chosen_settings(body.settings)
    seated = profiles(api, body.rivals, body.panel, settings.language)
    room_id = room_id_for(api, person, "room", idempotency_key)
    await require_few_unfinished(api, person, room_id)
    entry = RoomEntry(
        room_id=room_id,
        owner=person.user_id,
        title=body.title.strip(),
        public=body.public,
        created_at=api.parts.now(),
    )
    wanted = (entry.title, body.public, body.rivals, body.panel, body.observe, settings)
    command_id = creation_id(room_id, idempotency_key, msgspec.json.encode(wanted))
    command = new_room(api, command_id, room_id, settings, seated)
    new = await open_room(api, person, room_id, command, entry)
    inside = await join(api, person, room_id, observe=body.observe)
    return answer(await _seen(api.parts, inside), 201 if new else 200, {"Location": f"/api/rooms/{room_id}"})


@router.get("/rooms", responses=gives(RoomList))
async def list_my_rooms(api: TheApi, person: Reader, limit: Limit = 20) -> Response:
    """List the rooms that one opened or was let into, the newest first."""
    entries = await api.parts.directory.rooms_of(person.user_id, limit=limit)
    return answer(RoomList(rooms=await _cards(api.parts, person, entries)))


@router.get("/rooms/public", responses=gives(RoomList))
async def list_public_rooms(api: TheApi, person: Reader, limit: Limit = 20) -> Response:
    """List the rooms that are open to everybody: the lobby."""
    entries = await api.parts.directory.public_rooms(limit=limit)
    cards = await _cards(api.parts, person, entries)
    return answer(RoomList(rooms=tuple(shown for shown in cards if shown.stage is not None)))


@router.get("/rooms/{room_id}", responses=gives(RoomSeenShape))
async def look_into_a_room(api: TheApi, inside: ReaderInside) -> Response:
    """Return the room as one's own seat may see it."""
    return answer(await _seen(api.parts, inside))


@router.patch("/rooms/{room_id}", openapi_extra=takes(RoomChanges), responses=gives(RoomCard))
async def change_a_rooms_entry(
    api: TheApi,
    person: Writer,
    room_id: str,
    body: Annotated[RoomChanges, Depends(body_of(RoomChanges))],
) -> Response:
    """Change a room's title, or whether it is listed for everybody; its owner's to do."""
    entry = await api.parts.access.own(person, RoomId(room_id))
    if body.title is None and body.public is None:
        raise ApiError("bad_values", errors=(FieldProblem(field="", message="nothing to change"),))
    changed = attrs.evolve(
        entry,
        title=entry.title if body.title is None else body.title.strip(),
        public=entry.public if body.public is None else body.public,
    )
    room = await _room(api.parts, entry.room_id)
    await api.parts.directory.add_room(changed)
    return answer(card(changed, room, mine=True))


@router.delete("/rooms/{room_id}", status_code=204, responses=gives_nothing("It is gone."))
async def delete_a_room(api: TheApi, person: Writer, room_id: str) -> Response:
    """Delete a room with its log, for everybody; its owner's to do. A damaged room can be deleted too."""
    entry = await api.parts.access.own(person, RoomId(room_id))
    await api.parts.service.delete(entry.room_id)
    # The entry goes last, so that a retry still finds whose it was.
    await api.parts.directory.remove_room(entry.room_id)
    return nothing()


async def _seen(parts: ApiParts, inside: Inside) -> RoomSeen:
    room_id = inside.entrance.room_id
    entry = await parts.directory.room(room_id)
    if entry is None:
        raise NoSuchRoom(room_id)
    return seen(entry, inside)


async def _cards(parts: ApiParts, person: Person, entries: tuple[RoomEntry, ...]) -> tuple[RoomCard, ...]:
    cards = []
    for entry in entries:
        try:
            room = await _room(parts, entry.room_id)
        except NoSuchRoom:
            continue
        mine = entry.owner == person.user_id
        # Whoever opened a room may still delete it.
        if not mine and room is not None and room.removed and await _removed(parts, person, room):
            continue
        cards.append(card(entry, room, mine=mine))
    return tuple(cards)


async def _removed(parts: ApiParts, person: Person, room: Room) -> bool:
    """Return whether the host removed a person from a room: nobody is led to a door that stays shut."""
    known = await parts.directory.membership(room.room_id, person.user_id)
    return known is not None and known.seat_id in room.removed


async def _room(parts: ApiParts, room_id: RoomId) -> Room | None:
    """Return a room; None while its log does not read."""
    try:
        return await parts.service.room(room_id)
    except RoomQuarantined:
        return None
    except UnknownRoom as error:
        raise NoSuchRoom(room_id) from error
