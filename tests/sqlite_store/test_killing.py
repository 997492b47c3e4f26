"""A process killed at any instant has lost nothing that it acknowledged."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO

import pytest

from adapters.sqlite_store.checking import check
from adapters.sqlite_store.store import SqliteEventStore
from interview_engine.ids import RoomId
from tests.sqlite_store.open_rooms import play

pytestmark = pytest.mark.slow

CYCLES = 20
WRITERS = 8

# A parent that imports once and forks an appender for each line it is sent; all of them tell what is
# acknowledged over one pipe, in writes short enough never to be cut or mixed.
_APPENDERS = """
import asyncio, os, sys
from pathlib import Path
from adapters.service.event_store import StoredRecord, UnknownRoom
from adapters.sqlite_store.store import open_store

async def write(store, room):
    try:
        seq = len(await store.read(room))
    except UnknownRoom:
        seq = 0
    while True:
        batch = [StoredRecord(seq=seq + n, line=b"%s %d " % (room.encode(), seq + n) * 40) for n in (1, 2, 3)]
        await store.append(room, seq, batch, at=seq)
        seq += 3
        os.write(1, b"%s %d\\n" % (room.encode(), seq))

async def main():
    store = await open_store(Path(sys.argv[1]))
    await asyncio.gather(*(write(store, f"r{n}") for n in range(int(sys.argv[2]))))

for _ in sys.stdin:
    child = os.fork()
    if not child:
        asyncio.run(main())
    os.write(1, b"started %d\\n" % child)
    os.waitpid(child, 0)
    os.write(1, b"dead 0\\n")
"""


def one_life(commands: IO[bytes], told: IO[bytes], delay: float) -> dict[str, int]:
    """Start an appender, kill it a while (in s) after its first word, and return what it acknowledged."""
    commands.write(b"go\n")
    commands.flush()
    acknowledged: dict[str, int] = {}
    child = 0
    death: threading.Timer | None = None
    while True:
        name, number = told.readline().split()
        if name == b"started":
            child = int(number)
        elif name == b"dead":
            assert death is not None, "it ended by itself"
            death.join()
            return acknowledged
        else:
            acknowledged[name.decode()] = int(number)
        if child and acknowledged and death is None:
            death = threading.Timer(delay, os.kill, (child, signal.SIGKILL))
            death.start()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork there")
def test_twenty_kills_lose_no_acknowledged_record(tmp_path: Path) -> None:
    path = tmp_path / "rooms.db"
    chance = random.Random(11)
    acknowledged: dict[str, int] = {}

    async def look(store: SqliteEventStore) -> None:
        for room, seq in acknowledged.items():
            records = await store.read(RoomId(room))
            assert len(records) >= seq
            assert len(records) % 3 == 0, "a batch is whole or absent"

    with subprocess.Popen(
        [sys.executable, "-c", _APPENDERS, str(path), str(WRITERS)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    ) as appenders:
        assert appenders.stdin is not None
        assert appenders.stdout is not None
        for _ in range(CYCLES):
            acknowledged |= one_life(appenders.stdin, appenders.stdout, chance.uniform(0.0, 0.15))
            play(path, look)
        appenders.stdin.close()
    assert sum(acknowledged.values()) > CYCLES * WRITERS
    assert check(path).sound
