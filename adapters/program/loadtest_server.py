"""A server of a load test's own: another process, on loopback, with a folder that goes when it goes."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Final

import attrs

from adapters.program.loadtest_plan import ServerCost

_START_S: Final = 60.0
_STOP_S: Final = 20.0
_LINE: Final = 1 << 20
_LAST_LINES: Final = 3
_LONGEST: Final = 800
_RUN: Final = "import sys; from adapters.program.command import main; main(sys.argv[1:])"
ENVIRONMENT: Final = {
    "INTERVIEW_ENGINE_LIMITS_HTTP_PACE": "10000",
    "INTERVIEW_ENGINE_LIMITS_UNFINISHED_ROOMS": "100000",
    "INTERVIEW_ENGINE_LIMITS_MOST_CONNECTIONS": "1000000",
    "INTERVIEW_ENGINE_LIMITS_MOST_LIVE_ROOMS": "1000000",
}
"""Lifts the limits that keep one address from opening many rooms."""


class NotStarted(Exception):
    """The server did not start; `why` is what it said last."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@attrs.frozen
class OwnServer:
    """A server process that we started."""

    url: str
    pid: int

    def cpu_s(self) -> float | None:
        """Return the processor seconds it has taken; None where the system doesn't tell."""
        try:
            fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        except OSError:
            return None
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def cost_since(self, cpu_s: float | None) -> ServerCost | None:
        """Return what it has taken since it had taken `cpu_s`, and its memory now."""
        now = self.cpu_s()
        if now is None or cpu_s is None:
            return None
        with suppress(OSError):
            pages = int(Path(f"/proc/{self.pid}/statm").read_text(encoding="ascii").split()[1])
            rss = pages * os.sysconf("SC_PAGE_SIZE") / 2**20
            return ServerCost(cpu_s=round(now - cpu_s, 2), rss_mib=round(rss, 1))
        return None


@asynccontextmanager
async def own_server() -> AsyncIterator[OwnServer]:
    """Run a server on a free port for as long as the block lasts.

    Raises:
        NotStarted: It did not start.
    """
    with tempfile.TemporaryDirectory(prefix="interview-engine-load-") as folder:
        noise = Path(folder) / "stderr"
        with noise.open("wb") as stderr:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-c", _RUN, "serve", "--host", "127.0.0.1", "--port", "0"),
                *("--data", str(Path(folder) / "data"), "--log-format", "json", "--log-level", "error"),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.PIPE,
                stderr=stderr,
                env={**os.environ, **ENVIRONMENT},
                limit=_LINE,
                # Ctrl-C is ours to pass on, once the clients are gone.
                start_new_session=True,
            )
        reading: asyncio.Task[None] | None = None
        try:
            url = await _listening(process, noise)
            reading = asyncio.create_task(_drain(process))
            yield OwnServer(url, process.pid)
        finally:
            await _stop(process)
            if reading is not None:
                await reading


async def _listening(process: asyncio.subprocess.Process, noise: Path) -> str:
    assert process.stdout is not None, "it is piped"
    try:
        async with asyncio.timeout(_START_S):
            async for line in process.stdout:
                with suppress(ValueError):
                    said = json.loads(line)
                    if isinstance(said, dict) and said.get("event") == "server.listening":
                        return str(said["url"]).rstrip("/")
    except TimeoutError as late:
        raise NotStarted(f"{_START_S:.0f} s") from late
    said_last = await asyncio.to_thread(_last_words, noise)
    raise NotStarted(said_last or f"exit {await process.wait()}")


def _last_words(noise: Path) -> str:
    lines = noise.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return " ".join(line.strip() for line in lines[-_LAST_LINES:])[-_LONGEST:]


async def _drain(process: asyncio.subprocess.Process) -> None:
    assert process.stdout is not None, "it is piped"
    async for _ in process.stdout:
        pass


async def _stop(process: asyncio.subprocess.Process) -> None:
    with suppress(ProcessLookupError):
        process.terminate()
    try:
        async with asyncio.timeout(_STOP_S):
            await process.wait()
    except TimeoutError:
        process.kill()
        await process.wait()
