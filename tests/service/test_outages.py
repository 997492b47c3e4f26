"""An outage gives back the time nobody served a room, then until people are back; never their thinking."""

from __future__ import annotations

import asyncio

import attrs
import pytest

from adapters.service.event_store import StoreUnavailable
from adapters.service.memory_store import MemoryEventStore
from adapters.service.pulse import MemoryPulse
from adapters.service.room_service import RoomService
from interview_engine.core import commands as c
from interview_engine.core import events as e
from interview_engine.core.deadlines import turn_deadline
from interview_engine.ids import Millis, RoomId
from tests.service.faulty_store import Fault, FaultyStore, next_calls
from tests.service.outside_store import WrappedStore
from tests.service.stage import ME, ROOM, Performer, answer, begin, my_turn, surroundings
from tests.service.test_restart import rewritten
from tests.service.test_store_outage import Sleepy
from tests.service.virtual_time import now, run

THINKING_S = 20
DOWN_S = 100
LATE_S = 10


@attrs.define
class Living:
    """A process that serves rooms until it dies: then it says nothing more."""

    service: RoomService
    heart: asyncio.Task[None]

    async def die(self) -> None:
        self.heart.cancel()
        await self.service.close()


class Unreadable(MemoryPulse):
    """A pulse that can't be read the first time."""

    def __init__(self, inner: MemoryPulse) -> None:
        super().__init__()
        self._inner, self._asked = inner, False

    async def latest(self) -> Millis | None:
        if not self._asked:
            self._asked = True
            raise StoreUnavailable("planned")
        return await self._inner.latest()


def living(store: MemoryEventStore | WrappedStore, pulse: MemoryPulse | None) -> Living:
    service = RoomService(store, Performer(), surroundings(), pulse=pulse)

    async def beat() -> None:
        while True:
            await service.beat()
            await asyncio.sleep(1)

    return Living(service, asyncio.get_running_loop().create_task(beat()))


async def remaining(service: RoomService, room_id: RoomId = ROOM) -> int:
    """Return how long the person has for their open turn, in ms."""
    turn = await my_turn(service, room_id)
    return turn_deadline(await service.room(room_id), turn) - now()


async def down_in_turn(
    store: MemoryEventStore | WrappedStore, pulse: MemoryPulse | None, after_s: int
) -> int:
    """Have a server die in the person's turn and be down for a while; return what they had left, in ms."""
    old = living(store, pulse)
    await begin(old.service)
    await my_turn(old.service)
    await asyncio.sleep(after_s)
    left = await remaining(old.service)
    await old.die()
    await asyncio.sleep(DOWN_S)
    return left


async def back(service: RoomService) -> None:
    await service.command(ROOM, c.PresenceChanged(now=now(), seat_id=ME, connected=True))


async def lost(service: RoomService, room_id: RoomId = ROOM) -> list[int]:
    log = await service.log_of(room_id)
    return [record.event.lost_ms for record in log if isinstance(record.event, e.OutageNoted)]


def test_thinking_before_a_crash_is_not_given_back() -> None:
    async def scene() -> None:
        store, pulse = MemoryEventStore(), MemoryPulse()
        left = await down_in_turn(store, pulse, THINKING_S)
        new = living(store, pulse)
        await new.service.start(nobody_is_here=True)
        # A pulse is at most a second old.
        assert left <= await remaining(new.service) <= left + 1_000 + 60_000
        await back(new.service)
        assert left <= await remaining(new.service) <= left + 1_000
        (given,) = await lost(new.service)
        assert DOWN_S * 1_000 <= given <= (DOWN_S + 1) * 1_000
        await new.die()

    run(scene())


@pytest.mark.parametrize("unread", ["rooms", "pulse"])
def test_a_room_that_is_reached_before_the_store_lists_any_gets_its_time_back(unread: str) -> None:
    async def scene() -> None:
        store, pulse = MemoryEventStore(), MemoryPulse()
        left = await down_in_turn(store, pulse, THINKING_S)
        faults = [Fault.UNAVAILABLE] if unread == "rooms" else []
        faulty = FaultyStore(store, next_calls("rooms", *faults))
        new = living(faulty, Unreadable(pulse) if unread == "pulse" else pulse)
        with pytest.raises(StoreUnavailable):
            await new.service.start(nobody_is_here=True)
        # Somebody finds the room before the next try.
        await back(new.service)
        assert left <= await remaining(new.service)
        await asyncio.sleep(LATE_S)
        left = await remaining(new.service)
        await new.service.start(nobody_is_here=True)
        assert left - 1 <= await remaining(new.service) <= left
        (given,) = await lost(new.service)
        assert given >= DOWN_S * 1_000
        await new.die()

    run(scene())


@pytest.mark.parametrize("late_s", [0, LATE_S, 40])
def test_whoever_comes_back_late_after_a_restart_has_what_they_had(late_s: int) -> None:
    async def scene() -> None:
        store, pulse = MemoryEventStore(), MemoryPulse()
        left = await down_in_turn(store, pulse, 5)
        new = living(store, pulse)
        await new.service.start(nobody_is_here=True)
        await asyncio.sleep(late_s)
        await back(new.service)
        assert left <= await remaining(new.service) <= left + 1_000
        await new.die()

    run(scene())


def test_coming_back_gives_no_more_than_the_rooms_cap() -> None:
    async def scene() -> None:
        store, pulse = MemoryEventStore(), MemoryPulse()
        old = living(store, pulse)
        await begin(old.service)
        await my_turn(old.service)
        left = await remaining(old.service)
        await old.die()
        new = living(store, pulse)
        await new.service.start(nobody_is_here=True)
        cap = (await new.service.room(ROOM)).settings.disconnect_cap_ms
        await asyncio.sleep(cap / 1_000 + 30)
        await back(new.service)
        assert left - 30_000 <= await remaining(new.service) <= left - 30_000 + 1_000
        await new.die()

    run(scene())


def test_without_a_pulse_the_time_since_the_last_record_is_given_back() -> None:
    async def scene() -> None:
        store = MemoryEventStore()
        old = living(store, None)
        await begin(old.service)
        await my_turn(old.service)
        before = (await old.service.room(ROOM)).now
        await asyncio.sleep(THINKING_S)
        await old.die()
        new = living(store, None)
        await new.service.start()
        assert await lost(new.service) == [now() - before]
        await new.die()

    run(scene())


def test_a_log_that_was_brought_here_gets_all_its_time_back() -> None:
    async def scene() -> None:
        store, pulse = MemoryEventStore(), MemoryPulse()
        old = living(store, pulse)
        await begin(old.service)
        await my_turn(old.service)
        left = await remaining(old.service)
        lines = [record.line for record in await store.read(ROOM)]
        await asyncio.sleep(3_600)
        # The server lived on; the copy did not.
        await rewritten(store, ROOM, lines)
        await old.die()
        new = living(store, pulse)
        await new.service.start()
        assert await remaining(new.service) >= left
        await new.die()

    run(scene())


def test_time_in_which_the_store_took_nothing_is_not_counted_as_served() -> None:
    async def scene() -> None:
        inner, pulse = MemoryEventStore(), MemoryPulse()
        store = FaultyStore(inner)
        old = living(store, pulse)
        await begin(old.service)
        turn = await my_turn(old.service)
        left = await remaining(old.service)
        store.plan = next_calls("append", *[Fault.UNAVAILABLE] * 1_000)
        with pytest.raises(StoreUnavailable):
            await old.service.command(ROOM, answer(turn))
        await asyncio.sleep(15)
        await old.die()
        new = living(inner, pulse)
        await new.service.start()
        assert left <= await remaining(new.service) <= left + 1_000
        await new.die()

    run(scene())


def test_the_time_of_a_slow_store_at_a_restart_is_given_back() -> None:
    async def scene() -> None:
        inner, pulse = MemoryEventStore(), MemoryPulse()
        old = living(inner, pulse)
        await begin(old.service)
        await my_turn(old.service)
        left = await remaining(old.service)
        await old.die()
        await asyncio.sleep(DOWN_S)
        store = Sleepy(inner)
        new = living(store, pulse)
        # The outage itself takes long to note; that people are away is noted quickly after it.
        store.seconds = 200.0
        await new.service.start(nobody_is_here=True)
        await back(new.service)
        assert left <= await remaining(new.service) <= left + 1_000
        await new.die()

    run(scene())


def test_a_server_without_running_clocks_writes_no_pulse() -> None:
    async def scene() -> None:
        pulse = MemoryPulse()
        server = living(MemoryEventStore(), pulse)
        await asyncio.sleep(10)
        assert await pulse.latest() is None
        await begin(server.service)
        await asyncio.sleep(2)
        latest = await pulse.latest()
        assert latest is not None
        assert Millis(latest) >= now() - 1_000
        await server.die()

    run(scene())


def test_a_room_that_does_not_read_stops_nobody_elses_pulse() -> None:
    async def scene() -> None:
        store, pulse = MemoryEventStore(), MemoryPulse()
        old = living(store, pulse)
        for room_id in (ROOM, RoomId("broken")):
            await begin(old.service, room_id)
        await old.die()
        lines = [record.line for record in await store.read(RoomId("broken"))]
        await rewritten(store, RoomId("broken"), [lines[0], b"{broken"])
        new = living(store, pulse)
        assert await new.service.start() == (RoomId("broken"),)
        await asyncio.sleep(3)
        latest = await pulse.latest()
        assert latest is not None
        assert latest >= now() - 1_000
        await new.die()

    run(scene())
