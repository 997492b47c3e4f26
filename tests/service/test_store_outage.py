"""A store that is down or slow costs nobody answer time: what passes until it answers is given back."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

import pytest

from adapters.service.event_store import EventStoreError
from adapters.service.memory_store import MemoryEventStore
from interview_engine.core import commands as c
from interview_engine.core import events as e
from interview_engine.core.deadlines import turn_deadline
from interview_engine.core.decide import Committed
from interview_engine.ids import CommandId, Millis, RoomId, Seq
from tests.service.faulty_store import Fault, FaultyStore
from tests.service.outside_store import WrappedStore
from tests.service.stage import ME, ROOM, answer, begin, my_turn, on_stage
from tests.service.virtual_time import now, run

T = TypeVar("T")


class Sleepy(WrappedStore):
    """Takes a while for the next append."""

    seconds = 0.0

    async def call(self, name: str, room_id: RoomId | None, work: Awaitable[T]) -> T:
        if name == "append" and self.seconds:
            seconds, self.seconds = self.seconds, 0.0
            await asyncio.sleep(seconds)
        return await work


@pytest.mark.parametrize("fault", [Fault.UNAVAILABLE, Fault.FULL, Fault.LOST_CALL])
def test_an_answer_given_while_the_store_is_down_is_taken_when_it_is_back(fault: Fault) -> None:
    async def scene() -> None:
        store = FaultyStore(MemoryEventStore())
        stage = on_stage(store)
        await begin(stage.service)
        turn = await my_turn(stage.service)
        command = answer(turn)
        store.plan = lambda name: fault if name in ("append", "read") else None
        with pytest.raises(EventStoreError):
            await stage.service.command(ROOM, command)
        # Far longer than the turn.
        await asyncio.sleep(turn.allowance_ms / 1000 + 60)
        store.plan = lambda name: None
        outcome = await stage.service.command(ROOM, command)
        assert isinstance(outcome, Committed)
        log = await stage.require_sound_log()
        assert any(isinstance(record.event, e.OutageNoted) for record in log)
        await stage.service.close()

    run(scene())


def test_the_time_of_a_slow_append_is_given_back() -> None:
    async def scene() -> None:
        store = Sleepy(MemoryEventStore())
        stage = on_stage(store)
        await begin(stage.service)
        turn = await my_turn(stage.service)
        assert turn.deadline is not None
        left = turn.deadline - now()
        store.seconds = 45.0
        draft = c.SaveDraft(
            now=now(), id=CommandId("draft"), seat_id=ME, turn_id=turn.turn_id, text="초안입니다"
        )
        await stage.service.command(ROOM, draft)
        await asyncio.sleep(0.1)
        room = await stage.service.room(ROOM)
        open_turn = room.turn(turn.turn_id)
        assert open_turn is not None
        assert turn_deadline(room, open_turn) - now() >= left - 500
        events = [record.event for record in await stage.service.log_of(ROOM)]
        assert [event.lost_ms for event in events if isinstance(event, e.OutageNoted)] == [45_000]
        await stage.service.close()

    run(scene())


def test_a_room_that_is_owed_time_stays_in_memory_until_it_is_given_back() -> None:
    async def scene() -> None:
        store = FaultyStore(MemoryEventStore())
        stage = on_stage(store)
        await begin(stage.service)
        turn = await my_turn(stage.service)
        assert turn.deadline is not None
        left = turn.deadline - now()
        store.plan = lambda name: Fault.FULL if name == "append" else None
        with pytest.raises(EventStoreError):
            await stage.service.command(ROOM, answer(turn))
        # Everybody has gone, and the disk is full for far longer than the turn.
        await asyncio.sleep(turn.allowance_ms / 1000 + 600)
        assert stage.service.release_idle(Millis(now() + 1)) == 0
        store.plan = lambda name: None
        await asyncio.sleep(2)
        room = await stage.service.room(ROOM)
        open_turn = room.turn(turn.turn_id)
        assert open_turn is not None
        assert open_turn.outcome is None
        assert turn_deadline(room, open_turn) - now() >= left - 3_000
        assert stage.service.release_idle(Millis(now() + 1)) == 1
        await stage.service.close()

    run(scene())


def test_a_quick_store_leaves_no_trace() -> None:
    async def scene() -> None:
        stage = on_stage()
        await begin(stage.service)
        await my_turn(stage.service)
        log = await stage.service.log_of(ROOM, Seq(0))
        assert not any(isinstance(record.event, e.OutageNoted) for record in log)
        await stage.service.close()

    run(scene())
