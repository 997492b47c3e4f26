"""Texts read aloud, kept in memory for whoever hears them next: each text is paid for once.

Nothing of it touches a disk, and the sound that was heard longest ago goes first.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import Callable, Coroutine
from typing import Final

from adapters.llm.speech.transcribing import Speech
from interview_engine.vocabulary import Language

MOST_BYTES: Final = 64 * 1024 * 1024
LARGEST_BYTES: Final = 8 * 1024 * 1024
"""A larger sound is not kept: it would push out everything else."""


class SoundCache:
    """Remembers sounds by what they say; of several that want the same at once, one asks."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        """Begin empty.

        Args:
            most_bytes: What is kept together.
        """
        self._most = most_bytes
        self._kept: OrderedDict[bytes, Speech] = OrderedDict()
        self._bytes = 0
        self._asking: dict[bytes, asyncio.Task[Speech]] = {}

    async def get(
        self, text: str, language: Language, ask: Callable[[], Coroutine[object, object, Speech]]
    ) -> Speech:
        """Return a text as sound, asked for if it is not there.

        Args:
            text: What to read.
            language: Its language.
            ask: Has it read; what it raises is raised for everybody who waits.
        """
        key = hashlib.blake2b(f"{language.value}\0{text}".encode(), digest_size=16).digest()
        kept = self._kept.get(key)
        if kept is not None:
            self._kept.move_to_end(key)
            return kept
        task = self._asking.get(key)
        if task is None:
            task = asyncio.create_task(ask())
            self._asking[key] = task
            task.add_done_callback(lambda done: self._done(key, done))
        # Shielded: who asked first may go away, and the others still wait.
        return await asyncio.shield(task)

    async def close(self) -> None:
        """Ask for nothing more, and forget everything."""
        tasks = tuple(self._asking.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._kept.clear()
        self._bytes = 0

    def _done(self, key: bytes, task: asyncio.Task[Speech]) -> None:
        self._asking.pop(key, None)
        if task.cancelled() or task.exception() is not None:
            return
        speech = task.result()
        if len(speech.data) > min(LARGEST_BYTES, self._most):
            return
        self._kept[key] = speech
        self._bytes += len(speech.data)
        while self._bytes > self._most:
            _, gone = self._kept.popitem(last=False)
            self._bytes -= len(gone.data)
