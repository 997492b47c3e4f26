"""The room goes on while somebody comes in, and the server ends while somebody does not listen."""

from __future__ import annotations

import asyncio

import pytest

from adapters.service.memory_store import MemoryEventStore
from adapters.websocket_server import frames as f
from adapters.websocket_server.settings import GatewaySettings
from interview_engine.core import commands as c
from interview_engine.ids import CommandId, Millis
from tests.service.faulty_store import Fault, FaultyStore, next_calls
from tests.websocket_server.conftest import Play
from tests.websocket_server.house import ROOM, House, now
from tests.websocket_server.test_slow_reader import open_noisy_room, require_slow


def ready(house: House, number: int) -> c.SetReady:
    return c.SetReady(
        now=now(), id=CommandId(f"r{number}"), seat_id=house.seat("host"), ready=number % 2 == 0
    )


@pytest.mark.parametrize("fault", [Fault.SLOW, Fault.SLOW_REPLY])
def test_what_happens_while_the_log_is_read_is_neither_lost_nor_told_twice(play: Play, fault: Fault) -> None:
    store = FaultyStore(MemoryEventStore())

    async def scene(house: House) -> None:
        await house.open_room()
        host = await house.seated("host")
        await house.service.command(ROOM, ready(house, 0))
        await host.here()
        store.plan = next_calls("read", fault)
        coming = asyncio.create_task(house.enter("watcher", last_seq=2))
        await asyncio.sleep(0.2)
        for number in range(1, 20):
            await house.service.command(ROOM, ready(house, number))
        watcher = await coming
        for number in range(20, 30):
            await house.service.command(ROOM, ready(house, number))
        await watcher.here()
        assert watcher.welcome.resumed
        assert watcher.require_no_hole(2) == (await house.room()).seq
        assert "read" in store.happened

    play(scene, store=store)


@pytest.mark.slow
def test_a_room_that_goes_on_all_the_time_is_entered_by_a_snapshot(play: Play) -> None:
    store = FaultyStore(MemoryEventStore())

    async def scene(house: House) -> None:
        await house.open_room()
        await house.seated("host")
        store.plan = lambda called: Fault.SLOW_REPLY if called == "read" else None
        coming = asyncio.create_task(house.enter("watcher", last_seq=2))
        number = 0
        while not coming.done():
            await house.service.command(ROOM, ready(house, number))
            number += 1
            await asyncio.sleep(0.01)
        watcher = await coming
        assert not watcher.welcome.resumed
        await watcher.here()
        assert watcher.require_no_hole(watcher.welcome.seq) == (await house.room()).seq

    play(scene, store=store)


def test_words_that_are_deleted_while_the_log_is_read_are_not_told(play: Play) -> None:
    store = FaultyStore(MemoryEventStore())

    async def scene(house: House) -> None:
        await house.open_room()
        host = await house.seated("host")
        await host.command("send_chat", text="지워 주세요")
        store.plan = next_calls("read", Fault.SLOW_REPLY)
        coming = asyncio.create_task(house.enter("watcher", last_seq=2))
        await asyncio.sleep(0.2)
        await house.service.redact(ROOM, house.seat("host"))
        watcher = await coming
        await watcher.here()
        assert watcher.require_no_hole(2) == (await house.room()).seq
        assert not any("지워" in f.encode(frame).decode() for frame in watcher.heard)

    play(scene, store=store)


def test_a_room_that_is_deleted_while_somebody_comes_in(play: Play) -> None:
    store = FaultyStore(MemoryEventStore())

    async def scene(house: House) -> None:
        await house.open_room()
        await house.seated("host")
        store.plan = next_calls("read", Fault.SLOW_REPLY)
        late = await house.connect()
        await late.say(f.Hello(proto=1, token="watcher", room=ROOM, last_seq=2))
        await asyncio.sleep(0.2)
        await house.service.delete(ROOM)
        assert (await late.closed()).code == 4404
        assert house.gateway.figures.rooms == 0

    play(scene, store=store)


def test_a_server_that_ends_waits_for_nobody(play: Play) -> None:
    async def scene(house: House) -> None:
        await open_noisy_room(house)
        await house.enter("slow", read=False)
        await require_slow(house, "slow")
        loop = asyncio.get_running_loop()
        begun = loop.time()
        await house.gateway.close(Millis(400))
        assert loop.time() - begun < 10

    play(scene, GatewaySettings(queue_bytes=100_000))


def test_a_server_that_ends_lets_nobody_in_who_was_about_to_come(play: Play) -> None:
    store = FaultyStore(MemoryEventStore())

    async def scene(house: House) -> None:
        await house.open_room()
        store.plan = next_calls("read", Fault.SLOW)
        late = await house.connect()
        await late.say(f.Hello(proto=1, token="watcher", room=ROOM, last_seq=2))
        await asyncio.sleep(0.2)
        await house.gateway.close(Millis(3_000))
        assert (await late.closed()).code == 1012
        assert house.gateway.figures.rooms == 0

    play(scene, store=store)
