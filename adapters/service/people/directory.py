"""The directory port: what is remembered of people, beside the rooms' logs.

Everything here can be exported for its owner and deleted at the owner's word. A room's log never depends
on it: losing the directory loses lists and permissions, no interview.
"""

from __future__ import annotations

import enum
from typing import Protocol

import attrs

from adapters.service.people.identity import UserId
from adapters.service.people.invitations import Role
from adapters.service.people.join_codes import JoinCode
from interview_engine.ids import Millis, RoomId, SeatId


@attrs.frozen(kw_only=True)
class RoomEntry:
    """A room as lists know it.

    Attributes:
        room_id: Which.
        owner: Who opened it.
        title: What its owner calls it; personal text of the owner's.
        public: Listed for everybody, and open to everybody.
        created_at: When.
        revocations: How often its earlier invitations were revoked.
    """

    room_id: RoomId
    owner: UserId
    title: str = ""
    public: bool = False
    created_at: Millis
    revocations: int = 0


@attrs.frozen(kw_only=True)
class Membership:
    """Somebody was let into a room.

    Attributes:
        room_id, user_id: Which room, and who.
        seat_id: The place that is theirs there, taken or not.
        role: What they may sit as.
    """

    room_id: RoomId
    user_id: UserId
    seat_id: SeatId
    role: Role


class ItemKind(enum.Enum):
    """What people keep."""

    PERSONA = "persona"
    """A custom candidate, as its TOML text."""
    QUESTION = "question"
    """A question of one's own, as JSON."""
    DOCUMENT = "document"
    """What was read from an uploaded résumé, portfolio or cover letter, as JSON."""


@attrs.frozen(kw_only=True)
class Item:
    """Something that a person keeps.

    Attributes:
        kind, item_id: Which; ids are unique within a kind.
        owner: Whose.
        body: The content.
        at: When it was kept last.
    """

    kind: ItemKind
    item_id: str
    owner: UserId
    body: str
    at: Millis


class Directory(Protocol):
    """People's rooms and belongings. Every method raises `StoreUnavailable` when the store doesn't answer."""

    async def add_room(self, entry: RoomEntry) -> None:
        """Add a room, or replace its entry; the revocations of one that is there stay as they are."""

    async def room(self, room_id: RoomId) -> RoomEntry | None:
        """Return a room's entry, or None."""

    async def rooms_of(self, user_id: UserId, *, limit: int = 100) -> tuple[RoomEntry, ...]:
        """Return the rooms that somebody owns or was let into, the newest first, then by id."""

    async def public_rooms(self, *, limit: int = 100) -> tuple[RoomEntry, ...]:
        """Return the rooms that are open to everybody, the newest first, then by id."""

    async def remove_room(self, room_id: RoomId) -> None:
        """Forget a room with its memberships and codes; a missing one is no error."""

    async def admit(self, membership: Membership) -> None:
        """Let somebody into a room, or change their role there."""

    async def membership(self, room_id: RoomId, user_id: UserId) -> Membership | None:
        """Return somebody's membership, or None."""

    async def members(self, room_id: RoomId) -> tuple[Membership, ...]:
        """Return everybody who was let into a room, by seat id."""

    async def revoke_invitations(self, room_id: RoomId) -> None:
        """Count one more revocation of a room and forget its codes, at once; a missing one is no error."""

    async def keep_join_code(self, drawn: JoinCode, now: Millis) -> JoinCode:
        """Return the code of a room for a role, good until the instant of the drawn one at the least.

        Args:
            drawn: Kept where the room has none for the role that is still good and of this generation.
            now: What ended before is forgotten.

        Raises:
            CodeTaken: Another one that is still good has these letters.
        """

    async def join_code(self, code: str) -> JoinCode | None:
        """Return what a code stands for, whether or not it is still good; None for one that nobody knows."""

    async def keep(self, item: Item) -> None:
        """Keep an item, or replace it if it is the same owner's.

        Raises:
            NotYours: Somebody else's item has this id.
        """

    async def item(self, kind: ItemKind, item_id: str) -> Item | None:
        """Return an item, or None."""

    async def items(self, kind: ItemKind, owner: UserId | None = None) -> tuple[Item, ...]:
        """Return a person's items of a kind, or everybody's; the latest first, then by id."""

    async def drop(self, kind: ItemKind, item_id: str, owner: UserId) -> bool:
        """Delete a person's item; False when it is missing or somebody else's."""

    async def forget(self, user_id: UserId) -> None:
        """Delete all items and memberships of a person. Their rooms' entries go with `remove_room`."""

    async def close_account(self, mark: str) -> None:
        """Remember that an account was deleted, by a mark that says nothing of it."""

    async def closed_accounts(self) -> frozenset[str]:
        """Return the marks of all deleted accounts."""


class NotYours(Exception):
    """An item of this id belongs to somebody else."""


class CodeTaken(Exception):
    """A join code that is still good has the same letters."""
