"""Nothing is decided at an instant within an outage: not in a pause, and not before the interview begins."""

from __future__ import annotations

import asyncio
from typing import Final

import pytest

from adapters.service.event_store import StoreUnavailable
from adapters.service.memory_store import MemoryEventStore
from interview_engine.core import commands as c
from interview_engine.core import events as e
from interview_engine.core.deadlines import turn_deadline
from interview_engine.core.stages import Stage
from interview_engine.core.turns import Turn
from interview_engine.ids import CommandId
from tests.service.stage import (
    ME,
    ROOM,
    ServiceStage,
    begin,
    chat,
    create,
    my_turn,
    on_stage,
    stir,
)
from tests.service.test_store_outage import Sleepy
from tests.service.virtual_time import now, run

HANGS_S: Final = 300.0
"""Far longer than a turn."""


async def left(stage: ServiceStage, turn: Turn) -> int:
    """Return how long a turn still lasts: while it is paused, as it was when the pause began."""
    room = await stage.service.room(ROOM)
    found = room.turn(turn.turn_id)
    assert found is not None
    assert found.outcome is None, "it is still open"
    return turn_deadline(room, found) - (room.paused.since if room.paused is not None else now())


def draft(turn: Turn) -> c.SaveDraft:
    return c.SaveDraft(now=now(), id=CommandId("draft"), seat_id=ME, turn_id=turn.turn_id, text="초안입니다")


@pytest.mark.parametrize(
    "order",
    [
        ("pause", "hang", "resume"),
        ("hang", "pause", "resume"),
        ("hanging pause", "resume"),
        ("pause", "hanging resume"),
        ("pause", "hang", "resume", "pause", "resume"),
        ("pause", "resume", "hang"),
    ],
    ids=" ".join,
)
def test_a_pause_and_a_hanging_store_take_nobodys_time_in_whatever_order(order: tuple[str, ...]) -> None:
    async def scene() -> None:
        store = Sleepy(MemoryEventStore())
        stage = on_stage(store)
        await begin(stage.service)
        turn = await my_turn(stage.service)
        before = await left(stage, turn)
        tasks = []
        stirred = 0
        for act in order:
            if act.startswith("hang"):
                store.seconds = HANGS_S
            command: c.Command = draft(turn)
            if act != "hang":
                command, stirred = stir(stirred), stirred + 1
            tasks.append(asyncio.create_task(stage.service.command(ROOM, command)))
            # The next one comes while this one hangs.
            await asyncio.sleep(2)
        await asyncio.gather(*tasks)
        await asyncio.sleep(0.1)
        # Between the acts the clocks ran for two seconds at a time.
        assert before - 2_000 * len(order) - 200 <= await left(stage, turn) <= before
        assert (await stage.service.room(ROOM)).paused is None
        await stage.require_sound_log()
        await stage.service.close()

    run(scene())


def test_who_is_still_paused_after_an_outage_has_what_they_had() -> None:
    async def scene() -> None:
        store = Sleepy(MemoryEventStore())
        stage = on_stage(store)
        await begin(stage.service)
        turn = await my_turn(stage.service)
        await stage.service.command(ROOM, stir(0))
        before = await left(stage, turn)
        store.seconds = HANGS_S
        await stage.service.command(ROOM, draft(turn))
        await asyncio.sleep(0.1)
        assert await left(stage, turn) == before
        log = await stage.require_sound_log()
        (noted,) = [record.event for record in log if isinstance(record.event, e.OutageNoted)]
        assert noted.lost_ms == HANGS_S * 1_000
        await stage.service.close()

    run(scene())


def test_an_interview_that_is_begun_while_the_store_hangs_begins_when_it_is_back() -> None:
    async def scene() -> None:
        store = Sleepy(MemoryEventStore())
        stage = on_stage(store)
        for command in (
            create(),
            c.JoinRoom(now=now(), id=CommandId("join"), seat_id=ME, name="김지원"),
            c.SetReady(now=now(), id=CommandId("ready"), seat_id=ME),
        ):
            await stage.service.command(ROOM, command)
        store.seconds = HANGS_S
        saying = asyncio.create_task(stage.service.command(ROOM, chat(1)))
        await asyncio.sleep(1)
        start = c.StartInterview(now=now(), id=CommandId("start"), by=ME)
        await asyncio.gather(saying, stage.service.command(ROOM, start))
        begun = now()
        room = await stage.service.room(ROOM)
        assert room.stage is not Stage.WAITING
        assert room.wait is not None
        assert room.wait.until >= begun
        log = await stage.require_sound_log()
        (started,) = [record.event for record in log if isinstance(record.event, e.InterviewStarted)]
        assert started.at >= begun - 100
        await stage.service.close()

    run(scene())


def test_a_paused_room_does_not_go_dormant_while_no_process_serves_it() -> None:
    async def scene() -> None:
        store = MemoryEventStore()
        old = on_stage(store)
        await begin(old.service)
        turn = await my_turn(old.service)
        await old.service.command(ROOM, stir(0))
        before = await left(old, turn)
        dormant_ms = (await old.service.room(ROOM)).settings.dormant_ms
        await old.service.close()
        await asyncio.sleep(3 * dormant_ms / 1_000)
        new = await old.another()
        await new.service.start()
        room = await new.service.room(ROOM)
        assert room.paused is not None
        assert room.stage.asking
        assert await left(new, turn) == before
        await new.service.command(ROOM, stir(1))
        assert await left(new, turn) == before
        await new.require_sound_log()
        await new.service.close()

    run(scene())


def test_at_rest_no_turn_runs_out_and_nothing_is_taken() -> None:
    async def scene() -> None:
        stage = on_stage(Sleepy(MemoryEventStore()))
        await begin(stage.service)
        await my_turn(stage.service)
        await stage.service.rest()
        length = len(await stage.service.log_of(ROOM))
        await asyncio.sleep(600)
        with pytest.raises(StoreUnavailable):
            await stage.service.command(ROOM, stir(0))
        assert len(await stage.service.log_of(ROOM)) == length
        await stage.service.close()

    run(scene())
