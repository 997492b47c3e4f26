"""A directory that is opened anew for each test of a contract."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path

from adapters.service.people.directory import Directory

Opened = Callable[[Path], AbstractAsyncContextManager[Directory]]


def play(opened: Opened, folder: Path, scene: Callable[[Directory], Awaitable[None]]) -> None:
    """Run a scene against a fresh directory."""

    async def run() -> None:
        async with opened(folder) as directory:
            await scene(directory)

    asyncio.run(run())


class OpenedDirectory:
    """Opens a fresh directory for each test."""

    def opened(self, folder: Path) -> AbstractAsyncContextManager[Directory]:
        """Open a directory that keeps what it keeps in a folder."""
        raise NotImplementedError

    def play(self, folder: Path, scene: Callable[[Directory], Awaitable[None]]) -> None:
        play(self.opened, folder, scene)
