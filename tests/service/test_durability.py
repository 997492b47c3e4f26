"""Nothing is acknowledged or told that is not durable; nothing durable is lost or told twice."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from adapters.service.event_store import (
    AppendUnknown,
    EventStore,
    EventStoreError,
    StoreFull,
    StoreUnavailable,
    UnknownRoom,
)
from adapters.service.live_room import News, Published
from interview_engine.core import commands as c
from interview_engine.core.decide import Committed, Duplicate, Outcome
from interview_engine.core.stages import Stage
from interview_engine.ids import CommandId, SeatId
from tests.service.faulty_store import Fault, FaultyStore, next_calls
from tests.service.stage import (
    ROOM,
    Ear,
    StoreKind,
    answer,
    begin,
    chat,
    create,
    memory,
    my_turn,
    on_stage,
    play,
    sqlite,
    stir,
)
from tests.service.virtual_time import now

BOTH = pytest.mark.parametrize("kind", [memory, sqlite])


def chats(ear: Ear) -> list[str]:
    return [
        getattr(record.event, "text", "") for record in ear.heard if "Chat" in type(record.event).__name__
    ]


@BOTH
def test_append_then_ack_then_publish(kind: StoreKind, tmp_path: Path) -> None:
    async def scene(inner: EventStore) -> None:
        store = FaultyStore(inner)
        stage = on_stage(store)
        await begin(stage.service)

        def heard(news: News) -> None:
            assert isinstance(news, Published)
            store.happened.append("publish")

        def acknowledged(outcome: Outcome) -> None:
            store.happened.append("ack")

        await stage.service.listen(ROOM, heard)
        store.happened.clear()
        store.plan = next_calls("append", Fault.SLOW)
        await stage.service.command(ROOM, chat(1), acknowledged)
        assert store.happened[:3] == ["append", "ack", "publish"]
        await stage.service.close()

    play(kind, tmp_path, scene)


@pytest.mark.parametrize("fault, error", [(Fault.UNAVAILABLE, StoreUnavailable), (Fault.FULL, StoreFull)])
@BOTH
def test_what_was_not_written_is_neither_acknowledged_nor_told(
    kind: StoreKind, tmp_path: Path, fault: Fault, error: type[EventStoreError]
) -> None:
    async def scene(inner: EventStore) -> None:
        store = FaultyStore(inner)
        stage = on_stage(store)
        await begin(stage.service)
        ear = Ear()
        acks: list[Outcome] = []
        await stage.service.listen(ROOM, ear)
        before = await stage.service.room(ROOM)
        store.plan = next_calls("append", fault)
        with pytest.raises(error):
            await stage.service.command(ROOM, chat(1), acks.append)
        assert (acks, ear.heard) == ([], [])
        assert await stage.service.room(ROOM) is before
        outcome = await stage.service.command(ROOM, chat(1), acks.append)
        assert isinstance(outcome, Committed)
        assert acks == [outcome]
        assert len(chats(ear)) == 1
        await stage.service.close()

    play(kind, tmp_path, scene)


@pytest.mark.parametrize("fault", [Fault.LOST_REPLY, Fault.LOST_CALL])
@BOTH
def test_a_lost_reply_is_looked_up(kind: StoreKind, tmp_path: Path, fault: Fault) -> None:
    async def scene(inner: EventStore) -> None:
        store = FaultyStore(inner)
        stage = on_stage(store)
        await begin(stage.service)
        ear = Ear()
        await stage.service.listen(ROOM, ear)
        store.plan = next_calls("append", fault)
        assert isinstance(await stage.service.command(ROOM, chat(1)), Committed)
        assert isinstance(await stage.service.command(ROOM, chat(2)), Committed)
        assert len(chats(ear)) == 2
        log = await stage.require_sound_log()
        assert ear.heard == list(log[-len(ear.heard) :])
        await stage.service.close()

    play(kind, tmp_path, scene)


@BOTH
def test_a_lost_reply_with_a_dead_store_stays_open_and_the_retry_tells(
    kind: StoreKind, tmp_path: Path
) -> None:
    async def scene(inner: EventStore) -> None:
        store = FaultyStore(inner)
        stage = on_stage(store)
        await begin(stage.service)
        ear = Ear()
        await stage.service.listen(ROOM, ear)
        lost, dead = next_calls("append", Fault.LOST_REPLY), next_calls("read", Fault.UNAVAILABLE)
        store.plan = lambda name: lost(name) or dead(name)
        with pytest.raises(AppendUnknown):
            await stage.service.command(ROOM, chat(1))
        assert chats(ear) == []
        assert isinstance(await stage.service.command(ROOM, chat(1)), Duplicate)
        assert len(chats(ear)) == 1
        await stage.service.close()

    play(kind, tmp_path, scene)


def test_a_room_with_an_open_outcome_finds_out_by_itself(tmp_path: Path) -> None:
    async def scene(inner: EventStore) -> None:
        store = FaultyStore(inner)
        stage = on_stage(store)
        await begin(stage.service)
        ear = Ear()
        await stage.service.listen(ROOM, ear)
        lost, dead = next_calls("append", Fault.LOST_REPLY), next_calls("read", Fault.UNAVAILABLE)
        store.plan = lambda name: lost(name) or dead(name)
        with pytest.raises(AppendUnknown):
            await stage.service.command(ROOM, chat(1))
        await asyncio.sleep(1.5)
        assert len(chats(ear)) == 1
        await stage.service.close()

    play(memory, tmp_path, scene)


@pytest.mark.parametrize("fault", [Fault.SLOW, Fault.SLOW_REPLY])
@BOTH
def test_a_cancelled_command_is_ended_told_and_followed_up(
    kind: StoreKind, tmp_path: Path, fault: Fault
) -> None:
    async def scene(inner: EventStore) -> None:
        store = FaultyStore(inner)
        stage = on_stage(store)
        await begin(stage.service)
        turn = await my_turn(stage.service)
        ear = Ear()
        await stage.service.listen(ROOM, ear)
        store.plan = next_calls("append", fault)
        command = answer(turn)
        sending = asyncio.get_running_loop().create_task(stage.service.command(ROOM, command))
        await asyncio.sleep(0.5)
        assert ear.heard == []
        sending.cancel()
        with pytest.raises(asyncio.CancelledError):
            await sending
        # Long before any deadline: nobody else moves the room.
        await asyncio.sleep(3)
        assert ear.heard != []
        judged = [
            effect for effect in stage.performer.begun if effect.effect_id.startswith(f"judge:{turn.turn_id}")
        ]
        assert len(judged) == 1
        assert isinstance(await stage.service.command(ROOM, command), Duplicate)
        await stage.service.close()

    play(kind, tmp_path, scene)


@pytest.mark.parametrize("fault", [Fault.LOST_REPLY, Fault.LOST_CALL])
def test_a_room_whose_creation_got_no_reply_exists_once(tmp_path: Path, fault: Fault) -> None:
    async def scene(inner: EventStore) -> None:
        stage = on_stage(FaultyStore(inner, next_calls("append", fault)))
        outcome = await stage.service.create(create())
        assert isinstance(outcome, (Committed, Duplicate))
        assert outcome.seq == 1
        await stage.require_sound_log()

    play(memory, tmp_path, scene)


def test_a_room_that_was_not_created_leaves_nothing_in_memory(tmp_path: Path) -> None:
    async def scene(inner: EventStore) -> None:
        stage = on_stage(FaultyStore(inner, next_calls("append", Fault.UNAVAILABLE)))
        with pytest.raises(StoreUnavailable):
            await stage.service.create(create())
        for number in range(50):
            with pytest.raises(UnknownRoom):
                await stage.service.command(f"room-{number}", chat(1))  # type: ignore[arg-type]
        assert stage.service.live_rooms == 0
        assert stage.service._rooms.gates == 0

    play(memory, tmp_path, scene)


@BOTH
def test_a_dead_store_stops_the_clock_without_a_storm_of_tries(kind: StoreKind, tmp_path: Path) -> None:
    async def scene(inner: EventStore) -> None:
        store = FaultyStore(inner)
        stage = on_stage(store)
        await begin(stage.service)
        await my_turn(stage.service)
        tries: list[str] = []

        def dead(name: str) -> Fault | None:
            tries.append(name)
            return Fault.UNAVAILABLE if name != "close" else None

        store.plan = dead
        await asyncio.sleep(120)
        assert 20 < len(tries) < 300
        store.plan = lambda _: None
        assert (await stage.finished()).stage is Stage.FINISHED
        await stage.require_sound_log()
        await stage.service.close()

    play(kind, tmp_path, scene)


def test_after_closing_nothing_is_taken_and_nothing_rings(tmp_path: Path) -> None:
    async def scene(inner: EventStore) -> None:
        store = FaultyStore(inner)
        stage = on_stage(store)
        await begin(stage.service)
        await my_turn(stage.service)
        store.plan = next_calls("append", Fault.SLOW)
        sending = asyncio.get_running_loop().create_task(stage.service.command(ROOM, stir(0)))
        await asyncio.sleep(0.1)
        await stage.service.close()
        assert isinstance(await sending, Committed)
        length = len(await stage.service.log_of(ROOM))
        with pytest.raises(StoreUnavailable):
            await stage.service.command(ROOM, stir(1))
        await asyncio.sleep(600)
        assert len(await stage.service.log_of(ROOM)) == length

    play(memory, tmp_path, scene)


def test_commands_that_come_together_are_put_one_after_another(tmp_path: Path) -> None:
    async def scene(inner: EventStore) -> None:
        store = FaultyStore(inner, next_calls("append", None, *[Fault.SLOW] * 8))
        stage = on_stage(store)
        await stage.service.create(create())
        joining = [
            c.JoinRoom(
                now=now(),
                id=CommandId(f"join-{number}"),
                seat_id=SeatId(f"seat-{number}"),
                name="관찰",
                observer=True,
            )
            for number in range(8)
        ]
        outcomes = await asyncio.gather(*(stage.service.command(ROOM, command) for command in joining))
        assert [type(outcome) for outcome in outcomes] == [Committed] * 8
        # No append was in vain, and the log was never read again.
        assert store.happened.count("append") == 9
        assert "read" not in store.happened
        await stage.service.close()

    play(memory, tmp_path, scene)
