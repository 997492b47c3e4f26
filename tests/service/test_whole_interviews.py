"""Interviews through the service with nothing but commands and alarms, on every store."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from adapters.service.event_store import EventStore
from interview_engine.core import commands as c
from interview_engine.core import events as e
from interview_engine.core.decide import Committed, Duplicate, Outcome
from interview_engine.core.effects import Effect
from interview_engine.core.refusals import RefusalCode
from interview_engine.core.settings import Preset, Settings
from interview_engine.core.stages import Stage
from interview_engine.ids import CommandId, Millis, RoomId, SeatId, Seed
from interview_engine.offline import perform
from interview_engine.personas.catalogue import default_catalogue
from tests.service.stage import (
    ME,
    PERSONAL,
    ROOM,
    Ear,
    Performer,
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
)
from tests.service.virtual_time import now

BOTH = pytest.mark.parametrize("kind", [memory, sqlite])


@BOTH
def test_the_timer_alone_brings_an_interview_to_its_end(kind: StoreKind, tmp_path: Path) -> None:
    async def scene(store: EventStore) -> None:
        stage = on_stage(store)
        await begin(stage.service)
        ear = Ear()
        stop = (await stage.service.listen(ROOM, ear)).stop
        room = await stage.finished()
        log = await stage.require_sound_log()
        assert any(isinstance(record.event, e.TurnClosed) for record in log)
        assert ear.heard == list(log[-len(ear.heard) :])
        assert [item.seat_id for item in room.feedback] != []
        assert stage.service._consequences.alarms == 0
        assert stage.service._consequences.under_way == 0
        stop()
        assert stage.service.release_idle(Millis(now() + 1)) == 1
        assert stage.service.live_rooms == 0
        await stage.service.close()

    play(kind, tmp_path, scene)


@BOTH
def test_an_answer_is_heard_and_judged(kind: StoreKind, tmp_path: Path) -> None:
    async def scene(store: EventStore) -> None:
        stage = on_stage(store)
        await begin(stage.service)
        turn = await my_turn(stage.service)
        await asyncio.sleep(20)
        first = await stage.service.command(ROOM, answer(turn))
        again = await stage.service.command(ROOM, answer(turn))
        assert isinstance(first, Committed)
        assert again == Duplicate(seq=first.seq)
        room = await stage.finished()
        mine = room.turn(turn.turn_id)
        assert mine is not None
        assert mine.text == PERSONAL
        assert mine.score is not None
        assert mine.score.judges == 1
        log = await stage.require_sound_log()
        assert isinstance(log[first.seq - 1].event, e.TurnClosed)
        await stage.service.close()

    play(kind, tmp_path, scene)


def test_the_offline_performer_plays_the_standard_interview(tmp_path: Path) -> None:
    catalogue = default_catalogue()

    class Offline(Performer):
        async def work(self, room_id: RoomId, effect: Effect) -> c.Report:
            return perform(effect, catalogue, now())

    async def scene(store: EventStore) -> None:
        stage = on_stage(store, Offline())
        await begin(stage.service, settings=Settings(preset=Preset.SHORT), ai=1)
        room = await stage.finished()
        assert len(room.rounds) >= 3
        await stage.require_sound_log()
        await stage.service.close()

    play(memory, tmp_path, scene)


@BOTH
def test_creating_again_is_a_duplicate_and_another_creator_is_refused(
    kind: StoreKind, tmp_path: Path
) -> None:
    async def scene(store: EventStore) -> None:
        stage = on_stage(store)
        command = create()
        first = await stage.service.create(command)
        assert isinstance(first, Committed)
        assert await stage.service.create(command) == Duplicate(seq=first.seq)
        other = await stage.another()
        assert await other.service.create(command) == Duplicate(seq=first.seq)
        refused = await other.service.create(
            c.CreateRoom(now=now(), id=CommandId("other"), room_id=ROOM, seed=Seed("another secret"))
        )
        assert getattr(refused, "code", None) is RefusalCode.ROOM_EXISTS
        assert stage.service._rooms.gates == 0

    play(kind, tmp_path, scene)


def test_many_create_one_room_at_once(tmp_path: Path) -> None:
    async def scene(store: EventStore) -> None:
        stage = on_stage(store)
        command = create()
        outcomes: list[Outcome] = await asyncio.gather(*(stage.service.create(command) for _ in range(8)))
        assert sum(isinstance(outcome, Committed) for outcome in outcomes) == 1
        assert sum(isinstance(outcome, Duplicate) for outcome in outcomes) == 7

    play(sqlite, tmp_path, scene)


@BOTH
def test_many_rooms_go_on_side_by_side(kind: StoreKind, tmp_path: Path) -> None:
    async def scene(store: EventStore) -> None:
        stage = on_stage(store)
        rooms = [RoomId(f"room-{number}") for number in range(6)]
        await asyncio.gather(*(begin(stage.service, room_id) for room_id in rooms))
        for room_id in rooms:
            assert (await stage.finished(room_id)).stage is Stage.FINISHED
            await stage.require_sound_log(room_id)
        assert stage.performer.most_at_once > 1
        await stage.service.close()

    play(kind, tmp_path, scene)


def test_a_refusal_reaches_the_sender_and_leaves_nothing(tmp_path: Path) -> None:
    async def scene(store: EventStore) -> None:
        stage = on_stage(store)
        await begin(stage.service, ai=1)
        before = len(await stage.service.log_of(ROOM))
        told: list[Outcome] = []
        kick = c.KickSeat(now=now(), id=CommandId("kick"), by=SeatId("nobody"), seat_id=ME)
        outcome = await stage.service.command(ROOM, kick, told.append)
        assert getattr(outcome, "code", None) is RefusalCode.NOT_HOST
        assert told == [outcome]
        assert len(await stage.service.log_of(ROOM)) == before
        assert isinstance(await stage.service.command(ROOM, chat(1)), Committed)
        await stage.service.close()

    play(memory, tmp_path, scene)
