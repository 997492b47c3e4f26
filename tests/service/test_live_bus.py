"""Owners of one store hear of each other's appends, and a broken bell does no harm."""

from __future__ import annotations

import asyncio

from adapters.service.live_bus import MemoryLiveBus
from adapters.service.memory_store import MemoryEventStore
from adapters.service.room_service import RoomService
from interview_engine.ids import RoomId, Seq
from tests.service.stage import ROOM, Ear, Performer, begin, chat, surroundings
from tests.service.virtual_time import run


def test_what_one_owner_appends_is_heard_at_the_other() -> None:
    async def scene() -> None:
        store, bus = MemoryEventStore(), MemoryLiveBus()
        one = RoomService(store, Performer(), surroundings(), bus.line())
        two = RoomService(store, Performer(), surroundings(), bus.line())
        await begin(one)
        ear = Ear()
        await two.listen(ROOM, ear)
        before = (await one.room(ROOM)).seq
        await one.command(ROOM, chat(1))
        await asyncio.sleep(0.01)
        assert ear.seqs[0] == before + 1
        assert [record.event for record in ear.heard] == [
            record.event for record in await one.log_of(ROOM, Seq(before))
        ]
        await one.close()
        await two.close()

    run(scene())


def test_false_rings_for_rooms_and_seqs_change_nothing() -> None:
    async def scene() -> None:
        store, bus = MemoryEventStore(), MemoryLiveBus()
        service = RoomService(store, Performer(), surroundings(), bus.line())
        await begin(service)
        ear = Ear()
        await service.listen(ROOM, ear)
        elsewhere = bus.line()
        elsewhere.announce(RoomId("unknown"), Seq(7))
        elsewhere.announce(ROOM, Seq(1))
        elsewhere.announce(ROOM, Seq(10_000))
        await asyncio.sleep(0.01)
        known = (await service.room(ROOM)).seq
        assert all(seq <= known for seq in ear.seqs)
        await service.close()
        elsewhere.announce(ROOM, Seq(20_000))

    run(scene())


def test_an_owner_does_not_hear_its_own_ring() -> None:
    bus = MemoryLiveBus()
    one, two = bus.line(), bus.line()
    heard: list[str] = []
    one.subscribe(lambda room_id, seq: heard.append(f"one {seq}"))
    stop = two.subscribe(lambda room_id, seq: heard.append(f"two {seq}"))
    one.announce(ROOM, Seq(1))
    stop()
    one.announce(ROOM, Seq(2))
    two.announce(ROOM, Seq(3))
    assert heard == ["two 1", "one 3"]
