"""The whole server as a process of its own, for examples that talk to one."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from adapters.program.loadtest_server import own_server


@contextmanager
def whole_server() -> Iterator[str]:
    """Run a server for as long as the block lasts; yields its address."""
    started, stop = threading.Event(), threading.Event()
    addresses: list[str] = []
    failures: list[BaseException] = []

    async def run() -> None:
        async with own_server() as server:
            addresses.append(server.url)
            started.set()
            await asyncio.to_thread(stop.wait)

    def thread() -> None:
        try:
            asyncio.run(run())
        except BaseException as error:  # noqa: BLE001 -- told to the test
            failures.append(error)
        finally:
            started.set()

    runner = threading.Thread(target=thread, name="whole server")
    runner.start()
    started.wait()
    try:
        if failures:
            raise failures[0]
        yield addresses[0]
    finally:
        stop.set()
        runner.join()
