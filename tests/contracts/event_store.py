"""What every `EventStore` must do: an implementation's test class inherits it and says how to open one."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from adapters.service.event_store import (
    AppendConflict,
    EventStore,
    RoomSummary,
    Snapshot,
    StoredRecord,
    StoreUnavailable,
    UnknownRoom,
)
from interview_engine.ids import Millis, RoomId, Seq

ROOM = RoomId("방-1|2")
OTHER = RoomId("room-2")
NOW = Millis(1_700_000_000_000)


def lines(*texts: bytes, after: int = 0) -> tuple[StoredRecord, ...]:
    """Return records that follow a seq."""
    return tuple(StoredRecord(seq=Seq(seq), line=text) for seq, text in enumerate(texts, start=after + 1))


class EventStoreContract:
    """Opens a fresh store for each test, and closes it."""

    async def open(self, folder: Path) -> EventStore:
        """Return a store that keeps what it keeps in a folder."""
        raise NotImplementedError

    def play(self, folder: Path, scene: Callable[[EventStore], Awaitable[None]]) -> None:
        """Run a scene against a fresh store."""

        async def run() -> None:
            store = await self.open(folder)
            try:
                await scene(store)
            finally:
                await store.close()

        asyncio.run(run())

    def test_records_come_back_in_order_and_after_a_seq(self, tmp_path: Path) -> None:
        async def scene(store: EventStore) -> None:
            await store.append(ROOM, Seq(0), lines(b"one", b"two"), at=NOW)
            await store.append(ROOM, Seq(2), lines(b"three", after=2), at=NOW)
            assert await store.read(ROOM) == lines(b"one", b"two", b"three")
            assert await store.read(ROOM, Seq(1)) == lines(b"two", b"three", after=1)
            assert await store.read(ROOM, Seq(3)) == ()
            assert await store.read(ROOM, Seq(99)) == ()

        self.play(tmp_path, scene)

    def test_rooms_do_not_mix(self, tmp_path: Path) -> None:
        async def scene(store: EventStore) -> None:
            await store.append(ROOM, Seq(0), lines(b"mine"), at=NOW)
            await store.append(OTHER, Seq(0), lines(b"theirs", b"too"), at=NOW)
            assert await store.read(ROOM) == lines(b"mine")
            assert await store.read(OTHER) == lines(b"theirs", b"too")

        self.play(tmp_path, scene)

    @pytest.mark.parametrize(
        "records",
        [
            (),
            (StoredRecord(seq=Seq(2), line=b"too far"),),
            (StoredRecord(seq=Seq(1), line=b"a"), StoredRecord(seq=Seq(3), line=b"gap")),
            (StoredRecord(seq=Seq(1), line=b"a"), StoredRecord(seq=Seq(1), line=b"twice")),
            (StoredRecord(seq=Seq(0), line=b"before the first"),),
        ],
    )
    def test_a_gap_is_the_callers_bug_and_leaves_nothing(
        self, tmp_path: Path, records: tuple[StoredRecord, ...]
    ) -> None:
        async def scene(store: EventStore) -> None:
            with pytest.raises(ValueError, match=r"seq|no records"):
                await store.append(ROOM, Seq(0), records, at=NOW)
            with pytest.raises(UnknownRoom):
                await store.read(ROOM)
            assert await store.rooms() == ()

        self.play(tmp_path, scene)

    @pytest.mark.parametrize("expected", [0, 1, 3, 4])
    def test_a_conflict_names_the_end_and_leaves_nothing(self, tmp_path: Path, expected: int) -> None:
        async def scene(store: EventStore) -> None:
            await store.append(ROOM, Seq(0), lines(b"one", b"two"), at=NOW)
            before = await store.rooms()
            with pytest.raises(AppendConflict) as caught:
                await store.append(
                    ROOM, Seq(expected), lines(b"x", b"y", after=expected), at=Millis(NOW + 5), finished=True
                )
            refusal = caught.value
            assert (refusal.room_id, refusal.expected, refusal.actual) == (ROOM, expected, 2)
            assert await store.read(ROOM) == lines(b"one", b"two")
            assert await store.rooms() == before

        self.play(tmp_path, scene)

    def test_an_unknown_room_is_said_to_be_unknown(self, tmp_path: Path) -> None:
        async def scene(store: EventStore) -> None:
            with pytest.raises(UnknownRoom):
                await store.read(ROOM)
            with pytest.raises(UnknownRoom):
                await store.replace(ROOM, lines(b"x"))
            with pytest.raises(AppendConflict) as caught:
                await store.append(ROOM, Seq(4), lines(b"x", after=4), at=NOW)
            assert caught.value.actual == 0
            assert await store.load_snapshot(ROOM) is None
            await store.delete(ROOM)

        self.play(tmp_path, scene)

    def test_any_bytes_come_back_as_they_were(self, tmp_path: Path) -> None:
        strange = lines(
            b"", b"\x00", bytes(range(256)), b"a\nb\r\n\x00c", "꼬리질문 🎤".encode(), b"\xff" * 5_000_000
        )

        async def scene(store: EventStore) -> None:
            await store.append(ROOM, Seq(0), strange, at=NOW)
            assert await store.read(ROOM) == strange

        self.play(tmp_path, scene)

    def test_the_newest_snapshot_wins(self, tmp_path: Path) -> None:
        async def scene(store: EventStore) -> None:
            await store.append(ROOM, Seq(0), lines(*[b"x"] * 9), at=NOW)
            assert await store.load_snapshot(ROOM) is None
            for seq, data in ((4, b"four"), (8, b"eight\x00"), (6, b"six")):
                await store.save_snapshot(ROOM, Snapshot(seq=Seq(seq), data=data))
            assert await store.load_snapshot(ROOM) == Snapshot(seq=Seq(8), data=b"eight\x00")
            assert await store.load_snapshot(OTHER) is None

        self.play(tmp_path, scene)

    def test_a_snapshot_never_outlives_or_outruns_its_log(self, tmp_path: Path) -> None:
        async def scene(store: EventStore) -> None:
            await store.save_snapshot(ROOM, Snapshot(seq=Seq(1), data=b"of no room"))
            await store.append(ROOM, Seq(0), lines(b"x"), at=NOW)
            assert await store.load_snapshot(ROOM) is None
            await store.save_snapshot(ROOM, Snapshot(seq=Seq(2), data=b"ahead"))
            assert await store.load_snapshot(ROOM) is None
            await store.save_snapshot(ROOM, Snapshot(seq=Seq(1), data=b"right"))
            await store.delete(ROOM)
            await store.append(ROOM, Seq(0), lines(b"new"), at=NOW)
            assert await store.load_snapshot(ROOM) is None

        self.play(tmp_path, scene)

    def test_rooms_are_listed_by_their_latest_append(self, tmp_path: Path) -> None:
        async def scene(store: EventStore) -> None:
            for name, at in (("a", 10), ("c", 30), ("b", 30), ("d", 20)):
                await store.append(RoomId(name), Seq(0), lines(b"x"), at=Millis(at))
            await store.append(RoomId("a"), Seq(1), lines(b"y", b"z", after=1), at=Millis(40), finished=True)
            await store.append(RoomId("a"), Seq(3), lines(b"after the end", after=3), at=Millis(41))
            listed = await store.rooms()
            assert [room.room_id for room in listed] == ["a", "b", "c", "d"]
            assert listed[0] == RoomSummary(
                room_id=RoomId("a"),
                last_seq=Seq(4),
                created_at=Millis(10),
                updated_at=Millis(41),
                finished=True,
            )
            open_rooms = await store.rooms(unfinished_only=True)
            assert [room.room_id for room in open_rooms] == ["b", "c", "d"]

        self.play(tmp_path, scene)

    def test_replacing_keeps_the_seqs_and_drops_the_snapshot(self, tmp_path: Path) -> None:
        async def scene(store: EventStore) -> None:
            await store.append(ROOM, Seq(0), lines(b"one", b"secret", b"three"), at=NOW, finished=True)
            await store.append(OTHER, Seq(0), lines(b"theirs"), at=NOW)
            await store.save_snapshot(ROOM, Snapshot(seq=Seq(3), data=b"secret"))
            before = await store.rooms()
            for wrong in (
                (),
                lines(b"a", b"b"),
                lines(b"a", b"b", b"c", b"d"),
                lines(b"a", b"b", b"c", after=1),
            ):
                with pytest.raises(ValueError, match=r"records|seq"):
                    await store.replace(ROOM, wrong)
            assert await store.read(ROOM) == lines(b"one", b"secret", b"three")
            assert await store.load_snapshot(ROOM) is not None
            await store.replace(ROOM, lines(b"one", b"-", b"three"))
            assert await store.read(ROOM) == lines(b"one", b"-", b"three")
            assert await store.load_snapshot(ROOM) is None
            assert await store.read(OTHER) == lines(b"theirs")
            assert await store.rooms() == before

        self.play(tmp_path, scene)

    def test_a_deleted_room_is_gone_and_its_name_free(self, tmp_path: Path) -> None:
        async def scene(store: EventStore) -> None:
            await store.append(ROOM, Seq(0), lines(b"one", b"two"), at=NOW)
            await store.append(OTHER, Seq(0), lines(b"theirs"), at=NOW)
            await store.delete(ROOM)
            await store.delete(ROOM)
            with pytest.raises(UnknownRoom):
                await store.read(ROOM)
            assert [room.room_id for room in await store.rooms()] == [OTHER]
            await store.append(ROOM, Seq(0), lines(b"again"), at=NOW)
            assert await store.read(ROOM) == lines(b"again")
            assert await store.read(OTHER) == lines(b"theirs")

        self.play(tmp_path, scene)

    def test_of_a_hundred_that_race_one_wins_each_seq(self, tmp_path: Path) -> None:
        async def scene(store: EventStore) -> None:
            async def racer(name: int) -> list[tuple[int, bytes]]:
                won: list[tuple[int, bytes]] = []
                seq = 0
                while seq < 6:
                    batch = lines(b"%d of %d" % (seq + 1, name), b"%d of %d" % (seq + 2, name), after=seq)
                    try:
                        await store.append(ROOM, Seq(seq), batch, at=NOW)
                    except AppendConflict as conflict:
                        seq = conflict.actual
                    else:
                        won += [(record.seq, record.line) for record in batch]
                        seq += 2
                return won

            victories = await asyncio.gather(*(racer(name) for name in range(100)))
            won = sorted(victory for racers in victories for victory in racers)
            assert [seq for seq, _ in won] == [1, 2, 3, 4, 5, 6]
            assert [(record.seq, record.line) for record in await store.read(ROOM)] == won

        self.play(tmp_path, scene)

    @pytest.mark.parametrize("ticks", [0, 1, 2, 5])
    def test_a_cancelled_append_is_whole_or_absent(self, tmp_path: Path, ticks: int) -> None:
        async def scene(store: EventStore) -> None:
            await store.append(ROOM, Seq(0), lines(b"first"), at=NOW)
            batch = lines(b"a", b"b", b"c", after=1)
            task = asyncio.ensure_future(store.append(ROOM, Seq(1), batch, at=NOW))
            for _ in range(ticks):
                await asyncio.sleep(0)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            # Stands in the queue behind the cancelled one, so that its fate is decided.
            await store.append(OTHER, Seq(0), lines(b"goes on"), at=NOW)
            tail = await store.read(ROOM, Seq(1))
            assert tail in {(), batch}
            end = Seq(1 + len(tail))
            await store.append(ROOM, end, lines(b"next", after=end), at=NOW)
            assert len(await store.read(ROOM)) == end + 1

        self.play(tmp_path, scene)

    def test_a_closed_store_refuses_and_may_be_closed_again(self, tmp_path: Path) -> None:
        async def scene(store: EventStore) -> None:
            await store.append(ROOM, Seq(0), lines(b"x"), at=NOW)
            await store.close()
            await store.close()
            with pytest.raises(StoreUnavailable):
                await store.append(ROOM, Seq(1), lines(b"y", after=1), at=NOW)
            with pytest.raises(StoreUnavailable):
                await store.read(ROOM)

        self.play(tmp_path, scene)
