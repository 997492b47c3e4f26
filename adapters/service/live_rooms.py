"""The rooms in memory: loaded on demand, one live room for each, let go of when nothing goes on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from adapters.service.gates import Gates
from adapters.service.live_room import LiveRoom
from adapters.service.room_reading import RoomReader
from interview_engine.ids import RoomId


class LiveRooms:
    """Which rooms are in memory."""

    def __init__(self, reader: RoomReader) -> None:
        """Begin without any."""
        self._reader = reader
        self._rooms: dict[RoomId, LiveRoom] = {}
        self._gates = Gates()

    def get(self, room_id: RoomId) -> LiveRoom | None:
        """Return a room that is in memory, or None."""
        return self._rooms.get(room_id)

    def attended(self, room_id: RoomId) -> bool:
        """Return whether a room is in memory and looked after, not only read."""
        live = self._rooms.get(room_id)
        return live is not None and live.attended

    def all(self) -> tuple[LiveRoom, ...]:
        """Return every room in memory."""
        return tuple(self._rooms.values())

    def add(self, live: LiveRoom) -> None:
        """Take a room in; the caller holds its gate."""
        self._rooms[live.room_id] = live

    def remove(self, live: LiveRoom) -> None:
        """Let go of a room: whoever waits for its lock loads it anew."""
        live.gone = True
        if self._rooms.get(live.room_id) is live:
            del self._rooms[live.room_id]

    @asynccontextmanager
    async def gate(self, room_id: RoomId) -> AsyncIterator[LiveRoom | None]:
        """Keep a room from being loaded, created or deleted by others; yields it if it is in memory."""
        async with self._gates.passing(room_id):
            yield self._rooms.get(room_id)

    async def load(self, room_id: RoomId) -> LiveRoom:
        """Return a room, read from its log unless it is in memory.

        Raises:
            UnknownRoom: There is no such room.
            RoomQuarantined: Its log does not read.
            EventStoreError: The store did not answer.
        """
        live = self._rooms.get(room_id)
        if live is not None:
            return live
        async with self.gate(room_id) as found:
            if found is not None:
                return found
            read = await self._reader.read(room_id)
            live = LiveRoom(room_id=room_id, room=read.room, head=read.head, snapshot_seq=read.snapshot_seq)
            self._rooms[room_id] = live
            return live

    @asynccontextmanager
    async def holding(self, room_id: RoomId) -> AsyncIterator[LiveRoom]:
        """Hold a room's lock, loading it first if need be; raises what `load` does."""
        while True:
            live = await self.load(room_id)
            async with live.lock:
                if not live.gone:
                    yield live
                    return

    @property
    def gates(self) -> int:
        """How many gates somebody passes or awaits."""
        return len(self._gates)

    def __len__(self) -> int:
        """Return how many rooms are in memory."""
        return len(self._rooms)
