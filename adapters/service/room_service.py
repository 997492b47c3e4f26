"""The room service: every entry goes through it, and it keeps one order.

decide -> append -> evolve -> ack -> publish -> effects and timer. Nothing is acknowledged or sent before
the append is durable. Compare-and-append alone keeps logs whole: a second owner may waste an effect,
never fork a room.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Final

import structlog

from adapters.service.acknowledging import Ack, acknowledge
from adapters.service.consequences import Consequences
from adapters.service.event_store import EventStore, EventStoreError, UnknownRoom
from adapters.service.finishing import Finishing
from adapters.service.live_bus import LiveBus
from adapters.service.live_room import Listener, Listening, LiveRoom
from adapters.service.live_rooms import LiveRooms
from adapters.service.outages import Outages
from adapters.service.pulse import Pulse
from adapters.service.room_reading import RoomQuarantined, RoomReader
from adapters.service.room_writing import RoomWriter, TooMuchContention
from adapters.service.surroundings import EffectPerformer, Surroundings
from interview_engine.core import commands as c
from interview_engine.core.decide import Outcome, take
from interview_engine.core.effects import pending_effects
from interview_engine.core.log import Record
from interview_engine.core.state import Room
from interview_engine.ids import Millis, RoomId, SeatId, Seq

__all__ = ["Ack", "RoomService", "TooMuchContention"]

log = structlog.get_logger("rooms")

RESUMED_AT_ONCE = 16
CLOCKS_RUN_MS: Final = Millis(3_600_000)
"""A pulse is worth its writing while some room has something due within this time."""


class RoomService:
    """Rooms, commands and their consequences; what is begun by `finishing` ends before the service does."""

    def __init__(
        self,
        store: EventStore,
        performer: EffectPerformer,
        surroundings: Surroundings,
        bus: LiveBus | None = None,
        pulse: Pulse | None = None,
    ) -> None:
        """Prepare a service; `start` resumes what an earlier process left.

        Args: the store keeps logs, the performer does effects' work, the surroundings give clock and
        secrets, the bus rings between owners that share the store (None for an only owner), and the pulse
        tells until when they served it (None counts outages from rooms' last records).
        """
        self._store = store
        self._bus = bus
        self._stop_hearing = bus.subscribe(self._rung) if bus is not None else lambda: None
        self._now = surroundings.now
        self._reader = RoomReader(store)
        self._writer = RoomWriter(store, self._reader, surroundings)
        self._rooms = LiveRooms(self._reader)
        self._outages = Outages(self._writer, pulse, surroundings.now)
        self.finishing = Finishing()
        self._consequences = Consequences(
            self._rooms, performer, surroundings, self._put_report, self.finishing
        )

    async def start(self, *, nobody_is_here: bool = False) -> tuple[RoomId, ...]:
        """Resume every unfinished room, giving back the time for which nobody served it.

        A room that a command reaches first is resumed by it; one that the store doesn't give is tried again.

        Args:
            nobody_is_here: No owner has connections yet: everybody counts as away until they are back.

        Returns:
            The rooms that could not be resumed, now quarantined.

        Raises:
            EventStoreError: The store does not list its rooms.
        """
        await self._outages.begin(nobody_is_here=nobody_is_here)
        found = await self._store.rooms(unfinished_only=True)
        left = [room for room in found if not self._rooms.attended(room.room_id)]
        self._outages.took_over(left)
        places = asyncio.Semaphore(RESUMED_AT_ONCE)

        async def resume(room_id: RoomId) -> None:
            async with places:
                await self._consequences.tick(room_id)

        await asyncio.gather(*(resume(room.room_id) for room in left))
        for room_id in self._reader.quarantined:
            # Nobody serves it until an operator has looked at it; that must not stop the pulse of the others.
            self._outages.forget(room_id)
        return tuple(self._reader.quarantined)

    async def create(self, command: c.CreateRoom) -> Outcome:
        """Create a room; the same command again gets its first outcome."""
        return await self.command(command.room_id, command)

    async def command(self, room_id: RoomId, command: c.Command, ack: Ack | None = None) -> Outcome:
        """Put a command to a room.

        A caller that is cancelled does not stop it: what was begun is ended, told and followed up.

        Args:
            room_id: The room; for `CreateRoom`, the one to create.
            command: What is asked.
            ack: Called with the outcome once that is durable, and before any listener hears of it.

        Returns:
            The outcome; a committed one is durable.

        Raises:
            UnknownRoom: There is no such room.
            RoomQuarantined: Its log does not read.
            TooMuchContention: Other writers kept appending; try again.
            CommandIdReused: Its giver has used its id for another command.
            AppendUnknown: It may have been written or not: the same command again tells.
            EventStoreError: The store did not take it; nothing is acknowledged.
        """
        if isinstance(command, c.CreateRoom):
            return await self.finishing.to_its_end(self._create(room_id, command, ack))
        return await self.finishing.to_its_end(self._put(room_id, command, ack))

    async def look_again(self, room_id: RoomId) -> None:
        """Take over and publish what another owner has appended; raises what `command` does."""
        await self.finishing.to_its_end(self._look(room_id))

    async def room(self, room_id: RoomId) -> Room:
        """Return a room's state.

        Raises `UnknownRoom`, `RoomQuarantined`, or `EventStoreError` when the store did not answer.
        """
        return (await self._rooms.load(room_id)).room

    async def log_of(self, room_id: RoomId, after: Seq = Seq(0)) -> tuple[Record, ...]:
        """Return a room's records behind a seq; raises what `room` does."""
        return self._reader.decoded(room_id, await self._store.read(room_id, after))

    async def listen(self, room_id: RoomId, listener: Listener) -> Listening:
        """Have a listener called, in order, with all that happens from now on; raises what `room` does."""
        return (await self._rooms.load(room_id)).tell_from_now_on(listener)

    async def redact(self, room_id: RoomId, owner: SeatId) -> None:
        """Delete a seat's words: from the log, the snapshot and memory. Listeners are told of it.

        Raises what `command` does; after an `EventStoreError` call again: only then are they surely gone.
        """
        await self.finishing.to_its_end(self._redact(room_id, owner))

    async def delete(self, room_id: RoomId) -> None:
        """Delete a room with all that it holds, a quarantined one too; a missing one is no error.

        Raises `EventStoreError`: call again; only then is it surely gone.
        """
        await self.finishing.to_its_end(self._delete(room_id))

    async def beat(self) -> None:
        """Note that rooms are served now, if any clock runs: only what comes after is lost in a crash."""
        if not self.finishing.closing and self._consequences.due_within(CLOCKS_RUN_MS):
            await self._outages.beat(self._rooms.all())

    def release_idle(self, quiet_since: Millis) -> int:
        """Let go of rooms that nobody listens to and that nothing is being done for.

        They come back on demand, and when their alarm rings.

        Args:
            quiet_since: Rooms whose latest event is older are let go; returns how many.
        """
        idle = [
            live for live in self._rooms.all() if live.quiet(quiet_since) and not pending_effects(live.room)
        ]
        for live in idle:
            self._rooms.remove(live)
            self._consequences.only_alarm(live)
        return len(idle)

    @property
    def live_rooms(self) -> int:
        """How many rooms are in memory."""
        return len(self._rooms)

    @property
    def timer_lateness_ms(self) -> int:
        """How late the latest timer was, in ms."""
        return self._consequences.timer_lateness_ms

    @property
    def quarantined(self) -> dict[RoomId, str]:
        """Rooms whose logs don't read, and why."""
        return dict(self._reader.quarantined)

    async def rest(self) -> None:
        """Run no clock and take no commands any more, before people are sent away: it is given back later."""
        self.finishing.closing = True
        await self._consequences.close()

    async def close(self) -> None:
        """Rest, and end the commands that were begun."""
        await self.rest()
        self._stop_hearing()
        await self.finishing.finish()

    async def _put_report(self, room_id: RoomId, report: c.Report, wanted: Callable[[], bool]) -> None:
        await self._put(room_id, report, None, wanted)

    async def _create(self, room_id: RoomId, command: c.CreateRoom, ack: Ack | None) -> Outcome:
        async with self._rooms.gate(room_id) as found:
            step = take(None, command)
            live = None
            if step.room is not None and found is None:
                live = await self._writer.create(room_id, step)
            if live is not None:
                live.attended = True
                self._rooms.add(live)
            if live is not None or step.room is None:
                acknowledge(ack, step)
                return step.outcome
        return await self._put(room_id, command, ack)

    def _rung(self, room_id: RoomId, seq: Seq) -> None:
        """Look at a room that another owner has written to, if anybody listens here."""
        live = self._rooms.get(room_id)
        if live is not None and live.listeners and live.room.seq < seq and not self.finishing.closing:
            self.finishing.begin(self._look(room_id))

    async def _look(self, room_id: RoomId) -> None:
        async with self._rooms.holding(room_id) as live:
            live.stale = True
        await self._put(room_id, c.Tick(now=self._now()), None)

    async def _put(
        self, room_id: RoomId, command: c.Command, ack: Ack | None, wanted: Callable[[], bool] | None = None
    ) -> Outcome:
        """Put a command to a live room; of one that is no longer wanted, only its instant counts."""
        async with self._rooms.holding(room_id) as live:
            try:
                await self._outages.end(live)
                asked = command if wanted is None or wanted() else c.Tick(now=command.now)
                step = await self._writer.commit(live, lambda _: self._outages.after(live, asked))
                acknowledge(ack, step)
            except BaseException as error:
                self._after_failure(live, error)
                raise
            live.tell()
            if self._bus is not None and step.events:
                self._bus.announce(room_id, live.room.seq)
            await self._writer.keep_snapshot(live)
            self._consequences.follow_up(live)
            return step.outcome

    def _after_failure(self, live: LiveRoom, error: BaseException) -> None:
        """Leave a room so that all goes on by itself, and nothing goes on in circles."""
        trouble = isinstance(error, (EventStoreError, TooMuchContention)) or live.stale or live.unheard
        live.tell()
        if isinstance(error, (UnknownRoom, RoomQuarantined)):
            self._rooms.remove(live)
            self._consequences.end(live.room_id)
            live.end(deleted=isinstance(error, UnknownRoom))
        elif trouble:
            self._consequences.follow_up_later(live.room_id)

    async def _redact(self, room_id: RoomId, owner: SeatId) -> None:
        async with self._rooms.holding(room_id) as live:
            try:
                await self._writer.redact(live, owner)
            except BaseException as error:
                self._after_failure(live, error)
                raise
            finally:
                # What is under way was begun with the words in hand, and may quote them.
                self._consequences.withdraw(room_id)
            log.info("room.redacted", room=room_id, seat=owner)
            live.tell()
            self._consequences.follow_up(live)

    async def _delete(self, room_id: RoomId) -> None:
        async with self._rooms.gate(room_id) as live:
            if live is None:
                await self._store.delete(room_id)
            else:
                async with live.lock:
                    # What the store holds is not known until it has answered.
                    live.stale = True
                    await self._store.delete(room_id)
                    self._rooms.remove(live)
                    live.end(deleted=True)
            self._consequences.end(room_id)
            self._outages.forget(room_id)
            self._reader.quarantined.pop(room_id, None)
        log.info("room.deleted", room=room_id)
