"""Opens a provider by its kind; its SDK is imported here and not before, in a thread: it takes seconds."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from adapters.llm.calling.call import Provider
from adapters.llm.routing.settings import Choice, ModelSettings, ProviderKind, ProviderSettings


def open_provider(settings: ProviderSettings, models: Mapping[Choice, ModelSettings]) -> Provider:
    """Return a provider; its SDK is imported now.

    Args:
        settings: Which, with its key and address.
        models: How its models are called.
    """
    match settings.kind:
        case ProviderKind.OPENAI:
            from adapters.llm.providers.openai import OpenAIProvider

            return OpenAIProvider(settings.key, settings.base_url)
        case ProviderKind.ANTHROPIC:
            from adapters.llm.providers.anthropic import AnthropicProvider

            return AnthropicProvider(settings.key, settings.base_url)
        case ProviderKind.GEMINI:
            from adapters.llm.providers.gemini import GeminiProvider

            return GeminiProvider(settings.key, settings.base_url)
        case ProviderKind.OPENAI_COMPATIBLE:
            from adapters.llm.providers.openai_compatible import OpenAICompatibleProvider

            modes = {
                choice.model: model.schema
                for choice, model in models.items()
                if choice.provider == settings.name
            }
            return OpenAICompatibleProvider(settings.key, settings.base_url, modes)


class Providers:
    """The providers of a routing table, each opened when it is first needed."""

    def __init__(
        self, settings: Mapping[str, ProviderSettings], models: Mapping[Choice, ModelSettings]
    ) -> None:
        """Remember how to open them.

        Args:
            settings: By name.
            models: How their models are called.
        """
        self._settings = settings
        self._models = models
        self._opening: dict[str, asyncio.Task[Provider]] = {}

    def open_all(self) -> None:
        """Begin to open every provider, so that no interview waits for it."""
        for name in self._settings:
            self._open(name)

    async def get(self, name: str) -> Provider:
        """Return a provider, opened."""
        self._open(name)
        # Shielded: who first asks for it may be cancelled, and the others still wait for it.
        return await asyncio.shield(self._opening[name])

    def _open(self, name: str) -> None:
        if name not in self._opening:
            work = asyncio.to_thread(open_provider, self._settings[name], self._models)
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
