"""Deleting an account: nothing that the person wrote, and no trace of who they were, stays behind.

A room of theirs in which nobody else sat is deleted with its log. Where others sat, the person leaves, their
words are deleted from the log, and the room passes to the host, or else to the first of the others. It can be
called again after a failure: what is done stays done, and the list of rooms goes last. While it goes on
nothing else of the person's takes effect, and when it is done their tokens open nothing any more.
"""

from __future__ import annotations

from typing import Final

import attrs
import msgspec

from adapters.http_api.account.export import MOST_ROOMS
from adapters.http_api.parts import ApiParts
from adapters.service.event_store import UnknownRoom
from adapters.service.people.directory import ItemKind, Membership, RoomEntry
from adapters.service.people.identity import Person
from adapters.service.room_reading import RoomQuarantined
from interview_engine.core import commands as c
from interview_engine.core.seats import SeatKind
from interview_engine.core.stages import Stage
from interview_engine.core.state import Room
from interview_engine.ids import CommandId, PersonaId, RoomId, SeatId

_PEOPLE: Final = (SeatKind.HUMAN, SeatKind.OBSERVER)


class Deleted(msgspec.Struct, frozen=True, kw_only=True):
    """What became of an account's rooms and items.

    Attributes:
        rooms_deleted: Own rooms in which nobody else sat.
        rooms_left: Rooms that others keep, without the person's words.
        items: How many personas, questions and documents were deleted.
    """

    rooms_deleted: int
    rooms_left: int
    items: int


async def delete_account(parts: ApiParts, person: Person) -> Deleted:
    """Delete everything of a person.

    Raises:
        RoomQuarantined: A log that others share does not read; all the rest is done. Call again when an
            operator has looked at it.
        EventStoreError: Call again; only then is everything surely gone.
    """
    async with parts.access.accounts.closing(person.user_id):
        return await _delete_everything(parts, person)


async def _delete_everything(parts: ApiParts, person: Person) -> Deleted:
    deleted = left = 0
    unreadable: RoomQuarantined | None = None
    for entry in await parts.directory.rooms_of(person.user_id, limit=MOST_ROOMS):
        try:
            gone = await _leave_behind(parts, person, entry)
        except RoomQuarantined as error:
            unreadable = error
            continue
        deleted, left = deleted + gone, left + (not gone)
    items = await _drop_items(parts, person)
    if unreadable is not None:
        raise unreadable
    await parts.directory.forget(person.user_id)
    return Deleted(rooms_deleted=deleted, rooms_left=left, items=items)


async def _leave_behind(parts: ApiParts, person: Person, entry: RoomEntry) -> bool:
    """Delete one's room, or oneself from it; return whether the room is gone."""
    room_id = entry.room_id
    members = await parts.directory.members(room_id)
    others = tuple(member for member in members if member.user_id != person.user_id)
    own = next((member for member in members if member.user_id == person.user_id), None)
    mine = entry.owner == person.user_id
    room = await _room(parts, room_id, needed=not mine or bool(others))
    if mine and (room is None or not _seated_others(room, own)):
        await parts.service.delete(room_id)
        await parts.directory.remove_room(room_id)
        return True
    if own is not None and room is not None:
        await _withdraw(parts, room, own.seat_id)
    if mine and room is not None:
        heir = _heir(room, others)
        if heir is None:
            await parts.service.delete(room_id)
            await parts.directory.remove_room(room_id)
            return True
        await parts.directory.add_room(attrs.evolve(entry, owner=heir.user_id, title=""))
    return False


async def _room(parts: ApiParts, room_id: RoomId, *, needed: bool) -> Room | None:
    """Return a room; None when it is missing, or does not read and nobody else needs it."""
    try:
        return await parts.service.room(room_id)
    except UnknownRoom:
        return None
    except RoomQuarantined:
        if needed:
            raise
        return None


def _seated_others(room: Room, own: Membership | None) -> bool:
    seat_id = own.seat_id if own is not None else None
    return any(seat.kind in _PEOPLE and seat.seat_id != seat_id for seat in room.seats)


def _heir(room: Room, others: tuple[Membership, ...]) -> Membership | None:
    """Return who gets the room: the host, else the first who sits there."""
    seated = {seat.seat_id for seat in room.seats if seat.kind in _PEOPLE and not seat.left}
    candidates = [member for member in others if member.seat_id in seated]
    return min(candidates, key=lambda member: (member.seat_id != room.host, member.seat_id), default=None)


async def _withdraw(parts: ApiParts, room: Room, seat_id: SeatId) -> None:
    seat = room.seat(seat_id)
    if seat is not None and not seat.left and room.stage is not Stage.FINISHED:
        leave = c.LeaveRoom(now=parts.now(), id=CommandId(f"forget-{parts.fresh()[:40]}"), seat_id=seat_id)
        await parts.service.command(room.room_id, leave)
    await parts.service.redact(room.room_id, seat_id)


async def _drop_items(parts: ApiParts, person: Person) -> int:
    dropped = 0
    for kind in ItemKind:
        for item in await parts.directory.items(kind, person.user_id):
            if kind is ItemKind.PERSONA:
                parts.casting.withdraw(PersonaId(item.item_id))
            dropped += await parts.directory.drop(kind, item.item_id, person.user_id)
    return dropped
