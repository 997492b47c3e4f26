"""What our measured servers have in common: a folder of their own, and a benchmark that opens rooms."""

from __future__ import annotations

import asyncio
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Final

import attrs
import msgspec

from adapters.local_identity.guest_tokens import GuestTokens
from adapters.program.logs import configure_logs
from adapters.program.settings import LogFormat, LogLevel
from adapters.service.people.directory import Directory
from adapters.service.room_service import RoomService
from benchmarks.server.servers.lines import read_line, say
from benchmarks.server.servers.rooms import Doors, Wanted
from benchmarks.server.servers.stand_ins import Judging
from interview_engine.ids import Millis

KEY: Final = "a key for benchmarks only, long enough"


@attrs.frozen(kw_only=True)
class Running:
    """A server that accepts connections."""

    port: int
    service: RoomService
    directory: Directory


Start = Callable[[Path, Judging], AbstractAsyncContextManager[Running]]


def clock() -> Millis:
    """Return the wall clock, ms since the Unix epoch."""
    return Millis(time.time_ns() // 1_000_000)


def serve_until_the_end(start: Start) -> None:
    """Run a server until standard input ends.

    Its first line of output is its port; then it opens or deletes rooms at the word of its input. Who judges
    is the program's only argument.

    Args:
        start: Runs it with a folder for its data.
    """
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    configure_logs(LogFormat.JSON, LogLevel.ERROR)
    asyncio.run(_serve(start, Judging(sys.argv[1])))


async def _serve(start: Start, judging: Judging) -> None:
    tokens = GuestTokens(KEY.encode(), clock)
    with tempfile.TemporaryDirectory() as folder:
        async with start(Path(folder), judging) as running:
            say({"port": running.port})
            while line := await read_line():
                doors = Doors(
                    service=running.service, directory=running.directory, tokens=tokens, now=clock()
                )
                say(await doors.handle(msgspec.json.decode(line, type=Wanted)))
