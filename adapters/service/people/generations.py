"""Generations of a room's invitations: an invitation opens its room in the generation that it was written in.

The law: what was written before a revocation, a removal or the end lets nobody in from that very commit on.
So a generation is counted from where these are kept, the directory and the room's log, and is stored nowhere
itself. Those who were let in are members, and need no invitation.
"""

from __future__ import annotations

from typing import Final

from adapters.service.people.directory import RoomEntry
from interview_engine.core.stages import Stage
from interview_engine.core.state import Room

GENERATIONS: Final = 256
"""They fit into a byte. No invitation lives long enough to see a host come round to its number again."""


def generation_of(entry: RoomEntry, room: Room) -> int:
    """Return the generation of the invitations that open a room now, 0 to 255.

    Args:
        entry: The room in the directory.
        room: The same room as it stands.
    """
    ended = room.stage is Stage.FINISHED
    return (entry.revocations + len(room.removed) + ended) % GENERATIONS
