"""The hubs of all rooms that somebody is connected to: one listener of the service for each."""

from __future__ import annotations

from collections.abc import Callable

from adapters.service.live_room import Gone, News
from adapters.service.room_service import RoomService
from adapters.websocket_server.figures import Figures
from adapters.websocket_server.room_hub import RoomHub
from interview_engine.core.state import Room
from interview_engine.ids import RoomId, SeatId


class Hubs:
    """Opens a room's hub for its first user, and closes it after its last."""

    def __init__(self, service: RoomService, figures: Figures) -> None:
        """Begin without any."""
        self._service = service
        self._figures = figures
        self._hubs: dict[RoomId, RoomHub] = {}
        self.noted_away: Callable[[Room, SeatId], None] = lambda _room, _seat_id: None

    async def open(self, room_id: RoomId) -> RoomHub:
        """Return a room's hub, held for the caller until they `leave` it.

        Raises:
            UnknownRoom: There is no such room.
            RoomQuarantined: Its log does not read.
            EventStoreError: The store did not answer.
        """
        hub = self._hubs.get(room_id)
        if hub is None:
            fresh = RoomHub(room_id, self.noted_away)

            def hear(news: News) -> None:
                if isinstance(news, Gone) and self._hubs.get(room_id) is fresh:
                    self._forget(fresh)
                fresh.hear(news)

            # Its listener hears everything from the state that comes with it: nothing awaits in between.
            fresh.begin(await self._service.listen(room_id, hear))
            hub = self._hubs.setdefault(room_id, fresh)
            if hub is not fresh:
                fresh.stop()
            self._figures.rooms = len(self._hubs)
        hub.users += 1
        return hub

    def leave(self, hub: RoomHub) -> None:
        """Let go of a hub."""
        hub.users -= 1
        if not hub.users:
            hub.stop()
            if self._hubs.get(hub.room_id) is hub:
                self._forget(hub)

    def connected(self, room_id: RoomId, seat_id: SeatId) -> bool:
        """Return whether the owner of a place is connected."""
        hub = self._hubs.get(room_id)
        return hub is not None and seat_id in hub.members

    def _forget(self, hub: RoomHub) -> None:
        del self._hubs[hub.room_id]
        self._figures.rooms = len(self._hubs)
