"""The reader: each document in a process of its own, which is gone when the answer is there.

Whatever a file does to its worker (loops, eats memory, crashes it) the server only waits, for a bounded time.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import structlog

from adapters.documents.document import Limits, ReadDocument
from adapters.documents.refused import MESSAGES, DocumentRefused
from adapters.documents.wire import Answer, Request, answer_in, framed

log = structlog.get_logger("documents")

WORKER: Final = (sys.executable, "-P", "-s", "-B", "-m", "adapters.documents.worker")

_PACKAGES: Final = Path(__file__).parents[2]
_PASSED_ON: Final = ("LD_LIBRARY_PATH", "SYSTEMROOT")
"""The only variables of the server's environment that a worker sees: it could not start without them."""
_LONGEST_NAME: Final = 255
_CHUNK: Final = 64 * 1024
_ROOM_FOR_FACTS: Final = 1024 * 1024
_MOST_BYTES_PER_CHARACTER: Final = 6
_OUT_OF_TIME: Final = frozenset({-signal.SIGXCPU, -signal.SIGALRM, -signal.SIGKILL})


class DocumentReader:
    """Reads documents, a few at once."""

    def __init__(self, limits: Limits | None = None, *, worker: Sequence[str] = WORKER) -> None:
        """Prepare.

        Args:
            limits: How much a document may ask for.
            worker: The program that reads one.
        """
        self._limits = limits or Limits()
        self._worker = tuple(worker)
        self._places = asyncio.Semaphore(self._limits.at_once)

    async def read(self, name: str, data: bytes) -> ReadDocument:
        """Return what a document says; a caller that is cancelled ends the worker too.

        Args:
            name: The file's name.
            data: The file.

        Raises:
            DocumentRefused: It is not read; the code says why.
        """
        if len(data) > self._limits.most_bytes:
            raise DocumentRefused("too_large")
        # Only the end of a name counts, and it is nobody's business in a process list or a log.
        request = Request(name=name[-_LONGEST_NAME:], size=len(data), limits=self._limits)
        async with self._places:
            begun = time.monotonic()
            answer = await self._answer(framed(request), data)
            took = round((time.monotonic() - begun) * 1000)
        if answer.document is None:
            code = answer.code if answer.code in MESSAGES else "broken"
            log.info("document.refused", code=code, bytes=len(data), ms=took)
            raise DocumentRefused(code)
        log.info(
            "document.read",
            kind=answer.document.kind.value,
            bytes=len(data),
            characters=len(answer.document.text),
            facts=len(answer.document.facts),
            ms=took,
        )
        return answer.document

    async def _answer(self, request: bytes, data: bytes) -> Answer:
        try:
            process = await asyncio.create_subprocess_exec(
                *self._worker,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                # What a crashing parser says may quote the document.
                stderr=asyncio.subprocess.DEVNULL,
                env=_environment(),
                cwd=os.sep,
                start_new_session=True,
            )
        except OSError as error:
            log.error("document.worker_not_started", errno=error.errno)  # noqa: TRY400 -- paths stay out of logs
            return Answer(code="too_slow")
        output = b""
        try:
            async with asyncio.timeout(self._limits.wall_ms / 1000):
                output = await self._converse(process, request, data)
                await process.wait()
        except TimeoutError:
            return Answer(code="too_slow")
        finally:
            await _end(process)
        answer = answer_in(output)
        if answer is not None:
            return answer
        log.warning("document.worker_died", status=process.returncode)
        return Answer(code="too_slow" if process.returncode in _OUT_OF_TIME else "broken")

    async def _converse(self, process: asyncio.subprocess.Process, request: bytes, data: bytes) -> bytes:
        assert process.stdin is not None
        assert process.stdout is not None
        telling = asyncio.ensure_future(_tell(process.stdin, request, data))
        try:
            most = self._limits.most_characters * _MOST_BYTES_PER_CHARACTER * 2 + _ROOM_FOR_FACTS
            output = bytearray()
            while chunk := await process.stdout.read(_CHUNK):
                output += chunk
                if len(output) > most:
                    return b""
            return bytes(output)
        finally:
            telling.cancel()
            await asyncio.gather(telling, return_exceptions=True)


async def _tell(source: asyncio.StreamWriter, request: bytes, data: bytes) -> None:
    # A worker that died early reads no further: how it ended says more than that.
    with suppress(OSError):
        source.write(request)
        source.write(data)
        await source.drain()
        source.close()


async def _end(process: asyncio.subprocess.Process) -> None:
    """Kill a worker that still runs, and wait until nothing of it is left."""
    if process.returncode is None:
        with suppress(ProcessLookupError):
            process.kill()
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.close()
    while await process.stdout.read(_CHUNK):
        pass
    await process.wait()


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return {**kept, "PYTHONPATH": str(_PACKAGES), "PYTHONUTF8": "1"}
