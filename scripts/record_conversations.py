# ruff: noqa: INP001 -- a folder of scripts is no package
"""Record what the real server says to players and observers, for the web client's tests.

`python -m scripts.record_conversations` plays a few short interviews against a server of its own and writes
`web/tests/recorded/*.json`: the frames that move a client's room, with whole snapshots asked for on the way.
The client's `fold` must come to each of these snapshots by itself.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path
from typing import Final

from scripts.recording.house import House
from scripts.recording.plays import PLAYS

RECORDED: Final = Path(__file__).parents[1] / "web" / "tests" / "recorded"


async def record(names: list[str]) -> None:
    """Play the named conversations, or all, and write what was heard.

    Args:
        names: Keys of `PLAYS`; empty for all.
    """
    RECORDED.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as data:
        async with House.open(Path(data)) as house:
            for name in names or PLAYS:
                for person in await PLAYS[name](house):
                    path = RECORDED / f"{name}.{person.part}.json"
                    path.write_text(person.recording(), encoding="utf-8")
                    sys.stdout.write(f"{path.name}: {len(person.kept)} frames\n")


if __name__ == "__main__":
    asyncio.run(record(sys.argv[1:]))
