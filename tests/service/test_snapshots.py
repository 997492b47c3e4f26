"""Snapshots shorten reading and decide nothing: a bad one is passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.service import room_writing
from adapters.service.event_store import EventStore, Snapshot
from interview_engine.core.codec import decode_room, encode_room
from interview_engine.core.stages import Stage
from interview_engine.ids import RoomId, Seq
from tests.service.faulty_store import Fault, FaultyStore, next_calls
from tests.service.stage import (
    ROOM,
    ServiceStage,
    StoreKind,
    begin,
    memory,
    my_turn,
    on_stage,
    play,
    sqlite,
)

BOTH = pytest.mark.parametrize("kind", [memory, sqlite])


async def with_snapshot(store: EventStore) -> ServiceStage:
    stage = on_stage(store)
    await begin(stage.service)
    await my_turn(stage.service)
    await stage.service.close()
    return stage


@BOTH
def test_snapshots_are_kept_and_used(
    kind: StoreKind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room_writing, "SNAPSHOT_EVERY", 5)

    async def scene(store: EventStore) -> None:
        old = await with_snapshot(store)
        snapshot = await store.load_snapshot(ROOM)
        assert snapshot is not None
        room = await old.service.room(ROOM)
        assert room.seq - 5 <= snapshot.seq <= room.seq
        new = on_stage(store)
        assert await new.service.room(ROOM) == room
        live = new.service._rooms.get(ROOM)
        assert live is not None
        assert live.snapshot_seq == snapshot.seq

    play(kind, tmp_path, scene)


@pytest.mark.parametrize(
    "harm", ["no JSON", "ahead of the log", "another room's", "another seq's", "unreadable"]
)
def test_a_bad_snapshot_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harm: str) -> None:
    monkeypatch.setattr(room_writing, "SNAPSHOT_EVERY", 5)

    class Harmed(FaultyStore):
        async def load_snapshot(self, room_id: RoomId) -> Snapshot | None:
            snapshot = await self.inner.load_snapshot(room_id)
            assert snapshot is not None
            good = decode_room(snapshot.data)
            match harm:
                case "no JSON":
                    return Snapshot(seq=snapshot.seq, data=snapshot.data[:-40])
                case "ahead of the log":
                    data = snapshot.data.replace(b'"seq":%d' % good.seq, b'"seq":%d' % (good.seq + 50))
                    assert decode_room(data).seq == good.seq + 50
                    return Snapshot(seq=Seq(good.seq + 50), data=data)
                case "another room's":
                    data = snapshot.data.replace(b'"room_id":"room"', b'"room_id":"moor"')
                    assert decode_room(data).room_id == "moor"
                    return Snapshot(seq=snapshot.seq, data=data)
                case "another seq's":
                    return Snapshot(seq=Seq(snapshot.seq - 1), data=encode_room(good))
                case _:
                    pass
            return await super().load_snapshot(room_id)

    async def scene(store: EventStore) -> None:
        old = await with_snapshot(store)
        plan = next_calls("load_snapshot", Fault.UNAVAILABLE if harm == "unreadable" else None)
        new = on_stage(Harmed(store, plan))
        assert await new.service.room(ROOM) == await old.service.room(ROOM)
        assert new.service.quarantined == {}
        await new.service.start()
        assert (await new.finished()).stage is Stage.FINISHED
        await new.require_sound_log()
        await new.service.close()

    play(memory, tmp_path, scene)


def test_a_snapshot_that_is_not_kept_does_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room_writing, "SNAPSHOT_EVERY", 5)

    async def scene(inner: EventStore) -> None:
        stage = on_stage(FaultyStore(inner, lambda name: Fault.FULL if name == "save_snapshot" else None))
        await begin(stage.service)
        assert (await stage.finished()).stage is Stage.FINISHED
        await stage.service.close()

    play(memory, tmp_path, scene)
