"""Any sequence of calls, checked against a dict: the second half of the `EventStore` contract."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

import attrs
from hypothesis import strategies as st

from adapters.service.event_store import AppendConflict, EventStore, Snapshot, StoredRecord, UnknownRoom
from interview_engine.ids import Millis, RoomId, Seq

OpenStore = Callable[[Path], Awaitable[EventStore]]
_ROOMS = st.sampled_from([RoomId("a"), RoomId("b"), RoomId("면접방")])
_LINES = st.lists(st.binary(max_size=40), min_size=1, max_size=4)


@attrs.frozen(kw_only=True)
class Step:
    """One call: `shift` moves the expected seq off the log's end, to be refused."""

    verb: str
    room_id: RoomId
    texts: tuple[bytes, ...]
    shift: int
    finished: bool


STEPS = st.lists(
    st.builds(
        Step,
        verb=st.sampled_from(["append", "append", "append", "append", "snapshot", "replace", "delete"]),
        room_id=_ROOMS,
        texts=_LINES.map(tuple),
        shift=st.sampled_from([0, 0, 0, 0, -1, 1]),
        finished=st.booleans(),
    ),
    max_size=25,
)


@attrs.define
class _Expected:
    lines: list[bytes]
    created: int
    updated: int
    finished: bool = False
    snapshot: Snapshot | None = None


def follow_model(open_store: OpenStore, steps: list[Step]) -> None:
    """Take the steps on a fresh store and on a dict, and compare after each."""

    async def run() -> None:
        with tempfile.TemporaryDirectory() as folder:
            store = await open_store(Path(folder))
            try:
                model: dict[RoomId, _Expected] = {}
                for now, step in enumerate(steps, start=1):
                    await _take(store, model, step, now)
                    await _compare(store, model)
            finally:
                await store.close()

    asyncio.run(run())


async def _take(store: EventStore, model: dict[RoomId, _Expected], step: Step, now: int) -> None:
    room = model.get(step.room_id)
    end = len(room.lines) if room else 0
    match step.verb:
        case "append":
            expected = max(0, end + step.shift)
            actual = None
            try:
                await store.append(
                    step.room_id,
                    Seq(expected),
                    _records(step.texts, expected),
                    at=Millis(now),
                    finished=step.finished,
                )
            except AppendConflict as conflict:
                actual = conflict.actual
            if expected != end:
                assert actual == end
            else:
                assert actual is None
                room = model.setdefault(step.room_id, _Expected([], now, now))
                room.lines += step.texts
                room.updated, room.finished = now, room.finished or step.finished
        case "snapshot":
            snapshot = Snapshot(seq=Seq(max(0, end + step.shift)), data=step.texts[0])
            await store.save_snapshot(step.room_id, snapshot)
            kept = room.snapshot if room else None
            if room and snapshot.seq <= end and (kept is None or kept.seq <= snapshot.seq):
                room.snapshot = snapshot
        case "replace":
            texts = [step.texts[0]] * max(1, end + step.shift)
            try:
                await store.replace(step.room_id, _records(tuple(texts), 0))
            except UnknownRoom:
                assert room is None
            except ValueError:
                assert len(texts) != end
            else:
                assert room is not None
                assert len(texts) == end
                room.lines, room.snapshot = texts, None
        case "delete":
            await store.delete(step.room_id)
            model.pop(step.room_id, None)
        case unknown:
            raise AssertionError(unknown)


async def _compare(store: EventStore, model: dict[RoomId, _Expected]) -> None:
    order = sorted(model, key=lambda room_id: (-model[room_id].updated, room_id))
    for unfinished_only in (False, True):
        wanted = [
            (name, len(model[name].lines), model[name].created, model[name].updated, model[name].finished)
            for name in order
            if not (unfinished_only and model[name].finished)
        ]
        listed = await store.rooms(unfinished_only=unfinished_only)
        assert [(r.room_id, r.last_seq, r.created_at, r.updated_at, r.finished) for r in listed] == wanted
    for room_id, room in model.items():
        assert await store.read(room_id) == _records(tuple(room.lines), 0)
        assert await store.load_snapshot(room_id) == room.snapshot


def _records(texts: tuple[bytes, ...], after: int) -> tuple[StoredRecord, ...]:
    return tuple(StoredRecord(seq=Seq(seq), line=text) for seq, text in enumerate(texts, start=after + 1))
