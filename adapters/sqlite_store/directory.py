"""The `Directory` on SQLite, in the rooms' own file: one backup holds both, and one writer commits both.

After `drop`, `forget` and `remove_room` the deleted text is in none of the database's files. Rows bear no
checksums: the directory can be lost without losing an interview.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from sqlite3 import Connection

from adapters.service.people.directory import Item, ItemKind, Membership, RoomEntry
from adapters.service.people.identity import UserId
from adapters.service.people.join_codes import JoinCode
from adapters.sqlite_store import directory_reading as reading
from adapters.sqlite_store import directory_writing as writing
from adapters.sqlite_store.database import Database
from adapters.sqlite_store.jobs import Work
from adapters.sqlite_store.readers import Found
from interview_engine.ids import Millis, RoomId


class SqliteDirectory:
    """People's rooms and belongings in one file; it ends when the store that it came with is closed.

    Every method raises what the event store's do: `StoreUnavailable`, `StoreFull`, `AppendUnknown`.
    """

    def __init__(self, database: Database) -> None:
        self._writer = database.writer
        self._readers = database.readers

    async def add_room(self, entry: RoomEntry) -> None:
        """Add a room, or replace its entry: see `Directory.add_room`."""
        await self._write(partial(writing.put_room, entry=entry))

    async def room(self, room_id: RoomId) -> RoomEntry | None:
        """Return a room's entry: see `Directory.room`."""
        return await self._read(partial(reading.entry_of, room_id=room_id))

    async def rooms_of(self, user_id: UserId, *, limit: int = 100) -> tuple[RoomEntry, ...]:
        """Return somebody's rooms: see `Directory.rooms_of`."""
        return await self._read(partial(reading.entries_of_person, user_id=user_id, limit=limit))

    async def public_rooms(self, *, limit: int = 100) -> tuple[RoomEntry, ...]:
        """Return the public rooms: see `Directory.public_rooms`."""
        return await self._read(partial(reading.public_entries, limit=limit))

    async def remove_room(self, room_id: RoomId) -> None:
        """Forget a room, and erase its title from the files: see `Directory.remove_room`."""
        await self._write(partial(writing.delete_entry, room_id=room_id), erases=True)

    async def admit(self, membership: Membership) -> None:
        """Let somebody in: see `Directory.admit`."""
        await self._write(partial(writing.put_membership, membership=membership))

    async def membership(self, room_id: RoomId, user_id: UserId) -> Membership | None:
        """Return a membership: see `Directory.membership`."""
        return await self._read(partial(reading.membership_of, room_id=room_id, user_id=user_id))

    async def members(self, room_id: RoomId) -> tuple[Membership, ...]:
        """Return a room's members: see `Directory.members`."""
        return await self._read(partial(reading.members_of, room_id=room_id))

    async def revoke_invitations(self, room_id: RoomId) -> None:
        """Revoke a room's invitations: see `Directory.revoke_invitations`."""
        await self._write(partial(writing.revoke_invitations, room_id=room_id))

    async def keep_join_code(self, drawn: JoinCode, now: Millis) -> JoinCode:
        """Return a room's code for a role: see `Directory.keep_join_code`."""
        kept: JoinCode | None = None

        def work(connection: Connection) -> None:
            nonlocal kept
            writing.put_join_code(connection, drawn, now)
            kept = reading.code_of_room(connection, drawn.invitation.room_id, drawn.invitation.role)

        await self._write(work)
        assert kept is not None, "it was there, or has just been put there"
        return kept

    async def join_code(self, code: str) -> JoinCode | None:
        """Return what a code stands for: see `Directory.join_code`."""
        return await self._read(partial(reading.join_code, code=code))

    async def keep(self, item: Item) -> None:
        """Keep an item: see `Directory.keep`."""
        await self._write(partial(writing.put_item, item=item))

    async def item(self, kind: ItemKind, item_id: str) -> Item | None:
        """Return an item: see `Directory.item`."""
        return await self._read(partial(reading.item_of, kind=kind, item_id=item_id))

    async def items(self, kind: ItemKind, owner: UserId | None = None) -> tuple[Item, ...]:
        """Return items: see `Directory.items`."""
        return await self._read(partial(reading.items_of, kind=kind, owner=owner))

    async def drop(self, kind: ItemKind, item_id: str, owner: UserId) -> bool:
        """Delete an item, and erase its text from the files: see `Directory.drop`."""
        gone = False

        def work(connection: Connection) -> None:
            nonlocal gone
            gone = writing.delete_item(connection, kind, item_id, owner)

        await self._write(work, erases=True)
        return gone

    async def forget(self, user_id: UserId) -> None:
        """Delete a person's items and memberships, and erase their text: see `Directory.forget`."""
        await self._write(partial(writing.forget_person, user_id=user_id), erases=True)

    async def close_account(self, mark: str) -> None:
        """Remember a deleted account: see `Directory.close_account`."""
        await self._write(partial(writing.put_closed_account, mark=mark))

    async def closed_accounts(self) -> frozenset[str]:
        """Return the deleted accounts: see `Directory.closed_accounts`."""
        return await self._read(reading.closed_accounts)

    async def _write(self, work: Work, *, erases: bool = False) -> None:
        await self._writer.write(work, erases=erases)

    async def _read(self, look: Callable[[Connection], Found]) -> Found:
        return await asyncio.wrap_future(self._readers.submit(look))
