"""Appends to the SQLite store: how many a second, how long each, beside a bare INSERT and COMMIT."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import statistics
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Final

import attrs

from adapters.service.event_store import StoredRecord
from adapters.sqlite_store.opening import open_writer
from adapters.sqlite_store.store import SqliteEventStore, open_store
from interview_engine.ids import Millis, RoomId, Seq

_LINE: Final = b"x" * 700
"""About as long as an answer's record."""
_SECONDS: Final = 1.0
_REPEATS: Final = 3
_ERASED_MEGABYTES: Final = 64


@attrs.frozen(kw_only=True)
class Speed:
    """Appends a second, and milliseconds from call to acknowledgement."""

    per_second: float
    p50_ms: float
    p99_ms: float


def bare_loop(folder: Path) -> float:
    """Return the rate of INSERT; COMMIT with the store's settings and one writer: the floor."""
    with closing(open_writer(_new_file(folder), Millis(5_000))) as connection:
        connection.execute("CREATE TABLE t (seq INTEGER NOT NULL, line BLOB NOT NULL)")
        begun, done = time.perf_counter(), 0
        while time.perf_counter() - begun < _SECONDS:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("INSERT INTO t VALUES (?, ?)", (done, _LINE))
            connection.execute("COMMIT")
            done += 1
        return done / (time.perf_counter() - begun)


def store_loop(folder: Path, writers: int) -> Speed:
    """Return the speed of writers that append one record after another, each to its own room."""

    async def write(store: SqliteEventStore, room_id: RoomId, end: float) -> list[float]:
        taken = []
        seq = Seq(0)
        while (begun := time.perf_counter()) < end:
            record = StoredRecord(seq=Seq(seq + 1), line=_LINE)
            await store.append(room_id, seq, (record,), at=Millis(seq))
            taken.append(time.perf_counter() - begun)
            seq = record.seq
        return taken

    async def run() -> Speed:
        store = await open_store(_new_file(folder))
        begun = time.perf_counter()
        rooms = (RoomId(f"room-{number}") for number in range(writers))
        each = await asyncio.gather(*(write(store, room_id, begun + _SECONDS) for room_id in rooms))
        elapsed = time.perf_counter() - begun
        await store.close()
        taken = sorted(one for ours in each for one in ours)
        return Speed(
            per_second=len(taken) / elapsed,
            p50_ms=taken[len(taken) // 2] * 1000,
            p99_ms=taken[len(taken) * 99 // 100] * 1000,
        )

    return asyncio.run(run())


def erasing_seconds(folder: Path) -> float:
    """Return how long a deletion takes beside other rooms of `_ERASED_MEGABYTES` in all."""

    async def run() -> float:
        store = await open_store(_new_file(folder))
        for number in range(_ERASED_MEGABYTES):
            records = tuple(StoredRecord(seq=Seq(seq), line=_LINE) for seq in range(1, 1_500))
            await store.append(RoomId(f"room-{number}"), Seq(0), records, at=Millis(number))
        begun = time.perf_counter()
        await store.delete(RoomId("room-0"))
        taken = time.perf_counter() - begun
        await store.close()
        return taken

    return asyncio.run(run())


def _new_file(folder: Path) -> Path:
    path = folder / f"{time.perf_counter_ns()}.db"
    path.touch()
    return path


def main() -> None:
    """Print the table, and the figures as JSON in the last line."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        floors: list[float] = []
        ones: list[Speed] = []
        many: list[Speed] = []
        # In turns, so that a busy machine is unfair to all of them alike.
        for _ in range(_REPEATS):
            floors.append(bare_loop(folder))
            ones.append(store_loop(folder, 1))
            many.append(store_loop(folder, 64))
        erasing = erasing_seconds(folder)
    floor = statistics.median(floors)
    one, crowd = (sorted(speeds, key=_rate)[_REPEATS // 2] for speeds in (ones, many))
    figures: dict[str, float | str] = {"benchmark": "sqlite_append"}
    figures["bare_commits_per_s"] = round(floor, 1)
    for label, speed in (("1", one), ("64", crowd)):
        figures[f"appends_per_s_{label}"] = round(speed.per_second, 1)
        figures[f"p50_ms_{label}"], figures[f"p99_ms_{label}"] = (
            round(speed.p50_ms, 2),
            round(speed.p99_ms, 2),
        )
        figures[f"ratio_to_bare_{label}"] = round(speed.per_second / floor, 2)
    figures["sqlite"] = sqlite3.sqlite_version
    figures["delete_s_beside_64_mb"] = round(erasing, 2)
    for key, value in figures.items():
        print(f"{key:24} {value}")
    print(json.dumps(figures))


def _rate(speed: Speed) -> float:
    return speed.per_second


if __name__ == "__main__":
    main()
