"""A person's words go when they ask: from the store, the snapshot, memory, and work that had them in hand."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from adapters.service import room_writing
from adapters.service.event_store import EventStore, StoreUnavailable, UnknownRoom
from interview_engine.core import commands as c
from interview_engine.core.codec import encode_room
from interview_engine.core.decide import Committed
from interview_engine.core.effects import Effect, JudgeAnswer
from interview_engine.core.stages import Stage
from interview_engine.ids import RoomId, Seq
from tests.service.faulty_store import Fault, FaultyStore, next_calls
from tests.service.stage import (
    ME,
    ROOM,
    Ear,
    Performer,
    StoreKind,
    answer,
    begin,
    create,
    memory,
    my_turn,
    on_stage,
    play,
    sqlite,
)

BOTH = pytest.mark.parametrize("kind", [memory, sqlite])
WORD = "배포가 멈췄을".encode()


async def stored(store: EventStore) -> bytes:
    snapshot = await store.load_snapshot(ROOM)
    lines = b"".join(record.line for record in await store.read(ROOM))
    return lines + (snapshot.data if snapshot else b"")


@BOTH
def test_words_are_gone_and_the_log_verifies(
    kind: StoreKind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room_writing, "SNAPSHOT_EVERY", 5)

    async def scene(store: EventStore) -> None:
        stage = on_stage(store)
        await begin(stage.service)
        await stage.service.command(ROOM, answer(await my_turn(stage.service)))
        await stage.finished()
        ear = Ear()
        await stage.service.listen(ROOM, ear)
        assert WORD in await stored(store)
        await stage.service.redact(ROOM, ME)
        assert WORD not in await stored(store)
        assert WORD not in encode_room(await stage.service.room(ROOM))
        assert "김지원".encode() not in await stored(store)
        assert ear.heard == []
        assert any(record.redacted for record in await stage.require_sound_log())
        await stage.service.redact(ROOM, ME)
        await stage.require_sound_log()
        await stage.service.close()

    play(kind, tmp_path, scene)


def test_in_a_running_interview_work_that_had_the_words_in_hand_is_dropped(tmp_path: Path) -> None:
    class Quoting(Performer):
        """Judges slowly, and lets nobody stop it in time."""

        async def work(self, room_id: RoomId, effect: Effect) -> c.Report:
            if isinstance(effect, JudgeAnswer) and WORD.decode() in effect.answer:
                judging.set()
                await asyncio.sleep(5)
            return await super().work(room_id, effect)

    judging = asyncio.Event()

    async def scene(inner: EventStore) -> None:
        store = FaultyStore(inner)
        stage = on_stage(store, Quoting())
        await begin(stage.service)
        turn = await my_turn(stage.service)
        await stage.service.command(ROOM, answer(turn))
        await judging.wait()
        # The report comes while the log is rewritten, and waits for the room.
        store.plan = lambda name: Fault.SLOW if name in ("read", "replace") else None
        await asyncio.sleep(4)
        await stage.service.redact(ROOM, ME)
        store.plan = lambda _: None
        assert WORD not in await stored(store)
        assert (await stage.finished()).stage is Stage.FINISHED
        assert WORD not in await stored(store)
        judged = [
            effect for effect in stage.performer.begun if effect.effect_id == f"judge:{turn.turn_id}:panel-1"
        ]
        assert [WORD.decode() in effect.answer for effect in judged if isinstance(effect, JudgeAnswer)] == [
            True,
            False,
        ]
        await stage.require_sound_log()
        await stage.service.close()

    play(memory, tmp_path, scene)


def test_a_lost_reply_brings_no_word_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room_writing, "SNAPSHOT_EVERY", 1)

    async def scene(inner: EventStore) -> None:
        store = FaultyStore(inner)
        stage = on_stage(store)
        await begin(stage.service)
        await stage.service.command(ROOM, answer(await my_turn(stage.service)))
        store.plan = next_calls("replace", Fault.LOST_REPLY)
        with pytest.raises(StoreUnavailable):
            await stage.service.redact(ROOM, ME)
        await stage.finished()
        assert WORD not in await stored(store)
        await stage.service.redact(ROOM, ME)
        await stage.require_sound_log()
        await stage.service.close()

    play(memory, tmp_path, scene)


@BOTH
def test_a_deleted_room_is_gone_and_can_be_created_anew(kind: StoreKind, tmp_path: Path) -> None:
    async def scene(store: EventStore) -> None:
        stage = on_stage(store)
        await begin(stage.service)
        turn = await my_turn(stage.service)
        await stage.service.delete(ROOM)
        with pytest.raises(UnknownRoom):
            await stage.service.command(ROOM, answer(turn))
        await asyncio.sleep(600)
        assert await store.rooms() == ()
        assert stage.service.live_rooms == 0
        assert stage.service._consequences.alarms == 0
        assert stage.service._consequences.under_way == 0
        await stage.service.delete(ROOM)
        assert await stage.service.create(create()) == Committed(seq=Seq(1))
        await stage.service.close()

    play(kind, tmp_path, scene)


@pytest.mark.parametrize("fault", [Fault.UNAVAILABLE, Fault.LOST_REPLY])
def test_a_deletion_without_a_reply_is_asked_again(tmp_path: Path, fault: Fault) -> None:
    async def scene(inner: EventStore) -> None:
        store = FaultyStore(inner)
        stage = on_stage(store)
        await begin(stage.service)
        await my_turn(stage.service)
        store.plan = next_calls("delete", fault)
        with pytest.raises(StoreUnavailable):
            await stage.service.delete(ROOM)
        await asyncio.sleep(100)
        await stage.service.delete(ROOM)
        with pytest.raises(UnknownRoom):
            await stage.service.room(ROOM)
        await stage.service.close()

    play(memory, tmp_path, scene)
