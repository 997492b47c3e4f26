"""Presence: what the log says of who is there follows what the connections say.

The law: once nothing changes any more, a seat is away in the log exactly when its owner has no connection
here; a shutdown changes nothing, for whoever starts again takes everybody for away. A report that the store
does not take is put again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import structlog

from adapters.service.event_store import EventStoreError, UnknownRoom
from adapters.service.finishing import Finishing
from adapters.service.room_reading import RoomQuarantined
from adapters.service.room_service import RoomService, TooMuchContention
from adapters.websocket_server.noting import note_bug
from adapters.websocket_server.settings import GatewaySettings
from interview_engine.core import commands as c
from interview_engine.core.seats import Seat, SeatKind
from interview_engine.core.stages import Stage
from interview_engine.core.state import Room
from interview_engine.ids import Millis, RoomId, SeatId

log = structlog.get_logger("gateway")

RETRY_S = 1.0
LONGEST_RETRY_S = 30.0

_Place = tuple[RoomId, SeatId]


class Presence:
    """Reports to the rooms who has come and gone."""

    def __init__(
        self,
        service: RoomService,
        connected: Callable[[RoomId, SeatId], bool],
        now: Callable[[], Millis],
        settings: GatewaySettings,
    ) -> None:
        """Prepare.

        Args:
            service: Takes the reports.
            connected: Says whether the owner of a place is connected now.
            now: The service's clock.
            settings: How long a lost connection is kept secret.
        """
        self._service = service
        self._connected = connected
        self._now = now
        self._linger = settings.presence_linger_ms / 1000
        self._lingering: dict[_Place, asyncio.TimerHandle] = {}
        self._gone_since: dict[_Place, Millis] = {}
        self._settling: dict[_Place, asyncio.Task[None]] = {}
        self._tasks = Finishing()
        self._closed = False

    def came(self, room: Room, seat_id: SeatId) -> None:
        """Hear that the owner of a place is connected."""
        place = (room.room_id, seat_id)
        timer = self._lingering.pop(place, None)
        if timer is not None:
            timer.cancel()
        self._gone_since.pop(place, None)
        self.noted_away(room, seat_id)

    def noted_away(self, room: Room, seat_id: SeatId) -> None:
        """Report somebody who is connected back, if the room takes them for away."""
        seat = _person(room, seat_id)
        if seat is not None and seat.away_since is not None:
            self._settle((room.room_id, seat_id))

    def went(self, room: Room, seat_id: SeatId) -> None:
        """Hear that the owner of a place has no connection any more."""
        place = (room.room_id, seat_id)
        if self._closed or self._connected(*place) or _person(room, seat_id) is None:
            return
        self._gone_since[place] = self._now()
        in_turn = any(turn.seat_id == seat_id for turn in room.open_turns())
        if in_turn or not self._linger:
            self._settle(place)
        elif place not in self._lingering:
            loop = asyncio.get_running_loop()
            self._lingering[place] = loop.call_later(self._linger, self._linger_ended, place)

    async def close(self) -> None:
        """Report nothing more: nobody has gone, the service ends."""
        self._closed = True
        for timer in self._lingering.values():
            timer.cancel()
        self._lingering.clear()
        for task in self._settling.values():
            task.cancel()
        await self._tasks.finish()

    def _linger_ended(self, place: _Place) -> None:
        del self._lingering[place]
        if not self._connected(*place):
            self._settle(place)

    def _settle(self, place: _Place) -> None:
        if not self._closed and place not in self._settling:
            self._settling[place] = self._tasks.begin(self._settled(place))

    async def _settled(self, place: _Place) -> None:
        pause = RETRY_S
        try:
            while not self._closed and not await self._report(place):
                await asyncio.sleep(pause)
                pause = min(LONGEST_RETRY_S, 2 * pause)
        finally:
            del self._settling[place]
            self._gone_since.pop(place, None)

    async def _report(self, place: _Place) -> bool:
        """Report what the connections say; False when that must be tried again."""
        room_id, seat_id = place
        try:
            while True:
                seat = _person(await self._service.room(room_id), seat_id)
                here = self._connected(room_id, seat_id)
                if seat is None or self._closed or here == (seat.away_since is None):
                    return True
                # Away since the connection was lost, not since that was told: the owner gets the time back.
                at = self._now() if here else min(self._gone_since.get(place, self._now()), self._now())
                await self._service.command(
                    room_id, c.PresenceChanged(now=Millis(at), seat_id=seat_id, connected=here)
                )
                if self._connected(room_id, seat_id) == here:
                    return True
        except (UnknownRoom, RoomQuarantined):
            return True
        except (EventStoreError, TooMuchContention) as error:
            log.warning("presence.not_taken", room=room_id, error=type(error).__name__)
            return False
        except Exception as error:  # noqa: BLE001 -- one room's bug must not stop the others
            note_bug("presence.failed", error, room_id)
            return True


def _person(room: Room, seat_id: SeatId) -> Seat | None:
    """Return the seat of a person whose presence matters; None for others, and when all is over."""
    seat = room.seat(seat_id)
    if seat is None or seat.left or room.stage is Stage.FINISHED:
        return None
    return seat if seat.kind in (SeatKind.HUMAN, SeatKind.OBSERVER) else None
