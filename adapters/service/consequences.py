"""What follows from a room's state: its effects, and one alarm for its next instant.

Both are derived. A report or tick that the store does not take is put again until it is, or is of no use.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Final, Protocol

import structlog

from adapters.service.alarms import Alarms
from adapters.service.effect_runner import EffectRunner, Errand
from adapters.service.event_store import EventStoreError, UnknownRoom
from adapters.service.faults import where
from adapters.service.finishing import Finishing
from adapters.service.live_room import LiveRoom
from adapters.service.live_rooms import LiveRooms
from adapters.service.room_reading import RoomQuarantined
from adapters.service.room_writing import TooMuchContention
from adapters.service.surroundings import EffectPerformer, Foreseeing, Surroundings
from interview_engine.core import commands as c
from interview_engine.core.deadlines import next_deadline
from interview_engine.core.effects import Effect, pending_effects
from interview_engine.core.state import Room
from interview_engine.ids import Millis, RoomId

log = structlog.get_logger("rooms")

RETRY_MS: Final = Millis(1_000)
"""How soon what the store did not take is put again; reports then wait twice as long each time."""
LONGEST_RETRY_MS: Final = Millis(60_000)


class PutReport(Protocol):
    """Puts a report to a room; the service's own commands come this way."""

    async def __call__(self, room_id: RoomId, report: c.Report, wanted: Callable[[], bool]) -> None:
        """Put it, if it is still wanted when its turn comes; raises what `RoomService.command` does."""


class Consequences:
    """Runs effects and rings alarms, and puts what comes of them to the rooms."""

    def __init__(
        self,
        rooms: LiveRooms,
        performer: EffectPerformer,
        surroundings: Surroundings,
        put: PutReport,
        finishing: Finishing,
    ) -> None:
        """Prepare, with nothing running."""
        self._rooms = rooms
        self._now = surroundings.now
        self._put = put
        self._finishing = finishing
        self._alarms = Alarms(surroundings.now, self._alarm_rang)
        self._foreseeing = performer if isinstance(performer, Foreseeing) else None
        self._effects = EffectRunner(performer, surroundings.now, self._report, self._look_again)

    def follow_up(self, live: LiveRoom) -> None:
        """Start the effects that are wanted now, and set the one alarm of the room."""
        if self._finishing.closing:
            return
        live.attended = True
        moments: list[Millis] = []
        try:
            known = self._effects.known(live.room_id)
            again_at = self._effects.run(live.room_id, pending_effects(live.room, known))
            if self._foreseeing is not None:
                self._foreseeing.foresee(live.room)
            deadline = next_deadline(live.room)
            moments += [at for at in (again_at, deadline.at if deadline else None) if at is not None]
        except Exception as error:  # noqa: BLE001 -- what was committed stays so
            _note("room.not_followed_up", live.room_id, error)
            moments.append(Millis(self._now() + LONGEST_RETRY_MS))
        if live.stale:
            moments.append(Millis(self._now() + RETRY_MS))
        if live.unserved_since is not None:
            # So that everybody sees at once that the time is given back.
            moments.append(self._now())
        self._alarms.set(live.room_id, min(moments, default=None))

    def follow_up_later(self, room_id: RoomId) -> None:
        """Look at a room again after the store had trouble; its deadlines wait for that."""
        self._alarms.set(room_id, Millis(self._now() + RETRY_MS))

    def only_alarm(self, live: LiveRoom) -> None:
        """Keep nothing but the alarm for the next deadline of a room that is let go."""
        deadline = next_deadline(live.room)
        self._alarms.set(live.room_id, deadline.at if deadline else None)

    def withdraw(self, room_id: RoomId) -> None:
        """Cancel what is under way for a room, reports in hand too."""
        self._effects.forget(room_id)

    def end(self, room_id: RoomId) -> None:
        """Cancel everything that would happen in a room by itself."""
        self._effects.forget(room_id)
        self._alarms.set(room_id, None)

    async def tick(self, room_id: RoomId) -> None:
        """Let a room's time pass up to now."""
        retry_ms = await self._try(room_id, c.Tick(now=self._now()), lambda: True)
        if retry_ms is not None:
            self._alarms.set(room_id, Millis(self._now() + retry_ms))

    async def close(self) -> None:
        """Ring no more, and cancel what is under way."""
        self._alarms.close()
        await self._effects.close()

    @property
    def under_way(self) -> int:
        """How many effects are under way."""
        return len(self._effects)

    @property
    def timer_lateness_ms(self) -> int:
        """How late the latest alarm was, in ms."""
        return self._alarms.lateness_ms

    def due_within(self, ms: Millis) -> bool:
        """Return whether something is due in some room within a time."""
        earliest = self._alarms.earliest
        return bool(self._effects) or (earliest is not None and earliest <= self._now() + ms)

    @property
    def alarms(self) -> int:
        """How many rooms have an alarm set."""
        return len(self._alarms)

    def _look_again(self, room_id: RoomId) -> None:
        live = self._rooms.get(room_id)
        if live is not None:
            self.follow_up(live)

    def _alarm_rang(self, room_id: RoomId) -> None:
        self._finishing.begin(self.tick(room_id))

    async def _report(self, room_id: RoomId, errand: Errand, report: c.Report) -> None:
        await self._put_until_taken(room_id, errand, report)
        live = self._rooms.get(room_id)
        if live is None or errand.withdrawn or isinstance(report, c.EffectFailed):
            return
        if self._still_wanted(live.room, errand.effect):
            # The room had no use for it and wants the same again: without a failure this would never end.
            effect = errand.effect
            failed = c.EffectFailed(
                now=self._now(), effect_id=effect.effect_id, attempt=effect.attempt, code="unusable"
            )
            await self._put_until_taken(room_id, errand, failed)

    def _still_wanted(self, room: Room, effect: Effect) -> bool:
        return any(
            (pending.effect_id, pending.attempt) == (effect.effect_id, effect.attempt)
            for pending in pending_effects(room, self._effects.known(room.room_id))
        )

    async def _put_until_taken(self, room_id: RoomId, errand: Errand, report: c.Report) -> None:
        pause_ms = 0
        while True:
            retry_ms = await self._try(room_id, report, lambda: not errand.withdrawn)
            if retry_ms is None:
                return
            pause_ms = min(LONGEST_RETRY_MS, max(retry_ms, 2 * pause_ms))
            await asyncio.sleep(pause_ms / 1000)

    async def _try(self, room_id: RoomId, report: c.Report, wanted: Callable[[], bool]) -> Millis | None:
        """Put a report to its room; return after how long another try is worth while, if it is."""
        try:
            await self._finishing.to_its_end(self._put(room_id, report, wanted))
        except (UnknownRoom, RoomQuarantined) as error:
            log.warning("report.dropped", room=room_id, error=type(error).__name__)
        except (EventStoreError, TooMuchContention) as error:
            log.warning("report.not_taken", room=room_id, error=type(error).__name__)
            return RETRY_MS
        except Exception as error:  # noqa: BLE001 -- one room's bug must not stop the others
            _note("report.failed", room_id, error)
            return LONGEST_RETRY_MS
        return None


def _note(event: str, room_id: RoomId, error: Exception) -> None:
    log.error(event, room=room_id, error=type(error).__name__, where=where(error))
