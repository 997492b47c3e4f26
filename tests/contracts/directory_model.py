"""Any sequence of calls: two directories that were told the same say the same."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeAlias

from hypothesis import strategies as st

from adapters.service.people.directory import (
    CodeTaken,
    Directory,
    Item,
    ItemKind,
    Membership,
    NotYours,
    RoomEntry,
)
from adapters.service.people.identity import UserId
from adapters.service.people.invitations import Invitation, Role
from adapters.service.people.join_codes import JoinCode
from adapters.service.people.memory_directory import MemoryDirectory
from interview_engine.ids import Millis, RoomId, SeatId
from tests.contracts.opened_directory import Opened

Call: TypeAlias = Callable[[Directory], Awaitable[object]]

_ROOMS = [RoomId("a"), RoomId("방")]
_PEOPLE = [UserId("u"), UserId("사람")]
_ITEMS = ["x", "y"]
_room, _person, _item_id = st.sampled_from(_ROOMS), st.sampled_from(_PEOPLE), st.sampled_from(_ITEMS)
_kind, _role = st.sampled_from(ItemKind), st.sampled_from(Role)
_instant = st.integers(0, 3).map(Millis)
_text = st.text(st.characters(codec="utf-8"), max_size=5)

_ENTRIES = st.builds(
    RoomEntry,
    room_id=_room,
    owner=_person,
    title=_text,
    public=st.booleans(),
    created_at=_instant,
    revocations=st.integers(0, 2),
)
_MEMBERS = st.builds(
    Membership, room_id=_room, user_id=_person, seat_id=st.sampled_from(["p", "q"]).map(SeatId), role=_role
)
_CODES = ["00000000", "ZZZZZZZZ"]
_INVITATIONS = st.builds(
    Invitation, room_id=_room, role=_role, expires_at=_instant, generation=st.integers(0, 2)
)
_DRAWN = st.builds(JoinCode, code=st.sampled_from(_CODES), invitation=_INVITATIONS)
_BELONGINGS = st.builds(Item, kind=_kind, item_id=_item_id, owner=_person, body=_text, at=_instant)


def _remove(room_id: RoomId) -> Call:
    return lambda directory: directory.remove_room(room_id)


def _revoke(room_id: RoomId) -> Call:
    return lambda directory: directory.revoke_invitations(room_id)


def _drop(kind: ItemKind, item_id: str, owner: UserId) -> Call:
    return lambda directory: directory.drop(kind, item_id, owner)


def _forget(user_id: UserId) -> Call:
    return lambda directory: directory.forget(user_id)


def _add(entry: RoomEntry) -> Call:
    return lambda directory: directory.add_room(entry)


def _admit(membership: Membership) -> Call:
    return lambda directory: directory.admit(membership)


def _keep(item: Item) -> Call:
    return lambda directory: directory.keep(item)


def _keep_code(drawn: JoinCode, now: Millis) -> Call:
    return lambda directory: directory.keep_join_code(drawn, now)


CALLS = st.lists(
    st.one_of(
        _ENTRIES.map(_add),
        _MEMBERS.map(_admit),
        _BELONGINGS.map(_keep),
        _BELONGINGS.map(_keep),
        _room.map(_remove),
        _room.map(_revoke),
        st.builds(_keep_code, _DRAWN, _instant),
        st.builds(_drop, _kind, _item_id, _person),
        _person.map(_forget),
    ),
    max_size=20,
)


def follow_memory(opened: Opened, calls: list[Call]) -> None:
    """Make the calls on a fresh directory and on one in memory, and compare all that they say."""

    async def run() -> None:
        with tempfile.TemporaryDirectory() as folder:
            async with opened(Path(folder)) as directory:
                model = MemoryDirectory()
                for call in calls:
                    assert await _outcome(directory, call) == await _outcome(model, call)
                assert await _all(directory) == await _all(model)

    asyncio.run(run())


async def _outcome(directory: Directory, call: Call) -> object:
    try:
        return await call(directory)
    except (NotYours, CodeTaken) as error:
        return type(error)


async def _all(directory: Directory) -> list[object]:
    said: list[object] = [await directory.public_rooms(), await directory.public_rooms(limit=1)]
    said.extend([await directory.join_code(code) for code in _CODES])
    for room_id in _ROOMS:
        said.append(await directory.room(room_id))
        said.append({(one.user_id, one.seat_id, one.role) for one in await directory.members(room_id)})
        said.extend([await directory.membership(room_id, user_id) for user_id in _PEOPLE])
    for user_id in _PEOPLE:
        said.append(await directory.rooms_of(user_id))
        said.extend([await directory.items(kind, user_id) for kind in ItemKind])
    for kind in ItemKind:
        said.append(await directory.items(kind))
        said.extend([await directory.item(kind, item_id) for item_id in _ITEMS])
    return said
