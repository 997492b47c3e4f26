"""A server of one's own, and its HTTP API as far as recordings need it."""

from __future__ import annotations

import asyncio
import json
import signal
import socket
import sys
import urllib.request
from asyncio.subprocess import DEVNULL, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Self

import attrs

Json = dict[str, object]


@attrs.define
class House:
    """A running server.

    Attributes:
        port: Where it listens.
        data: What it keeps.
    """

    port: int
    data: Path
    _process: Process | None = None

    @classmethod
    @asynccontextmanager
    async def open(cls, data: Path) -> AsyncIterator[Self]:
        """Start a server for as long as the context lasts."""
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            house = cls(port=probe.getsockname()[1], data=data)
        await house.start()
        try:
            yield house
        finally:
            await house.end(signal.SIGTERM)

    async def start(self) -> None:
        """Start the server with the data that are there, and wait until it answers."""
        program = Path(sys.executable).parent / "interview-engine"
        self._process = await asyncio.create_subprocess_exec(
            program, "serve", "--port", str(self.port), "--data", self.data, stdout=DEVNULL, stderr=DEVNULL
        )
        for _ in range(300):
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", self.port)
            except OSError:
                await asyncio.sleep(0.1)
            else:
                writer.close()
                return
        raise RuntimeError("the server did not start")

    async def end(self, how: signal.Signals) -> None:
        """End the server, kindly (SIGTERM) or as a crash would (SIGKILL)."""
        if self._process is not None and self._process.returncode is None:
            self._process.send_signal(how)
            await self._process.wait()

    async def post(self, path: str, body: Json, token: str = "") -> Json:
        """Ask the HTTP API."""
        return await asyncio.to_thread(self._post, path, body, token)

    def _post(self, path: str, body: Json, token: str) -> Json:
        headers = {"Content-Type": "application/json"} | (
            {"Authorization": f"Bearer {token}"} if token else {}
        )
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{path}", data=json.dumps(body).encode(), headers=headers
        )
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310 -- the same
            read: Json = json.load(answer)
        return read
