"""Two services on one store: they may waste work, and never fork a room."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import ClassVar

import pytest

from adapters.service.event_store import EventStore, UnknownRoom
from adapters.service.room_service import RoomService, TooMuchContention
from interview_engine.core import commands as c
from interview_engine.core import events as e
from interview_engine.core.decide import Committed, Duplicate, Refused
from interview_engine.core.log import Record
from interview_engine.core.stages import Stage
from interview_engine.core.turns import Outcome as TurnOutcome
from interview_engine.ids import CommandId
from tests.service.faulty_store import Fault, FaultyStore, next_calls
from tests.service.stage import (
    ME,
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
from tests.service.test_store_outage import Sleepy
from tests.service.virtual_time import now

BOTH = pytest.mark.parametrize("kind", [memory, sqlite])


def require_each_once(ear: Ear, log: tuple[Record, ...], begin: int) -> None:
    assert ear.seqs == list(range(begin + 1, log[-1].seq + 1))
    assert ear.heard == list(log[begin:])


@BOTH
def test_racing_commands_are_heard_by_both_once_and_in_order(kind: StoreKind, tmp_path: Path) -> None:
    async def scene(store: EventStore) -> None:
        one = on_stage(FaultyStore(store))
        await begin(one.service)
        two = await one.another(FaultyStore(store))
        begun = len(await one.service.log_of(ROOM))
        ears = Ear(), Ear()
        await one.service.listen(ROOM, ears[0])
        await two.service.listen(ROOM, ears[1])
        for number in range(20):
            # The same command to both: a client that reconnected elsewhere.
            outcomes = await asyncio.gather(
                one.service.command(ROOM, stir(number)), two.service.command(ROOM, stir(number))
            )
            assert {type(outcome) for outcome in outcomes} == {Committed, Duplicate}
            assert (
                len({outcome.seq for outcome in outcomes if isinstance(outcome, (Committed, Duplicate))}) == 1
            )
        await one.finished()
        await asyncio.gather(one.service.look_again(ROOM), two.service.look_again(ROOM))
        log = await one.require_sound_log()
        for ear in ears:
            require_each_once(ear, log, begun)
        assert await one.service.room(ROOM) == await two.service.room(ROOM)
        await asyncio.gather(one.service.close(), two.service.close())

    play(kind, tmp_path, scene)


@BOTH
def test_an_answer_counts_once_wherever_it_was_sent(kind: StoreKind, tmp_path: Path) -> None:
    async def scene(store: EventStore) -> None:
        one = on_stage(store)
        await begin(one.service)
        two = await one.another()
        turn = await my_turn(one.service)
        first, second = await asyncio.gather(
            one.service.command(ROOM, answer(turn, "첫 번째로 보낸 답변입니다.", command_id="a")),
            two.service.command(ROOM, answer(turn, "두 번째로 보낸 답변입니다.", command_id="b")),
        )
        assert {type(first).__name__, type(second).__name__} == {"Committed", "Refused"}
        assert (await two.finished()).stage is Stage.FINISHED
        await two.require_sound_log()
        await asyncio.gather(one.service.close(), two.service.close())

    play(kind, tmp_path, scene)


def test_a_lost_reply_behind_which_another_went_on_is_acknowledged_once(tmp_path: Path) -> None:
    async def scene(inner: EventStore) -> None:
        store = FaultyStore(inner)
        one = on_stage(store)
        await begin(one.service)
        two = await one.another(inner)
        await two.service.room(ROOM)
        ear = Ear()
        begun = len(await one.service.log_of(ROOM))
        await one.service.listen(ROOM, ear)
        lost, slow = next_calls("append", Fault.LOST_REPLY), next_calls("read", Fault.SLOW)
        store.plan = lambda name: lost(name) or slow(name)
        sending = asyncio.get_running_loop().create_task(one.service.command(ROOM, chat(1)))
        await asyncio.sleep(0.5)
        await two.service.command(ROOM, chat(2))
        assert isinstance(await sending, Committed)
        log = await one.require_sound_log()
        require_each_once(ear, log, begun)
        await asyncio.gather(one.service.close(), two.service.close())

    play(memory, tmp_path, scene)


def test_somebody_who_never_gets_a_turn_is_told(tmp_path: Path) -> None:
    class Crowded(FaultyStore):
        """Lets another owner append just before each append."""

        rounds = 0
        others: ClassVar[list[RoomService]] = []

        async def call(self, name, room_id, work):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202
            if name == "append" and self.rounds:
                self.rounds -= 1
                lost = c.PresenceChanged(now=now(), seat_id=ME, connected=self.rounds % 2 == 0)
                await self.others[0].command(ROOM, lost)
            return await super().call(name, room_id, work)

    async def scene(inner: EventStore) -> None:
        store = Crowded(inner)
        one = on_stage(store)
        await begin(one.service)
        two = await one.another(inner)
        store.others.append(two.service)
        ear = Ear()
        begun = len(await one.service.log_of(ROOM))
        await one.service.listen(ROOM, ear)
        store.rounds = 6
        with pytest.raises(TooMuchContention):
            await one.service.command(ROOM, chat(1))
        assert store.rounds == 1
        store.rounds = 3
        assert isinstance(await one.service.command(ROOM, chat(1)), Committed)
        require_each_once(ear, await one.require_sound_log(), begun)
        await asyncio.gather(one.service.close(), two.service.close())

    play(memory, tmp_path, scene)


@BOTH
def test_a_room_deleted_by_another_owner_is_unknown(kind: StoreKind, tmp_path: Path) -> None:
    async def scene(store: EventStore) -> None:
        one = on_stage(store)
        await begin(one.service)
        two = await one.another()
        await two.service.delete(ROOM)
        with pytest.raises(UnknownRoom):
            await one.service.command(ROOM, chat(1))
        assert one.service.live_rooms == 0
        assert one.service._consequences.alarms == 0
        await asyncio.gather(one.service.close(), two.service.close())

    play(kind, tmp_path, scene)


def test_a_store_that_lost_records_puts_the_room_aside(tmp_path: Path) -> None:
    async def scene(store: EventStore) -> None:
        one = on_stage(store)
        await begin(one.service)
        await one.service.command(ROOM, chat(1))
        old = (await store.read(ROOM))[:3]
        await store.delete(ROOM)
        await store.append(ROOM, old[0].seq - 1, old, at=one.service._now())  # type: ignore[arg-type]
        with pytest.raises(Exception, match="quarantined"):
            await one.service.command(ROOM, chat(2))
        assert list(one.service.quarantined) == [ROOM]
        assert await store.read(ROOM) == old
        await one.service.close()

    play(memory, tmp_path, scene)


@BOTH
def test_an_owner_that_is_behind_refuses_nothing_that_it_would_not_refuse_now(
    kind: StoreKind, tmp_path: Path
) -> None:
    async def scene(store: EventStore) -> None:
        one = on_stage(store)
        await one.service.create(create())
        two = await one.another()
        assert (await two.service.room(ROOM)).humans() == ()
        await one.service.command(
            ROOM, c.JoinRoom(now=now(), id=CommandId("join"), seat_id=ME, name="김지원")
        )
        ready = c.SetReady(now=now(), id=CommandId("ready"), seat_id=ME)
        assert isinstance(await two.service.command(ROOM, ready), Committed)
        await asyncio.gather(one.service.close(), two.service.close())

    play(kind, tmp_path, scene)


def test_an_owner_that_hangs_does_not_stop_the_others_clock(tmp_path: Path) -> None:
    async def scene(inner: EventStore) -> None:
        store = Sleepy(inner)
        one = on_stage(store)
        await begin(one.service)
        two = await one.another(inner)
        await two.service.start()
        turn = await my_turn(one.service)
        store.seconds = turn.allowance_ms / 1000 + 60
        outcome = await one.service.command(ROOM, answer(turn))
        # Two could not know of it; who answered is told, and the log stays whole.
        assert isinstance(outcome, Refused)
        log = await one.require_sound_log()
        (closed,) = (event for event in closings(log) if event.turn_id == turn.turn_id)
        assert closed.outcome is TurnOutcome.TIMED_OUT
        assert closed.at == turn.deadline
        await asyncio.gather(one.service.close(), two.service.close())

    play(memory, tmp_path, scene)


def test_when_every_owner_hangs_nobody_loses_time(tmp_path: Path) -> None:
    async def scene(inner: EventStore) -> None:
        stores = Sleepy(inner), Sleepy(inner)
        one = on_stage(stores[0])
        await begin(one.service)
        two = await one.another(stores[1])
        await two.service.start()
        turn = await my_turn(one.service)
        assert turn.deadline is not None
        for store in stores:
            store.seconds = turn.allowance_ms / 1000 + 60
        outcome = await one.service.command(ROOM, answer(turn))
        assert isinstance(outcome, Committed)
        log = await two.require_sound_log()
        (closed,) = (event for event in closings(log) if event.turn_id == turn.turn_id)
        assert closed.outcome is TurnOutcome.ANSWERED
        await asyncio.gather(one.service.close(), two.service.close())

    play(memory, tmp_path, scene)


def closings(log: tuple[Record, ...]) -> list[e.TurnClosed]:
    return [record.event for record in log if isinstance(record.event, e.TurnClosed)]
