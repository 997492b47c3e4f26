"""Whole interviews on a store and a performer that fail anywhere: 200 seeds, each the same on every run."""

from __future__ import annotations

import asyncio

import pytest

from adapters.service.event_store import EventStoreError
from adapters.service.memory_store import MemoryEventStore
from adapters.service.room_service import TooMuchContention
from interview_engine.core import commands as c
from interview_engine.core.decide import Committed, Duplicate
from interview_engine.core.effects import Effect
from interview_engine.core.stages import Stage
from interview_engine.ids import CommandId, Millis, RoomId, Seq
from interview_engine.testing.dice import Dice
from tests.service.faulty_store import Fault, FaultyStore, Plan
from tests.service.stage import ME, ROOM, Ear, Performer, ServiceStage, answer, create, on_stage, stir
from tests.service.virtual_time import now, run

SEEDS = 200
GROUPS = 4
HARM = {
    "append": (
        Fault.UNAVAILABLE,
        Fault.FULL,
        Fault.LOST_REPLY,
        Fault.LOST_CALL,
        Fault.SLOW,
        Fault.SLOW_REPLY,
    ),
    "read": (Fault.UNAVAILABLE, Fault.SLOW),
    "rooms": (),
    "close": (),
}
OTHERWISE = (Fault.UNAVAILABLE, Fault.FULL, Fault.SLOW)


class Moody(Performer):
    """Fails, hangs, is late, or does its work."""

    def __init__(self, dice: Dice, percent: int) -> None:
        super().__init__(takes_ms=0)
        self.dice, self.percent = dice, percent

    async def work(self, room_id: RoomId, effect: Effect) -> c.Report:
        await asyncio.sleep(self.dice.below(3_000) / 1000)
        if self.dice.chance(self.percent):
            match self.dice.below(4):
                case 0:
                    raise RuntimeError("provider")
                case 1:
                    await asyncio.Event().wait()
                case 2:
                    raise asyncio.CancelledError
                case _:
                    return c.Tick(now=Millis(0))
        return await super().work(room_id, effect)


def moods(dice: Dice, percent: int) -> Plan:
    def plan(name: str) -> Fault | None:
        harm = HARM.get(name, OTHERWISE)
        return dice.pick(harm) if harm and dice.chance(percent) else None

    return plan


class Person:
    """Sends every command until it has an outcome, to any owner; now and then hangs up in the middle."""

    def __init__(self, dice: Dice, owners: list[ServiceStage]) -> None:
        self.dice, self.owners = dice, owners
        self.acknowledged: dict[CommandId, Seq] = {}
        self.acks: list[tuple[CommandId, Seq]] = []

    async def send(self, command: c.ParticipantCommand | c.OperatorCommand) -> None:
        def acknowledged(outcome: object) -> None:
            if isinstance(outcome, (Committed, Duplicate)):
                self.acks.append((command.id, outcome.seq))

        for _ in range(400):
            service = self.dice.pick(self.owners).service
            patience = 0.5 if self.dice.chance(15) else 60
            try:
                async with asyncio.timeout(patience):
                    outcome = await service.command(ROOM, command, acknowledged)
            except (EventStoreError, TooMuchContention, TimeoutError):
                await asyncio.sleep(self.dice.below(2_000) / 1000)
                continue
            if isinstance(outcome, (Committed, Duplicate)):
                before = self.acknowledged.setdefault(command.id, outcome.seq)
                assert before == outcome.seq
            return
        raise AssertionError("no outcome")

    async def take_part(self) -> None:
        await self.send(create(ai=1 + self.dice.below(3)))
        await self.send(c.JoinRoom(now=now(), id=CommandId("join"), seat_id=ME, name="김지원"))
        await self.send(c.SetReady(now=now(), id=CommandId("ready"), seat_id=ME))
        await self.send(c.StartInterview(now=now(), id=CommandId("start"), by=ME))
        for number in range(120):
            await asyncio.sleep(1 + self.dice.below(20_000) / 1000)
            room = await self.owners[0].service.room(ROOM)
            if room.stage is Stage.FINISHED:
                return
            mine = [turn for turn in room.open_turns() if turn.seat_id == ME]
            if mine and self.dice.chance(40):
                await self.send(answer(mine[0], command_id=f"answer-{number}"))
            if self.dice.chance(10):
                await self.send(stir(2 * number))
                await self.send(stir(2 * number + 1))


async def interview(seed: int) -> str:
    dice = Dice(f"seeded faults/{seed}")
    percent = dice.pick((0, 5, 15, 30))
    inner = MemoryEventStore()
    stores = [FaultyStore(inner, moods(dice, percent)) for _ in range(1 + dice.below(2))]
    owners = [on_stage(store, Moody(dice, percent)) for store in stores]
    person = Person(dice, owners)
    await person.send(create(ai=2))
    ears = [await hearing(owner) for owner in owners]
    begun = [(await owner.service.room(ROOM)).seq for owner in owners]
    await person.take_part()
    if dice.chance(40):
        # A crash: the process is gone, and another one resumes what it left.
        await owners[0].service.close()
        owners[0] = on_stage(FaultyStore(inner, moods(dice, percent)), Moody(dice, percent))
        ears, begun, stores = ears[1:], begun[1:], stores[1:]
        await owners[0].service.start()
    await ended(inner)
    for store in stores:
        store.plan = lambda _: None
    for owner in owners:
        owner.store.plan = lambda _: None  # type: ignore[attr-defined]
        await owner.service.look_again(ROOM)
        assert (await owner.service.room(ROOM)).stage is Stage.FINISHED
        assert owner.service.quarantined == {}
    log = await owners[0].require_sound_log()
    for ear, after in zip(ears, begun, strict=True):
        assert ear.heard == list(log[after:])
    folded = await owners[0].service.room(ROOM)
    for command_id, seq in (*person.acknowledged.items(), *person.acks):
        assert folded.ledger.seq_of(command_id) == seq
    for owner in owners:
        await owner.service.close()
        assert owner.performer.running == []
    return log[-1].hash


async def hearing(owner: ServiceStage) -> Ear:
    ear = Ear()
    while True:
        try:
            await owner.service.listen(ROOM, ear)
        except EventStoreError:
            await asyncio.sleep(1)
        else:
            return ear


async def ended(store: MemoryEventStore) -> None:
    for _ in range(1_000):
        if not await store.rooms(unfinished_only=True):
            return
        await asyncio.sleep(120)
    raise AssertionError("the interview does not end")


@pytest.mark.parametrize("group", range(GROUPS))
def test_whatever_fails_nothing_acknowledged_is_lost_and_all_interviews_end(group: int) -> None:
    for seed in range(group, SEEDS, GROUPS):
        try:
            run(interview(seed))
        except Exception as error:
            error.add_note(f"seed {seed}")
            raise


def test_a_seed_plays_the_same_again() -> None:
    def stages(seed: int) -> tuple[int, ...]:
        async def scene() -> tuple[int, ...]:
            await interview(seed)
            return (now(),)

        return run(scene())

    assert [stages(seed) for seed in (3, 4, 5)] == [stages(seed) for seed in (3, 4, 5)]
