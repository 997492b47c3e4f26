"""Real faults of disk and file, and what the caller is told."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from adapters.service.event_store import AppendUnknown, Snapshot, StoreCorrupt, StoreFull, StoreUnavailable
from adapters.sqlite_store.failures import translated
from adapters.sqlite_store.store import SqliteEventStore
from interview_engine.ids import RoomId, Seq
from tests.contracts.event_store import NOW, ROOM, lines
from tests.sqlite_store.open_rooms import play, tamper

BIG = b"x" * 400_000


async def fill_up(store: SqliteEventStore) -> int:
    """Append until there is no space, and return how many records were taken."""
    for seq in range(1000):
        try:
            await store.append(ROOM, Seq(seq), lines(BIG, after=seq), at=NOW)
        except StoreFull:
            return seq
    raise AssertionError("there was space for everything")


def test_a_full_database_keeps_what_it_took_and_still_reads(tmp_path: Path) -> None:
    async def scene(store: SqliteEventStore) -> None:
        store._writer._connection.execute("PRAGMA max_page_count = 1000")
        taken = await fill_up(store)
        assert taken > 0
        assert len(await store.read(ROOM)) == taken
        await store.append(RoomId("small"), Seq(0), lines(b"fits"), at=NOW)
        with pytest.raises(StoreFull):
            await store.append(ROOM, Seq(taken), lines(BIG, after=taken), at=NOW)

    play(tmp_path / "rooms.db", scene)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)]
    try:
        made = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        made = False
    if not made:
        pytest.skip("mounting a small disk needs root")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_loses_nothing_that_was_acknowledged(small_disk: Path) -> None:
    taken = 0

    async def scene(store: SqliteEventStore) -> None:
        nonlocal taken
        taken = await fill_up(store)
        assert taken > 0
        assert len(await store.read(ROOM)) == taken

    async def after(store: SqliteEventStore) -> None:
        assert len(await store.read(ROOM)) == taken

    play(small_disk / "rooms.db", scene)
    play(small_disk / "rooms.db", after)


_LIMITED = """
import asyncio, resource, sys
from pathlib import Path
from adapters.service.event_store import EventStoreError, StoredRecord
from adapters.sqlite_store.store import open_store

async def main():
    store = await open_store(Path(sys.argv[1]))
    await store.append("r", 0, [StoredRecord(seq=1, line=b"first")], at=1)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
    try:
        await store.append("r", 1, [StoredRecord(seq=2, line=b"x" * 300_000)], at=1)
    except EventStoreError as error:
        print(type(error).__name__, len(await store.read("r")))
    await store.append("r", 1, [StoredRecord(seq=2, line=b"small")], at=1)
    print(len(await store.read("r")))

asyncio.run(main())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no file size limits there")
def test_a_failed_write_to_the_disk_is_told_and_the_store_goes_on(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", _LIMITED, str(tmp_path / "rooms.db")],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        cwd=Path(__file__).parents[2],
    )
    assert ran.stdout.split() == ["AppendUnknown", "1", "2"], ran.stderr


def test_a_database_that_turned_read_only_says_that_an_operator_must_act(tmp_path: Path) -> None:
    async def scene(store: SqliteEventStore) -> None:
        await store.append(ROOM, Seq(0), lines(b"one"), at=NOW)
        store._writer._connection.execute("PRAGMA query_only = ON")
        with pytest.raises(StoreFull, match="readonly"):
            await store.append(ROOM, Seq(1), lines(b"two", after=1), at=NOW)
        assert len(await store.read(ROOM)) == 1

    play(tmp_path / "rooms.db", scene)


def test_a_missing_folder_and_a_folder_for_a_file_are_unavailable(tmp_path: Path) -> None:
    async def scene(store: SqliteEventStore) -> None:
        raise AssertionError("it opened")

    with pytest.raises(StoreUnavailable):
        play(tmp_path / "nowhere" / "rooms.db", scene)
    (tmp_path / "folder").mkdir()
    with pytest.raises(StoreUnavailable):
        play(tmp_path / "folder", scene)


def test_a_file_that_is_no_database_is_corrupt(tmp_path: Path) -> None:
    async def scene(store: SqliteEventStore) -> None:
        raise AssertionError("it opened")

    (tmp_path / "rooms.db").write_bytes(b"not a database, but long enough to be taken for one" * 40)
    with pytest.raises(StoreCorrupt):
        play(tmp_path / "rooms.db", scene)


@pytest.mark.parametrize(
    "statement, seq",
    [
        ("UPDATE record SET line = x'00' WHERE seq = 2", 2),
        ("UPDATE record SET line = CAST(line AS TEXT) WHERE seq = 3", 3),
        ("UPDATE record SET checksum = x'0000000000000000' WHERE seq = 1", 1),
        ("DELETE FROM record WHERE seq = 2", 2),
        ("DELETE FROM record WHERE seq = 4", 4),
        ("UPDATE room SET last_seq = 3", 4),
        # Two sound lines that changed places: each is well, but not where it was written.
        ("UPDATE record SET seq = CASE seq WHEN 2 THEN -3 ELSE -2 END WHERE seq IN (2, 3)", 2),
    ],
)
def test_damage_is_found_when_it_is_read(tmp_path: Path, statement: str, seq: int) -> None:
    path = tmp_path / "rooms.db"

    async def write(store: SqliteEventStore) -> None:
        await store.append(ROOM, Seq(0), lines(b"one", b"two", b"three", b"four"), at=NOW)

    async def look(store: SqliteEventStore) -> None:
        with pytest.raises(StoreCorrupt) as caught:
            await store.read(ROOM)
        assert (caught.value.room_id, caught.value.seq) == (ROOM, seq)

    play(path, write)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        assert connection.execute(statement).rowcount > 0
        connection.execute("UPDATE record SET seq = -seq WHERE seq < 0")
    play(path, look)


def test_a_damaged_snapshot_is_passed_over_and_may_be_replaced(tmp_path: Path) -> None:
    path = tmp_path / "rooms.db"

    async def write(store: SqliteEventStore) -> None:
        await store.append(ROOM, Seq(0), lines(b"one", b"two"), at=NOW)
        await store.save_snapshot(ROOM, Snapshot(seq=Seq(2), data=b"folded"))

    async def look(store: SqliteEventStore) -> None:
        assert await store.load_snapshot(ROOM) is None
        await store.save_snapshot(ROOM, Snapshot(seq=Seq(2), data=b"anew"))
        assert await store.load_snapshot(ROOM) == Snapshot(seq=Seq(2), data=b"anew")

    for statement in ("UPDATE snapshot SET data = x'00'", "UPDATE snapshot SET seq = 99"):
        path.unlink(missing_ok=True)
        play(path, write)
        assert tamper(path, statement) == 1
        play(path, look)


def test_an_unknown_code_is_not_made_up_into_one_of_ours() -> None:
    error = sqlite3.OperationalError("no such table")
    assert translated(error) is None
    error.sqlite_errorcode, error.sqlite_errorname = sqlite3.SQLITE_ERROR, "SQLITE_ERROR"
    assert translated(error) is None
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
    assert isinstance(translated(error), StoreUnavailable)
    assert isinstance(translated(error, committing=True), AppendUnknown)
