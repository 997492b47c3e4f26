"""Real server processes for tests: `interview-engine serve`, started, killed and stopped by their ids.

A nursery imports the program once and forks a server for each order, so that a restart takes a tenth of the
time of a cold one; what runs in the child is the same command line.
"""

from __future__ import annotations

import asyncio
import json
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

import attrs

ROOT: Final = Path(__file__).parents[2]
START_S: Final = 60.0
_MAIN: Final = "main(words)"
_NURSERY: Final = """
import json, os, select, signal, sys
import uvicorn.lifespan.off, uvicorn.loops.auto, uvicorn.protocols.http.h11_impl
from adapters.program import serving
from adapters.program.command import main
from interview_engine.personas.catalogue import default_catalogue

default_catalogue()
children = set()
while True:
    if select.select([0], [], [], 0.01)[0]:
        line = sys.stdin.buffer.raw.readline()
        if not line:
            break
        order = json.loads(line)
        child = os.fork()
        if not child:
            os.chdir(order["folder"])
            os.dup2(os.open("out.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 1)
            os.dup2(os.open("err.txt", os.O_WRONLY | os.O_CREAT | os.O_APPEND), 2)
            os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
            os.environ.clear()
            os.environ.update(order["environment"])
            words = order["words"]
            exec(order["code"])
        children.add(child)
        print("began", child, flush=True)
    for child in tuple(children):
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            children.discard(child)
            print("ended", child, os.waitstatus_to_exitcode(status), flush=True)
for child in children:
    os.kill(child, signal.SIGKILL)
"""
GENEROUS: Final = {
    "INTERVIEW_ENGINE_NOTICE_MS": "0",
    "INTERVIEW_ENGINE_LIMITS_UNFINISHED_ROOMS": "100000",
    "INTERVIEW_ENGINE_LIMITS_HTTP_PACE": "10000",
    "INTERVIEW_ENGINE_LIMITS_FRAMES_PER_SECOND": "10000",
    "INTERVIEW_ENGINE_LIMITS_BURST": "100000",
}
"""Limits that are not what these tests are about."""


def surroundings(home: Path, **variables: str) -> dict[str, str]:
    """Return the environment of a server that shares nothing with the machine's own."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("INTERVIEW_ENGINE_")}
    return {**ours, "INTERVIEW_ENGINE_HOME": str(home), "PYTHONPATH": str(ROOT), **GENEROUS, **variables}


@attrs.frozen(kw_only=True)
class Up:
    """A server that said where it listens."""

    pid: int
    url: str
    port: int
    said: dict[str, object]

    @property
    def socket(self) -> str:
        """The WebSocket's address."""
        return f"ws://127.0.0.1:{self.port}/ws"


async def announcement(out: Path) -> Up | None:
    """Wait for what a server says first; None when that does not come for a second."""
    for _ in range(200):
        found = announced(out)
        if found is not None:
            return found
        await asyncio.sleep(0.005)
    return None


def announced(out: Path) -> Up | None:
    """Return what a server's standard output says once the line is whole."""
    text = out.read_text(encoding="utf-8") if out.exists() else ""
    if "\n" not in text:
        return None
    said = json.loads(text.splitlines()[0])
    return Up(pid=said["pid"], url=said["url"], port=said["port"], said=said)


class Server:
    """A server process, on its way up, up, or ended."""

    def __init__(self, pid: int, folder: Path, codes: dict[int, int]) -> None:
        self.pid = pid
        self.out, self.err = folder / "out.txt", folder / "err.txt"
        self._codes = codes

    @property
    def running(self) -> bool:
        return self.pid not in self._codes

    def told(self) -> str:
        """Return all that it wrote to standard error."""
        return self.err.read_text(encoding="utf-8")

    async def up(self) -> Up:
        """Wait until it listens."""
        async with asyncio.timeout(START_S):
            while (found := await announcement(self.out)) is None:
                assert self.running, self.told()
        return found

    def send(self, which: signal.Signals) -> None:
        """Send it a signal."""
        if self.running:
            os.kill(self.pid, which)

    async def ended(self) -> int:
        """Wait for its end, and return its exit code."""
        async with asyncio.timeout(START_S):
            while self.running:  # noqa: ASYNC110 -- another thread hears of it
                await asyncio.sleep(0.005)
        return self._codes[self.pid]

    async def stop(self, which: signal.Signals = signal.SIGTERM) -> int:
        """Send a signal, and wait for the end."""
        self.send(which)
        return await self.ended()


class Nursery:
    """Starts servers; all of them are dead when it is closed."""

    def __init__(self) -> None:
        """Import the program once."""
        self._process = subprocess.Popen(
            [sys.executable, "-c", _NURSERY],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            env=surroundings(Path()),
        )
        self._began: queue.SimpleQueue[int] = queue.SimpleQueue()
        self._codes: dict[int, int] = {}
        self._reader = threading.Thread(target=self._listen, daemon=True)
        self._reader.start()

    def start(
        self,
        folder: Path,
        *words: str,
        code: str = _MAIN,
        port: int = 0,
        variables: Mapping[str, str] | None = None,
    ) -> Server:
        """Start `serve` with its data below a folder; returns at once.

        Args:
            folder: The server's current folder and home.
            words: Further words of the command line.
            code: What is run in the forked process.
            port: 0 for a free one.
            variables: Further environment variables.
        """
        (folder / "out.txt").write_bytes(b"")
        order = {
            "folder": str(folder),
            "environment": surroundings(folder, **(variables or {})),
            "words": ["serve", "--port", str(port), *words],
            "code": code,
        }
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        self._process.stdin.flush()
        return Server(self._began.get(timeout=START_S), folder, self._codes)

    @asynccontextmanager
    async def serving(self, folder: Path, *words: str, **variables: str) -> AsyncIterator[Server]:
        """Run a server for as long as the block lasts, whatever happens in it."""
        server = self.start(folder, *words, variables=variables)
        try:
            yield server
        finally:
            await server.stop(signal.SIGKILL)

    def close(self) -> None:
        """End the nursery with whatever it still runs."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(START_S)
        self._reader.join()
        self._process.stdout.close()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            word, *numbers = line.split()
            if word == b"began":
                self._began.put(int(numbers[0]))
            else:
                self._codes[int(numbers[0])] = int(numbers[1])
