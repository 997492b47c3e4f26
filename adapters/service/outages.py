"""Outages: time for which nobody served a room, given back before anything else happens in it.

The law: nobody's answer time runs while no process serves their room, or its store takes nothing; and after a
restart nobody's runs before they are connected again, up to the room's cap. Time in which a process was there
and people were thinking is not given back.

Nothing is decided at an instant within an outage: what came in while it lasted would let clocks run there
that nobody could follow. A running or paused room's log says where one ended; in a room that waits no clock
runs, and its log says nothing.

Each owner of a store knows only what held itself up: while it hangs, the clocks of another one that does not
go on, and whoever is connected to the first may lose a turn. Where that must not be, a store has one owner.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Final

import structlog

from adapters.service.event_store import EventStoreError, RoomSummary
from adapters.service.live_room import LiveRoom
from adapters.service.pulse import Pulse
from adapters.service.room_writing import RoomWriter
from interview_engine.core import commands as c
from interview_engine.core.changed import changed
from interview_engine.core.seats import Seat, SeatKind
from interview_engine.core.stages import Stage
from interview_engine.core.state import Room
from interview_engine.ids import Millis, RoomId, SeatId

log = structlog.get_logger("rooms")

MOST_OUTAGES: Final = 3
"""A store that is slow for good must not keep a room from going on."""


class Outages:
    """Knows which rooms an earlier process left, and gives time back."""

    def __init__(self, writer: RoomWriter, pulse: Pulse | None, now: Callable[[], Millis]) -> None:
        """Prepare.

        Args:
            writer: Makes outages durable.
            pulse: Until when the last process served its rooms; None counts from each room's last record.
            now: The wall clock.
        """
        self._writer = writer
        self._pulse = pulse
        self._now = now
        self._left: dict[RoomId, Millis] = {}
        self._listing = False
        self._served_until: Millis | None = None
        self._nobody_is_here = False

    async def begin(self, *, nobody_is_here: bool) -> None:
        """Learn until when rooms were served; until `took_over` every room that is found counts as left.

        Args:
            nobody_is_here: Everybody counts as away until they are back.

        Raises:
            EventStoreError: That can't be learnt now.
        """
        self._nobody_is_here = nobody_is_here
        self._listing = True
        if self._pulse is not None and self._served_until is None:
            self._served_until = await self._pulse.latest()

    def took_over(self, rooms: Iterable[RoomSummary]) -> None:
        """Note the rooms that an earlier process left: all of them are known now."""
        self._listing = False
        self._left |= {room.room_id: room.updated_at for room in rooms}

    def forget(self, room_id: RoomId) -> None:
        """Give nothing back to a room: it is gone."""
        self._left.pop(room_id, None)

    async def end(self, live: LiveRoom) -> None:
        """Give back what a room is owed; raises what `RoomWriter.commit` does."""
        if self._listing and not live.attended:
            # A command reached it while the store doesn't say yet which rooms there are.
            self._left.setdefault(live.room_id, live.room.now)
        if live.room_id in self._left:
            now = self._now()
            await self._writer.commit(live, partial(self._outage, now))
            if self._nobody_is_here:
                for seat in live.room.seats:
                    if _counts_as_here(seat) and live.room.stage is not Stage.FINISHED:
                        # At the outage's own end: not a moment lies between the two.
                        await self._writer.commit(live, partial(_away, now, seat.seat_id))
            live.served_since = now
            self._left.pop(live.room_id, None)
        for _ in range(MOST_OUTAGES):
            if live.unserved_since is None:
                return
            since, now = live.unserved_since, self._now()
            await self._writer.commit(live, partial(_unserved, now, since), gives_back=True)
            live.served_since = now

    @staticmethod
    def after(live: LiveRoom, command: c.Command) -> c.Command:
        """Return a command as if it had come after the outage that it has waited out."""
        if command.now >= live.served_since:
            return command
        return changed(command, now=live.served_since)

    async def beat(self, rooms: Iterable[LiveRoom]) -> None:
        """Note until when rooms have been served; never a reason to fail."""
        if self._pulse is None or self._left:
            return
        behind = (live.waits_for_the_store_since for live in rooms)
        at = min((since for since in behind if since is not None), default=self._now())
        try:
            await self._pulse.beat(Millis(min(at, self._now())))
        except EventStoreError as error:
            # Too early an instant gives back too much, never too little.
            log.warning("pulse.not_noted", error=type(error).__name__)

    def _outage(self, now: Millis, room: Room) -> c.OutageEnded:
        since = room.now
        # A log that was written later than its last instant was brought here: nobody served it meanwhile.
        lived_here = self._left.get(room.room_id) == room.now
        if lived_here and self._served_until is not None:
            since = Millis(max(since, min(self._served_until, now)))
        return c.OutageEnded(now=now, since=since)


def _counts_as_here(seat: Seat) -> bool:
    return seat.kind in (SeatKind.HUMAN, SeatKind.OBSERVER) and not seat.left and seat.away_since is None


def _away(now: Millis, seat_id: SeatId, room: Room) -> c.PresenceChanged:
    del room
    return c.PresenceChanged(now=now, seat_id=seat_id, connected=False)


def _unserved(now: Millis, since: Millis, room: Room) -> c.OutageEnded:
    del room
    return c.OutageEnded(now=now, since=since)
