"""Opens what hears and speaks, by a routing table's providers; the SDK is imported in a thread."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from adapters.llm.routing.settings import ProviderSettings
from adapters.llm.speech.openai_speech import OpenAiSpeech


class SpeechProviders:
    """The providers of sound, each opened when it is first needed."""

    def __init__(self, settings: Mapping[str, ProviderSettings]) -> None:
        """Remember how to open them.

        Args:
            settings: By name.
        """
        self._settings = settings
        self._opening: dict[str, asyncio.Task[OpenAiSpeech]] = {}

    def open_all(self) -> None:
        """Begin to open every provider, so that nobody's first words wait for it."""
        for name in self._settings:
            self._open(name)

    async def get(self, name: str) -> OpenAiSpeech:
        """Return a provider, opened."""
        self._open(name)
        # Shielded: who first asks for it may be cancelled, and the others still wait for it.
        return await asyncio.shield(self._opening[name])

    def _open(self, name: str) -> None:
        if name not in self._opening:
            chosen = self._settings[name]
            work = asyncio.to_thread(OpenAiSpeech, chosen.key, chosen.base_url)
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
