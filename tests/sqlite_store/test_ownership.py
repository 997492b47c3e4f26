"""One owner, or several that share; never both."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest

from adapters.service.event_store import AppendConflict
from adapters.sqlite_store.errors import DatabaseInUse
from adapters.sqlite_store.ownership import Ownership
from adapters.sqlite_store.store import open_store
from interview_engine.ids import Seq
from tests.contracts.event_store import NOW, ROOM, lines

_HOLD = """
import asyncio, sys
from pathlib import Path
from adapters.sqlite_store.ownership import Ownership
from adapters.sqlite_store.store import open_store
async def main():
    await open_store(Path(sys.argv[1]), ownership=Ownership(sys.argv[2]))
    print("open", flush=True)
    sys.stdin.read()
asyncio.run(main())
"""


@pytest.mark.parametrize(
    "theirs, ours, opens",
    [
        (Ownership.EXCLUSIVE, Ownership.EXCLUSIVE, False),
        (Ownership.EXCLUSIVE, Ownership.SHARED, False),
        (Ownership.SHARED, Ownership.EXCLUSIVE, False),
        (Ownership.SHARED, Ownership.SHARED, True),
    ],
)
def test_a_second_process_is_told_at_the_start(
    tmp_path: Path, theirs: Ownership, ours: Ownership, opens: bool
) -> None:
    path = tmp_path / "rooms.db"

    async def scene() -> None:
        store = await open_store(path, ownership=ours)
        await store.append(ROOM, Seq(0), lines(b"x"), at=NOW)
        await store.close()

    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(path), theirs.value],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        if opens:
            asyncio.run(scene())
        else:
            with pytest.raises(DatabaseInUse, match=r"in use by another process"):
                asyncio.run(scene())
        other.kill()
    if not opens:
        # The kernel let go of a dead process's lock.
        asyncio.run(scene())


def test_two_that_share_never_fork_a_room(tmp_path: Path) -> None:
    async def scene() -> None:
        path = tmp_path / "rooms.db"
        stores = [await open_store(path, ownership=Ownership.SHARED) for _ in range(2)]

        async def race(name: int) -> int:
            won = 0
            for seq in range(30):
                try:
                    await stores[name % 2].append(ROOM, Seq(seq), lines(b"%d" % name, after=seq), at=NOW)
                except AppendConflict:
                    continue
                won += 1
            return won

        assert sum(await asyncio.gather(*(race(name) for name in range(6)))) == 30
        assert await stores[0].read(ROOM) == await stores[1].read(ROOM)
        for store in stores:
            await store.close()

    asyncio.run(scene())
