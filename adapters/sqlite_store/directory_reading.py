"""What is read of people."""

from __future__ import annotations

import sqlite3
from enum import Enum
from typing import TypeVar

from adapters.service.event_store import StoreCorrupt
from adapters.service.people.directory import Item, ItemKind, Membership, RoomEntry
from adapters.service.people.identity import UserId
from adapters.service.people.invitations import Invitation, Role
from adapters.service.people.join_codes import JoinCode
from interview_engine.ids import Millis, RoomId, SeatId, Seq

Word = TypeVar("Word", bound=Enum)

_ENTRY = "room_id, owner, title, public, created_at, revocations"
_MEMBERSHIP = "room_id, user_id, seat_id, role"
_ITEM = "kind, item_id, owner, body, at"
_CODE = "code, room_id, role, expires_at, generation"


def entry_of(connection: sqlite3.Connection, room_id: RoomId) -> RoomEntry | None:
    """Return a room's entry, or None."""
    return next(iter(_entries(connection, "WHERE room_id = ?", room_id)), None)


def entries_of_person(
    connection: sqlite3.Connection, user_id: UserId, *, limit: int
) -> tuple[RoomEntry, ...]:
    """Return the rooms that somebody owns or was let into, the newest first, then by id."""
    return _entries(
        connection,
        """WHERE owner = ? OR room_id IN (SELECT room_id FROM membership WHERE user_id = ?)
        ORDER BY created_at DESC, room_id LIMIT ?""",
        user_id,
        user_id,
        max(limit, 0),
    )


def public_entries(connection: sqlite3.Connection, *, limit: int) -> tuple[RoomEntry, ...]:
    """Return the rooms that are open to everybody, the newest first, then by id."""
    return _entries(connection, "WHERE public = 1 ORDER BY created_at DESC, room_id LIMIT ?", max(limit, 0))


def membership_of(connection: sqlite3.Connection, room_id: RoomId, user_id: UserId) -> Membership | None:
    """Return somebody's membership, or None."""
    found = _memberships(connection, "WHERE room_id = ? AND user_id = ?", room_id, user_id)
    return next(iter(found), None)


def members_of(connection: sqlite3.Connection, room_id: RoomId) -> tuple[Membership, ...]:
    """Return everybody who was let into a room, by seat id."""
    return _memberships(connection, "WHERE room_id = ? ORDER BY seat_id", room_id)


def item_of(connection: sqlite3.Connection, kind: ItemKind, item_id: str) -> Item | None:
    """Return an item, or None."""
    return next(iter(_items(connection, "WHERE kind = ? AND item_id = ?", kind.value, item_id)), None)


def items_of(connection: sqlite3.Connection, kind: ItemKind, owner: UserId | None) -> tuple[Item, ...]:
    """Return a person's items of a kind, or everybody's; the latest first, then by id."""
    latest = "ORDER BY at DESC, item_id"
    if owner is None:
        return _items(connection, f"WHERE kind = ? {latest}", kind.value)
    return _items(connection, f"WHERE owner = ? AND kind = ? {latest}", owner, kind.value)


def join_code(connection: sqlite3.Connection, code: str) -> JoinCode | None:
    """Return what a code stands for, or None."""
    return next(iter(_codes(connection, "WHERE code = ?", code)), None)


def code_of_room(connection: sqlite3.Connection, room_id: RoomId, role: Role) -> JoinCode | None:
    """Return a room's code for a role, or None."""
    return next(iter(_codes(connection, "WHERE room_id = ? AND role = ?", room_id, role.value)), None)


def closed_accounts(connection: sqlite3.Connection) -> frozenset[str]:
    """Return the marks of all deleted accounts."""
    return frozenset(mark for (mark,) in connection.execute("SELECT mark FROM closed_account"))


def _entries(connection: sqlite3.Connection, which: str, *values: str | int) -> tuple[RoomEntry, ...]:
    rows = connection.execute(f"SELECT {_ENTRY} FROM room_entry {which}", values)  # noqa: S608 # our own words
    return tuple(
        RoomEntry(
            room_id=RoomId(room_id),
            owner=UserId(owner),
            title=title,
            public=bool(public),
            created_at=Millis(created_at),
            revocations=revocations,
        )
        for room_id, owner, title, public, created_at, revocations in rows
    )


def _memberships(connection: sqlite3.Connection, which: str, *values: str) -> tuple[Membership, ...]:
    rows = connection.execute(f"SELECT {_MEMBERSHIP} FROM membership {which}", values)  # noqa: S608 # our own words
    return tuple(
        Membership(
            room_id=RoomId(room_id), user_id=UserId(user_id), seat_id=SeatId(seat_id), role=_known(Role, role)
        )
        for room_id, user_id, seat_id, role in rows
    )


def _items(connection: sqlite3.Connection, which: str, *values: str) -> tuple[Item, ...]:
    rows = connection.execute(f"SELECT {_ITEM} FROM item {which}", values)  # noqa: S608 # our own words
    return tuple(
        Item(kind=_known(ItemKind, kind), item_id=item_id, owner=UserId(owner), body=body, at=Millis(at))
        for kind, item_id, owner, body, at in rows
    )


def _codes(connection: sqlite3.Connection, which: str, *values: str) -> tuple[JoinCode, ...]:
    rows = connection.execute(f"SELECT {_CODE} FROM join_code {which}", values)  # noqa: S608 # our own words
    return tuple(
        JoinCode(
            code=code,
            invitation=Invitation(
                room_id=RoomId(room_id),
                role=_known(Role, role),
                expires_at=Millis(expires_at),
                generation=generation,
            ),
        )
        for code, room_id, role, expires_at, generation in rows
    )


def _known(words: type[Word], value: str) -> Word:
    try:
        return words(value)
    except ValueError as error:
        raise StoreCorrupt(None, Seq(0), f"no {words.__name__} is stored like this") from error
