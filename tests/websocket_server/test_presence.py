from __future__ import annotations

import msgspec

from adapters.service.memory_store import MemoryEventStore
from adapters.websocket_server import frames as f
from adapters.websocket_server.settings import GatewaySettings
from interview_engine.core import commands as c
from interview_engine.core import events as e
from interview_engine.ids import CommandId, Millis
from tests.service.faulty_store import Fault, FaultyStore, next_calls
from tests.websocket_server.conftest import Play
from tests.websocket_server.house import ROOM, House, now


async def noted(house: House) -> list[tuple[str, bool]]:
    """Return what the log says of who is there."""
    names = {house.seat(user): user for user in ("host", "other")}
    return [
        (names[record.event.seat_id], record.event.connected)
        for record in await house.service.log_of(ROOM)
        if isinstance(record.event, e.PresenceNoted)
    ]


def test_whoever_is_lost_is_away_and_whoever_comes_back_is_there(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        host, other = await house.seated("host"), await house.seated("other")
        host.cut()
        gone = await other.next(f.EventFrame, "presence_noted")
        assert msgspec.json.decode(gone.data)["connected"] is False
        await house.enter("host")
        back = await other.next(f.EventFrame, "presence_noted")
        assert msgspec.json.decode(back.data)["connected"] is True
        assert await noted(house) == [("host", False), ("host", True)]

    play(scene)


def test_whoever_is_back_at_once_was_never_away(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        host = await house.seated("host")
        for _ in range(3):
            host.cut()
            host = await house.enter("host")
        await host.here()
        assert await noted(house) == []

    play(scene, GatewaySettings(presence_linger_ms=Millis(5_000)))


def test_in_ones_own_turn_every_moment_counts(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        host = await house.seated("host")
        await host.command("set_ready")
        await host.command("start_interview")
        while not any(turn.seat_id == house.seat("host") for turn in (await house.room()).open_turns()):
            speaking = (await host.next(f.EventFrame)).name == "speech_started"
            if speaking:
                turn = (await house.room()).open_turns()[0]
                await host.give("skip_speech", turn_id=turn.turn_id)
        lost_at = now()
        host.cut()

        async def told() -> bool:
            return bool(await noted(house))

        await house.until(told)
        away = (await house.room()).seat(house.seat("host"))
        assert away is not None
        assert away.away_since is not None
        assert lost_at <= away.away_since <= now()

    play(scene, GatewaySettings(presence_linger_ms=Millis(60_000)))


def test_away_counts_from_when_the_connection_was_lost(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        host, other = await house.seated("host"), await house.seated("other")
        lost_at = now()
        host.cut()
        gone = await other.next(f.EventFrame, "presence_noted")
        assert msgspec.json.decode(gone.data)["at"] < lost_at + 200
        assert now() >= lost_at + 300

    play(scene, GatewaySettings(presence_linger_ms=Millis(300)))


def test_a_seat_that_was_taken_when_its_owner_had_gone_is_away(play: Play) -> None:
    store = FaultyStore(MemoryEventStore())

    async def scene(house: House) -> None:
        await house.open_room()
        host = await house.enter("host")
        store.plan = next_calls("append", Fault.SLOW)
        await host.give("join_room", name="김지원")
        await host.here()
        host.cut()

        async def told() -> bool:
            return await noted(house) == [("host", False)]

        await house.until(told)

    play(scene, store=store)


def test_a_report_that_the_store_does_not_take_is_put_again(play: Play) -> None:
    store = FaultyStore(MemoryEventStore())

    async def scene(house: House) -> None:
        await house.open_room()
        host = await house.seated("host")
        store.plan = next_calls("append", Fault.UNAVAILABLE)
        host.cut()

        async def told() -> bool:
            return await noted(house) == [("host", False)]

        await house.until(told)

    play(scene, store=store)


def test_whoever_another_owner_took_for_away_is_reported_back(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        host = await house.seated("host")
        await house.service.command(
            ROOM, c.PresenceChanged(now=now(), seat_id=house.seat("host"), connected=False)
        )
        await host.next(f.EventFrame, "presence_noted")
        await host.next(f.EventFrame, "presence_noted")
        assert await noted(house) == [("host", False), ("host", True)]

    play(scene)


def test_whoever_comes_in_after_a_restart_is_no_longer_away(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        for user in ("host", "other"):
            seat_id = house.seat(user)
            await house.service.command(
                ROOM, c.JoinRoom(now=now(), id=CommandId(user), seat_id=seat_id, name=user)
            )
            # What a service that starts says of everybody.
            await house.service.command(ROOM, c.PresenceChanged(now=now(), seat_id=seat_id, connected=False))
        other = await house.enter("other")
        await other.next(f.EventFrame, "presence_noted")
        assert await noted(house) == [("host", False), ("other", False), ("other", True)]

    play(scene)


def test_observers_without_a_seat_leave_no_trace(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        watcher = await house.enter("watcher")
        seq = (await house.room()).seq
        watcher.cut()
        await house.until_closed(lost=1)
        await house.enter("host")
        assert (await house.room()).seq == seq

    play(scene, GatewaySettings(presence_linger_ms=Millis(0)))
