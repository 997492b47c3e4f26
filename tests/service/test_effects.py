"""Effects: once at a time, so many at once, each in its time; what fails is tried again, or given up."""

from __future__ import annotations

import asyncio
from collections import Counter
from pathlib import Path

import attrs
import pytest

from adapters.service.effect_runner import EffectRunner, Errand
from adapters.service.event_store import EventStore
from interview_engine.core import commands as c
from interview_engine.core.effects import Effect, WriteQuestion, pending_effects
from interview_engine.core.stages import Stage
from interview_engine.ids import CommandId, EffectId, Millis, RoomId, TurnId
from interview_engine.testing.rooms import a_waiting_room, after
from interview_engine.testing.stub_performer import perform_stub
from tests.service.faulty_store import Fault, FaultyStore
from tests.service.stage import (
    ME,
    ROOM,
    Performer,
    StoreKind,
    answer,
    begin,
    memory,
    my_turn,
    on_stage,
    play,
    sqlite,
)
from tests.service.virtual_time import now, run

BOTH = pytest.mark.parametrize("kind", [memory, sqlite])


def attempts(performer: Performer) -> Counter[tuple[str, int, bool]]:
    return Counter((effect.effect_id, effect.attempt, effect.offline) for effect in performer.begun)


@BOTH
def test_no_attempt_is_made_twice(kind: StoreKind, tmp_path: Path) -> None:
    async def scene(inner: EventStore) -> None:
        # Slow appends: reports queue for the room's lock, and each is followed up while others wait.
        store = FaultyStore(inner, lambda name: Fault.SLOW if name == "append" else None)
        stage = on_stage(store)
        await begin(stage.service, ai=4, panel=3)
        await stage.finished()
        assert set(attempts(stage.performer).values()) == {1}
        await stage.service.close()

    play(kind, tmp_path, scene)


@pytest.mark.parametrize(
    "kind_of_failure", ["raises", "hangs", "cancelled", "nonsense", "foreign", "useless"]
)
def test_an_interview_ends_although_every_provider_is_dead(tmp_path: Path, kind_of_failure: str) -> None:
    class Dead(Performer):
        async def work(self, room_id: RoomId, effect: Effect) -> c.Report:
            match kind_of_failure:
                case "raises":
                    raise RuntimeError("no answer")
                case "hangs":
                    await asyncio.Event().wait()
                case "cancelled":
                    raise asyncio.CancelledError
                case "nonsense":
                    return None  # type: ignore[return-value]
                case "foreign":
                    elsewhere = attrs.evolve(effect, effect_id=EffectId("question:other"))
                    return perform_stub(elsewhere, now())
                case _:
                    pass
            report = perform_stub(effect, now())
            if isinstance(report, c.EvaluationWritten):
                # Of a turn that nobody asked about: the core passes it over.
                evaluation = attrs.evolve(report.evaluation, turn_id=TurnId("elsewhere"))
                return attrs.evolve(report, evaluation=evaluation)
            return report

    async def scene(store: EventStore) -> None:
        stage = on_stage(store, Dead())
        await begin(stage.service)
        assert (await stage.finished()).stage is Stage.FINISHED
        assert len(stage.performer.begun) < 200
        assert set(attempts(stage.performer).values()) == {1}
        await stage.require_sound_log()
        await stage.service.close()

    play(memory, tmp_path, scene)


def test_a_performers_clock_does_not_move_the_room(tmp_path: Path) -> None:
    class Dreamer(Performer):
        async def work(self, room_id: RoomId, effect: Effect) -> c.Report:
            return perform_stub(effect, Millis(now() + 86_400_000))

    async def scene(store: EventStore) -> None:
        stage = on_stage(store, Dreamer())
        await begin(stage.service)
        await my_turn(stage.service)
        assert (await stage.service.room(ROOM)).now <= now()
        await stage.service.close()

    play(memory, tmp_path, scene)


@BOTH
def test_a_report_that_the_store_refuses_is_kept_and_not_made_again(kind: StoreKind, tmp_path: Path) -> None:
    async def scene(inner: EventStore) -> None:
        store = FaultyStore(inner)
        stage = on_stage(store)
        await begin(stage.service)
        turn = await my_turn(stage.service)
        await stage.service.command(ROOM, answer(turn))
        store.plan = lambda name: Fault.UNAVAILABLE if name == "append" else None
        await asyncio.sleep(10)
        store.plan = lambda _: None
        room = await stage.finished()
        judged = room.turn(turn.turn_id)
        assert judged is not None
        assert judged.score is not None
        assert judged.score.judges == 1
        assert set(attempts(stage.performer).values()) == {1}
        await stage.service.close()

    play(kind, tmp_path, scene)


def test_what_is_no_longer_wanted_is_cancelled(tmp_path: Path) -> None:
    async def scene(store: EventStore) -> None:
        stage = on_stage(store, Performer(takes_ms=15_000))
        await begin(stage.service)
        await asyncio.sleep(1)
        assert [type(effect) for effect in stage.performer.begun] == [WriteQuestion]
        await stage.service.command(ROOM, c.EndEarly(now=now(), id=CommandId("end"), by=ME))
        await asyncio.sleep(0.1)
        assert stage.performer.cancelled == 1
        assert (await stage.finished()).stage is Stage.FINISHED
        assert stage.performer.running == []
        assert stage.service._consequences.under_way == 0
        await stage.service.close()

    play(memory, tmp_path, scene)


def test_a_hanging_attempt_gives_way_to_the_offline_one(tmp_path: Path) -> None:
    class OnlyOffline(Performer):
        async def work(self, room_id: RoomId, effect: Effect) -> c.Report:
            if not effect.offline:
                await asyncio.Event().wait()
            return perform_stub(effect, now())

    async def scene(store: EventStore) -> None:
        stage = on_stage(store, OnlyOffline())
        # Other rooms hang in every place that there is.
        for number in range(40):
            await begin(stage.service, RoomId(f"busy-{number}"))
        await begin(stage.service)
        turn = await my_turn(stage.service)
        assert turn.seat_id == ME
        room = await stage.finished()
        assert room.rounds
        await stage.service.close()

    play(memory, tmp_path, scene)


def some_effects() -> tuple[Effect, ...]:
    room = after(
        a_waiting_room(humans=1, ai=1), c.StartInterview(now=Millis(1_000_000), id=CommandId("start"))
    )
    (effect,) = pending_effects(room)
    return tuple(attrs.evolve(effect, effect_id=EffectId(f"question:{number}")) for number in range(20))


def test_so_many_run_at_once_and_each_within_its_time() -> None:
    async def scene() -> None:
        delivered: list[c.Report] = []

        async def deliver(room_id: RoomId, errand: Errand, report: c.Report) -> None:
            delivered.append(report)

        looked: list[RoomId] = []
        performer = Performer(takes_ms=60_000)
        runner = EffectRunner(performer, now, deliver, looked.append, most_at_once=3)
        effects = some_effects()
        assert runner.run(ROOM, effects) is None
        assert runner.run(ROOM, effects) is None
        await asyncio.sleep(1)
        assert len(performer.running) == 3
        await asyncio.sleep(600)
        assert performer.most_at_once == 3
        assert len(delivered) == len(looked) == 20
        assert {getattr(report, "code", "") for report in delivered} == {"timeout"}
        assert runner.finished == {"done": 0, "timeout": 20, "error": 0}
        assert len(runner) == 0

    run(scene())


def test_a_cancelled_attempt_that_takes_its_time_is_not_doubled() -> None:
    class Stubborn(Performer):
        async def work(self, room_id: RoomId, effect: Effect) -> c.Report:
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                await asyncio.sleep(2)
                raise
            return perform_stub(effect, now())

    async def scene() -> None:
        async def deliver(room_id: RoomId, errand: Errand, report: c.Report) -> None:
            raise AssertionError("a withdrawn effect reports nothing")

        effects = some_effects()[:1]
        performer = Stubborn(takes_ms=0)
        runner = EffectRunner(performer, now, deliver, lambda room_id: None)
        runner.run(ROOM, effects)
        await asyncio.sleep(1)
        runner.run(ROOM, ())
        runner.run(ROOM, effects)
        await asyncio.sleep(1)
        assert len(performer.begun) == 1
        await asyncio.sleep(3)
        runner.run(ROOM, effects)
        await asyncio.sleep(1)
        assert len(performer.begun) == 2
        runner.forget(ROOM)
        await runner.close()
        assert performer.running == []

    run(scene())


def test_an_effect_waits_for_its_back_off() -> None:
    async def scene() -> None:
        async def deliver(room_id: RoomId, errand: Errand, report: c.Report) -> None: ...

        performer = Performer()
        runner = EffectRunner(performer, now, deliver, lambda room_id: None)
        first, second, *_ = some_effects()
        soon, late = Millis(now() + 5_000), Millis(now() + 9_000)
        effects = (attrs.evolve(first, not_before=late), attrs.evolve(second, not_before=soon))
        assert runner.run(ROOM, effects) == soon
        assert performer.begun == []
        await runner.close()
        assert runner.run(ROOM, (first,)) is None

    run(scene())


def test_nothing_polls(tmp_path: Path) -> None:
    async def scene(inner: EventStore) -> None:
        store = FaultyStore(inner)
        stage = on_stage(store)
        await begin(stage.service)
        await my_turn(stage.service)
        await asyncio.sleep(2)
        store.happened.clear()
        await asyncio.sleep(30)
        assert store.happened == []
        await stage.service.close()

    play(memory, tmp_path, scene)
