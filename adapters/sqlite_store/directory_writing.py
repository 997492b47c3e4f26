"""What is written of people, as statements inside a transaction that the writer opens and commits.

Deletions owe an erasure, like those of logs. Text that an item was replaced with leaves with the next one.
"""

from __future__ import annotations

import sqlite3

from adapters.service.people.directory import CodeTaken, Item, ItemKind, Membership, NotYours, RoomEntry
from adapters.service.people.identity import UserId
from adapters.service.people.join_codes import JoinCode
from adapters.sqlite_store.writing import owe_erasure
from interview_engine.ids import Millis, RoomId


def put_room(connection: sqlite3.Connection, entry: RoomEntry) -> None:
    """Add a room's entry, or replace it; whoever replaces it may not have seen its latest revocation."""
    connection.execute(
        """INSERT INTO room_entry (room_id, owner, title, public, created_at, revocations)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (room_id) DO UPDATE SET owner = excluded.owner, title = excluded.title,
            public = excluded.public, created_at = excluded.created_at""",
        (entry.room_id, entry.owner, entry.title, entry.public, entry.created_at, entry.revocations),
    )


def delete_entry(connection: sqlite3.Connection, room_id: RoomId) -> None:
    """Delete a room's entry with its memberships and codes."""
    connection.execute("DELETE FROM join_code WHERE room_id = ?", (room_id,))
    gone = connection.execute("DELETE FROM room_entry WHERE room_id = ?", (room_id,)).rowcount
    gone += connection.execute("DELETE FROM membership WHERE room_id = ?", (room_id,)).rowcount
    _owe_for(connection, gone)


def put_membership(connection: sqlite3.Connection, membership: Membership) -> None:
    """Add a membership, or change it."""
    connection.execute(
        """INSERT INTO membership (room_id, user_id, seat_id, role) VALUES (?, ?, ?, ?)
        ON CONFLICT (room_id, user_id) DO UPDATE SET seat_id = excluded.seat_id, role = excluded.role""",
        (membership.room_id, membership.user_id, membership.seat_id, membership.role.value),
    )


def revoke_invitations(connection: sqlite3.Connection, room_id: RoomId) -> None:
    """Count one more revocation of a room, and delete its codes."""
    connection.execute("UPDATE room_entry SET revocations = revocations + 1 WHERE room_id = ?", (room_id,))
    connection.execute("DELETE FROM join_code WHERE room_id = ?", (room_id,))


def put_join_code(connection: sqlite3.Connection, drawn: JoinCode, now: Millis) -> None:
    """Keep a code where its room has none of its generation for the role, else let that one last as long.

    Raises:
        CodeTaken: Another room, or another role, has it.
    """
    wanted = drawn.invitation
    connection.execute("DELETE FROM join_code WHERE expires_at <= ?", (now,))
    connection.execute(
        "DELETE FROM join_code WHERE room_id = ? AND role = ? AND generation != ?",
        (wanted.room_id, wanted.role.value, wanted.generation),
    )
    had = connection.execute(
        "UPDATE join_code SET expires_at = max(expires_at, ?) WHERE room_id = ? AND role = ?",
        (wanted.expires_at, wanted.room_id, wanted.role.value),
    )
    if had.rowcount:
        return
    kept = connection.execute(
        """INSERT INTO join_code (code, room_id, role, expires_at, generation) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (code) DO NOTHING""",
        (drawn.code, wanted.room_id, wanted.role.value, wanted.expires_at, wanted.generation),
    )
    if not kept.rowcount:
        raise CodeTaken


def put_item(connection: sqlite3.Connection, item: Item) -> None:
    """Keep an item, or replace it.

    Raises:
        NotYours: Somebody else's item has this id.
    """
    kept = connection.execute(
        """INSERT INTO item (kind, item_id, owner, body, at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (kind, item_id) DO UPDATE SET body = excluded.body, at = excluded.at
            WHERE owner = excluded.owner""",
        (item.kind.value, item.item_id, item.owner, item.body, item.at),
    )
    if not kept.rowcount:
        raise NotYours


def delete_item(connection: sqlite3.Connection, kind: ItemKind, item_id: str, owner: UserId) -> bool:
    """Delete a person's item; False when it is missing or somebody else's."""
    gone = connection.execute(
        "DELETE FROM item WHERE kind = ? AND item_id = ? AND owner = ?", (kind.value, item_id, owner)
    ).rowcount
    _owe_for(connection, gone)
    return gone > 0


def forget_person(connection: sqlite3.Connection, user_id: UserId) -> None:
    """Delete all items and memberships of a person."""
    gone = connection.execute("DELETE FROM item WHERE owner = ?", (user_id,)).rowcount
    gone += connection.execute("DELETE FROM membership WHERE user_id = ?", (user_id,)).rowcount
    _owe_for(connection, gone)


def put_closed_account(connection: sqlite3.Connection, mark: str) -> None:
    """Remember a deleted account; twice is no error."""
    connection.execute("INSERT INTO closed_account (mark) VALUES (?) ON CONFLICT DO NOTHING", (mark,))


def _owe_for(connection: sqlite3.Connection, gone: int) -> None:
    # Rebuilding the file costs everybody time: nobody may cause it by deleting what is not there. An
    # erasure that failed stays due by itself.
    if gone:
        owe_erasure(connection)
