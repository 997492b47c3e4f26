"""A `Directory` in memory: for tests, demonstrations and a server that may forget."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import attrs

from adapters.service.people.directory import CodeTaken, Item, ItemKind, Membership, NotYours, RoomEntry
from adapters.service.people.identity import UserId
from adapters.service.people.invitations import Invitation
from adapters.service.people.join_codes import JoinCode
from interview_engine.ids import Millis, RoomId


class MemoryDirectory:
    """People's rooms and belongings, until the process ends."""

    def __init__(self) -> None:
        """Begin empty."""
        self._rooms: dict[RoomId, RoomEntry] = {}
        self._members: dict[tuple[RoomId, UserId], Membership] = {}
        self._items: dict[tuple[ItemKind, str], Item] = {}
        self._closed: set[str] = set()
        self._codes: dict[str, JoinCode] = {}

    async def add_room(self, entry: RoomEntry) -> None:
        """Add a room: see `Directory.add_room`."""
        held = self._rooms.get(entry.room_id, entry)
        self._rooms[entry.room_id] = attrs.evolve(entry, revocations=held.revocations)

    async def room(self, room_id: RoomId) -> RoomEntry | None:
        """Return a room's entry: see `Directory.room`."""
        return self._rooms.get(room_id)

    async def rooms_of(self, user_id: UserId, *, limit: int = 100) -> tuple[RoomEntry, ...]:
        """Return somebody's rooms: see `Directory.rooms_of`."""
        mine = {room_id for room_id, member in self._members if member == user_id}
        return _newest(
            (entry for entry in self._rooms.values() if entry.owner == user_id or entry.room_id in mine),
            limit,
        )

    async def public_rooms(self, *, limit: int = 100) -> tuple[RoomEntry, ...]:
        """Return the public rooms: see `Directory.public_rooms`."""
        return _newest((entry for entry in self._rooms.values() if entry.public), limit)

    async def remove_room(self, room_id: RoomId) -> None:
        """Forget a room: see `Directory.remove_room`."""
        self._rooms.pop(room_id, None)
        for key in [key for key in self._members if key[0] == room_id]:
            del self._members[key]
        self._keep_codes(lambda kept: kept.room_id != room_id)

    async def admit(self, membership: Membership) -> None:
        """Let somebody in: see `Directory.admit`."""
        self._members[membership.room_id, membership.user_id] = membership

    async def membership(self, room_id: RoomId, user_id: UserId) -> Membership | None:
        """Return a membership: see `Directory.membership`."""
        return self._members.get((room_id, user_id))

    async def members(self, room_id: RoomId) -> tuple[Membership, ...]:
        """Return a room's members: see `Directory.members`."""
        found = (member for member in self._members.values() if member.room_id == room_id)
        return tuple(sorted(found, key=lambda member: member.seat_id))

    async def revoke_invitations(self, room_id: RoomId) -> None:
        """Revoke a room's invitations: see `Directory.revoke_invitations`."""
        entry = self._rooms.get(room_id)
        if entry is not None:
            self._rooms[room_id] = attrs.evolve(entry, revocations=entry.revocations + 1)
        self._keep_codes(lambda kept: kept.room_id != room_id)

    async def keep_join_code(self, drawn: JoinCode, now: Millis) -> JoinCode:
        """Return a room's code for a role: see `Directory.keep_join_code`."""
        wanted = drawn.invitation
        self._keep_codes(lambda kept: kept.expires_at > now and not _outdated(kept, wanted))
        for kept in self._codes.values():
            held = kept.invitation
            if (held.room_id, held.role) == (wanted.room_id, wanted.role):
                longer = JoinCode(
                    code=kept.code, invitation=max(held, wanted, key=lambda one: one.expires_at)
                )
                self._codes[kept.code] = longer
                return longer
        if drawn.code in self._codes:
            raise CodeTaken
        self._codes[drawn.code] = drawn
        return drawn

    async def join_code(self, code: str) -> JoinCode | None:
        """Return what a code stands for: see `Directory.join_code`."""
        return self._codes.get(code)

    def _keep_codes(self, good: Callable[[Invitation], bool]) -> None:
        self._codes = {code: kept for code, kept in self._codes.items() if good(kept.invitation)}

    async def keep(self, item: Item) -> None:
        """Keep an item: see `Directory.keep`."""
        held = self._items.get((item.kind, item.item_id))
        if held is not None and held.owner != item.owner:
            raise NotYours
        self._items[item.kind, item.item_id] = item

    async def item(self, kind: ItemKind, item_id: str) -> Item | None:
        """Return an item: see `Directory.item`."""
        return self._items.get((kind, item_id))

    async def items(self, kind: ItemKind, owner: UserId | None = None) -> tuple[Item, ...]:
        """Return items: see `Directory.items`."""
        found = (
            item
            for item in self._items.values()
            if item.kind is kind and (owner is None or item.owner == owner)
        )
        return tuple(sorted(found, key=lambda item: (-item.at, item.item_id)))

    async def drop(self, kind: ItemKind, item_id: str, owner: UserId) -> bool:
        """Delete an item: see `Directory.drop`."""
        held = self._items.get((kind, item_id))
        if held is None or held.owner != owner:
            return False
        del self._items[kind, item_id]
        return True

    async def forget(self, user_id: UserId) -> None:
        """Delete a person's items and memberships: see `Directory.forget`."""
        for key in [key for key, item in self._items.items() if item.owner == user_id]:
            del self._items[key]
        for member in [member for member in self._members if member[1] == user_id]:
            del self._members[member]

    async def close_account(self, mark: str) -> None:
        """Remember a deleted account: see `Directory.close_account`."""
        self._closed.add(mark)

    async def closed_accounts(self) -> frozenset[str]:
        """Return the deleted accounts: see `Directory.closed_accounts`."""
        return frozenset(self._closed)


def _outdated(kept: Invitation, wanted: Invitation) -> bool:
    same = (kept.room_id, kept.role) == (wanted.room_id, wanted.role)
    return same and kept.generation != wanted.generation


def _newest(entries: Iterable[RoomEntry], limit: int) -> tuple[RoomEntry, ...]:
    return tuple(sorted(entries, key=lambda entry: (-entry.created_at, entry.room_id))[:limit])
