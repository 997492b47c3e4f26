"""After a restart all unfinished rooms go on; one that doesn't read is put aside; idle ones come back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from adapters.service.event_store import EventStore, StoredRecord
from adapters.service.room_reading import RoomQuarantined
from interview_engine.core import events as e
from interview_engine.core.decide import Committed
from interview_engine.core.stages import Stage
from interview_engine.ids import Millis, RoomId, Seq
from tests.service.faulty_store import Fault, FaultyStore, next_calls
from tests.service.stage import (
    ROOM,
    StoreKind,
    answer,
    begin,
    chat,
    memory,
    my_turn,
    on_stage,
    play,
    sqlite,
)
from tests.service.virtual_time import now

BOTH = pytest.mark.parametrize("kind", [memory, sqlite])
POISON: dict[str, Callable[[bytes], bytes]] = {
    "a line that is no JSON": lambda line: b"{broken",
    "a line of another release": lambda line: line.replace(b'"schema":1', b'"schema":99'),
    "a record changed after it was written": lambda line: line.replace(b'"at":1', b'"at":2'),
    "a chain that is broken": lambda line: line.replace(b'"prev":"', b'"prev":"0'),
    "an event of nobody": lambda line: line.replace(b'"type":"', b'"type":"x'),
}


async def rewritten(store: EventStore, room_id: RoomId, lines: list[bytes]) -> None:
    await store.delete(room_id)
    records = tuple(StoredRecord(seq=Seq(seq), line=line) for seq, line in enumerate(lines, start=1))
    await store.append(room_id, Seq(0), records, at=now())


@BOTH
def test_an_outage_costs_nobody_time(kind: StoreKind, tmp_path: Path) -> None:
    async def scene(store: EventStore) -> None:
        old = on_stage(store)
        await begin(old.service)
        turn = await my_turn(old.service)
        await old.service.close()
        before = await old.service.room(ROOM)
        await asyncio.sleep(7_200)
        new = on_stage(store)
        assert await new.service.start() == ()
        log = await new.require_sound_log()
        noted = [record.event for record in log if isinstance(record.event, e.OutageNoted)]
        assert [event.lost_ms for event in noted] == [now() - before.now]
        assert (await my_turn(new.service)).turn_id == turn.turn_id
        await asyncio.sleep(30)
        assert isinstance(await new.service.command(ROOM, answer(turn)), Committed)
        assert (await new.finished()).stage is Stage.FINISHED
        await new.require_sound_log()
        await new.service.close()

    play(kind, tmp_path, scene)


def test_the_timer_and_effects_of_a_resumed_room_run_without_any_command(tmp_path: Path) -> None:
    async def scene(store: EventStore) -> None:
        old = on_stage(store)
        await begin(old.service)
        # Before the first question is written.
        await old.service.close()
        assert old.performer.cancelled == len(old.performer.begun)
        new = on_stage(store)
        await new.service.start()
        assert (await new.finished()).stage is Stage.FINISHED
        await new.service.close()

    play(memory, tmp_path, scene)


def test_a_command_that_comes_before_the_resumption_finds_the_time_given_back(tmp_path: Path) -> None:
    async def scene(inner: EventStore) -> None:
        old = on_stage(inner)
        await begin(old.service)
        turn = await my_turn(old.service)
        await old.service.close()
        await asyncio.sleep(7_200)
        store = FaultyStore(inner, next_calls("read", Fault.SLOW))
        new = on_stage(store)
        starting = asyncio.get_running_loop().create_task(new.service.start())
        await asyncio.sleep(0.1)
        assert isinstance(await new.service.command(ROOM, answer(turn)), Committed)
        await starting
        log = await new.require_sound_log()
        assert sum(isinstance(record.event, e.OutageNoted) for record in log) == 1
        await new.service.close()

    play(memory, tmp_path, scene)


def test_a_room_that_the_store_does_not_give_is_resumed_later(tmp_path: Path) -> None:
    async def scene(inner: EventStore) -> None:
        old = on_stage(inner)
        await begin(old.service)
        turn = await my_turn(old.service)
        await old.service.close()
        await asyncio.sleep(7_200)
        new = on_stage(FaultyStore(inner, next_calls("read", *[Fault.UNAVAILABLE] * 3)))
        assert await new.service.start() == ()
        await asyncio.sleep(10)
        assert isinstance(await new.service.command(ROOM, answer(turn)), Committed)
        await new.service.close()

    play(memory, tmp_path, scene)


@pytest.mark.parametrize("poison", POISON)
@BOTH
def test_a_poisoned_room_is_put_aside_and_all_others_go_on(
    kind: StoreKind, tmp_path: Path, poison: str
) -> None:
    async def scene(store: EventStore) -> None:
        old = on_stage(store)
        rooms = [RoomId(f"room-{number}") for number in range(4)]
        for room_id in rooms:
            await begin(old.service, room_id)
        await old.service.close()
        lines = [record.line for record in await store.read(rooms[1])]
        lines[3] = POISON[poison](lines[3])
        await rewritten(store, rooms[1], lines)
        new = on_stage(store)
        assert await new.service.start() == (rooms[1],)
        assert list(new.service.quarantined) == [rooms[1]]
        with pytest.raises(RoomQuarantined, match="room-1 is quarantined"):
            await new.service.command(rooms[1], chat(1))
        for room_id in (rooms[0], rooms[2], rooms[3]):
            assert (await new.finished(room_id)).stage is Stage.FINISHED
        assert [record.line for record in await store.read(rooms[1])] == lines
        await new.service.close()

    play(kind, tmp_path, scene)


def test_a_log_that_does_not_fold_is_put_aside(tmp_path: Path) -> None:
    async def scene(store: EventStore) -> None:
        old = on_stage(store)
        await begin(old.service)
        await old.service.close()
        # A sound chain under another room's name.
        await store.append(RoomId("stolen"), Seq(0), await store.read(ROOM), at=now())
        new = on_stage(store)
        assert await new.service.start() == (RoomId("stolen"),)
        await new.service.close()

    play(memory, tmp_path, scene)


def test_a_room_poisoned_while_it_lives_stops_and_makes_no_noise(tmp_path: Path) -> None:
    async def scene(inner: EventStore) -> None:
        store = FaultyStore(inner)
        stage = on_stage(store)
        await begin(stage.service)
        line = (await inner.read(ROOM))[-1].line
        end = (await inner.read(ROOM))[-1].seq
        foreign = StoredRecord(seq=Seq(end + 1), line=line)
        await inner.append(ROOM, end, (foreign,), at=now())
        await asyncio.sleep(1)
        assert list(stage.service.quarantined) == [ROOM]
        store.happened.clear()
        await asyncio.sleep(600)
        assert store.happened == []
        assert stage.service.live_rooms == 0
        await stage.service.close()

    play(memory, tmp_path, scene)


@BOTH
def test_idle_rooms_are_let_go_and_their_alarms_still_ring(kind: StoreKind, tmp_path: Path) -> None:
    async def scene(store: EventStore) -> None:
        stage = on_stage(store)
        await begin(stage.service)
        await my_turn(stage.service)
        await asyncio.sleep(2)
        stop = (await stage.service.listen(ROOM, lambda news: None)).stop
        assert stage.service.release_idle(Millis(now() - 1_000)) == 0
        stop()
        assert stage.service.release_idle(Millis(now() - 60_000)) == 0
        assert stage.service.release_idle(Millis(now() - 1_000)) == 1
        assert stage.service.live_rooms == 0
        # Nobody asks for it: only its alarm brings it back.
        await asyncio.sleep(3_600)
        assert stage.service.live_rooms == 1
        assert (await stage.service.room(ROOM)).stage is Stage.FINISHED
        await stage.require_sound_log()
        await stage.service.close()

    play(kind, tmp_path, scene)


def test_a_command_that_waited_while_its_room_was_let_go_finds_it_again(tmp_path: Path) -> None:
    async def scene(inner: EventStore) -> None:
        stage = on_stage(FaultyStore(inner))
        await begin(stage.service)
        await my_turn(stage.service)
        await asyncio.sleep(2)
        live = stage.service._rooms.get(ROOM)
        assert live is not None
        await live.lock.acquire()
        waiting = asyncio.get_running_loop().create_task(stage.service.command(ROOM, chat(1)))
        await asyncio.sleep(0.1)
        live.lock.release()
        # The lock is free, and the waiting command was not woken yet.
        assert stage.service.release_idle(Millis(now() + 1)) == 1
        await waiting
        again = stage.service._rooms.get(ROOM)
        assert again is not None
        assert again is not live
        assert len(await inner.read(ROOM)) == again.room.seq
        await stage.service.close()

    play(memory, tmp_path, scene)
