"""Providers that are opened once, when they are first needed: to import an SDK takes seconds."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Generic, Protocol, TypeVar

from adapters.llm.routing.settings import ProviderSettings


class Closes(Protocol):
    """Holds connections."""

    async def close(self) -> None:
        """Let go of all connections."""


P = TypeVar("P", bound=Closes)


class Openings(Generic[P]):
    """The providers of a routing table, each opened in a thread."""

    def __init__(
        self, settings: Mapping[str, ProviderSettings], opener: Callable[[ProviderSettings], P]
    ) -> None:
        """Remember how to open them.

        Args:
            settings: By name.
            opener: Opens one; may take its time.
        """
        self._settings = settings
        self._opener = opener
        self._opening: dict[str, asyncio.Task[P]] = {}

    def open_all(self) -> None:
        """Begin to open every provider, so that nobody waits for it later."""
        for name in self._settings:
            self._open(name)

    async def get(self, name: str) -> P:
        """Return a provider, opened."""
        self._open(name)
        # Shielded: who first asks for it may be cancelled, and the others still wait for it.
        return await asyncio.shield(self._opening[name])

    def _open(self, name: str) -> None:
        if name not in self._opening:
            work = asyncio.to_thread(self._opener, self._settings[name])
            self._opening[name] = asyncio.create_task(work)
            # Whoever calls it is told what went wrong; until then nobody is.
            self._opening[name].add_done_callback(lambda done: done.cancelled() or done.exception())

    async def close(self) -> None:
        """Let go of all connections."""
        opening = list(self._opening.values())
        self._opening.clear()
        for found in await asyncio.gather(*opening, return_exceptions=True):
            if not isinstance(found, BaseException):
                await found.close()
