"""The server as a program of its own, for as long as a test lasts."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path


def _put_all(stream: Iterable[str], lines: queue.SimpleQueue[str]) -> None:
    for line in stream:
        lines.put(line)


@contextmanager
def serving(environment: dict[str, str], folder: Path) -> Iterator[dict[str, object]]:
    """Run a server for as long as the block lasts; yield the line of JSON that it says first."""
    pace = {"INTERVIEW_ENGINE_LIMITS_HTTP_PACE": "10000"}
    with subprocess.Popen(
        [sys.executable, "-c", "from adapters.program.command import main; main()", "serve", "--port", "0"],
        env=environment | pace,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        threading.Thread(target=_put_all, args=(process.stdout, lines), daemon=True).start()
        try:
            said: dict[str, object] = {}
            while said.get("event") != "server.listening":
                said = json.loads(lines.get(timeout=240))
            yield said
        finally:
            process.terminate()
            process.wait(60)
