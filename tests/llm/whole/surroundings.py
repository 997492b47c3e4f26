"""A local server of the providers' protocols beside the whole program, each in a place of its own."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.llm.families import KEY, Family
from tests.llm.wire.mind import interviewing
from tests.llm.wire.server import Mind, WireServer

ROOT = Path(__file__).parents[3]


@contextmanager
def wire_in_thread(mind: Mind = interviewing) -> Iterator[WireServer]:
    """Run a local server in a thread for as long as the block lasts."""
    loop = asyncio.new_event_loop()
    wire = WireServer(mind)
    ready = threading.Event()

    async def serve(stop: asyncio.Event) -> None:
        server = await asyncio.start_server(wire.serve, "127.0.0.1", 0)
        wire.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        ready.set()
        await stop.wait()
        server.close()
        wire.hang_up()

    stop = asyncio.Event()
    thread = threading.Thread(target=lambda: loop.run_until_complete(serve(stop)), daemon=True)
    thread.start()
    assert ready.wait(10)
    try:
        yield wire
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(10)
        loop.close()


def variables(family: Family, url: str, home: Path) -> dict[str, str]:
    """Return the environment of a program that has one family's key, and nothing else of the kind."""
    ours = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("INTERVIEW_ENGINE_") and not name.endswith(("_API_KEY", "_BASE_URL"))
    }
    own = {family.key_variable: KEY, family.url_variable: url + family.suffix}
    if family.key_variable.startswith("INTERVIEW_ENGINE_"):
        own["INTERVIEW_ENGINE_LLM_MODEL"] = "midm-test"
    return {**ours, **own, "INTERVIEW_ENGINE_HOME": str(home), "PYTHONPATH": str(ROOT), "COLUMNS": "120"}


def program(*words: str, environment: dict[str, str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the program to its end."""
    return subprocess.run(
        [sys.executable, "-c", "from adapters.program.command import main; main()", *words],
        env=environment,
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
