"""What is looked at when a database is opened: lists that lost entries would look like rooms that never were.

Records bear checksums and are checked when they are read. What says which rooms there are is small, and is
checked whole: its pages, its indexes, and that no log stands without its room.
"""

from __future__ import annotations

import sqlite3
from typing import Final

from adapters.service.event_store import StoreCorrupt
from interview_engine.ids import RoomId, Seq

_LISTS: Final = ("room", "room_entry", "membership", "item", "closed_account", "pulse")
_LOST_ROOM: Final = """
WITH RECURSIVE log(room_id) AS (
    SELECT min(room_id) FROM record
    UNION ALL
    SELECT (SELECT min(room_id) FROM record WHERE record.room_id > log.room_id) FROM log
    WHERE log.room_id IS NOT NULL
)
SELECT log.room_id FROM log
WHERE log.room_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM room WHERE room.room_id = log.room_id)
LIMIT 1
"""
"""Steps from room to room through the records' key: it costs one look for each room, not for each record."""


def require_sound_lists(connection: sqlite3.Connection) -> None:
    """Check what lists rest on.

    Raises:
        StoreCorrupt: Something is damaged; a list might be short and look whole.
    """
    for table in _LISTS:
        for (found,) in connection.execute(f"PRAGMA integrity_check('{table}')"):
            if found != "ok":
                raise StoreCorrupt(None, Seq(0), f"{table}: {found}")
    lost = connection.execute(_LOST_ROOM).fetchone()
    if lost is not None:
        raise StoreCorrupt(RoomId(lost[0]), Seq(0), "its log stands in no list of rooms")
