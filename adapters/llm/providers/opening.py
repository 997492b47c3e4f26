"""Opens a provider by its kind; its SDK is imported here and not before, in a thread: it takes seconds."""

from __future__ import annotations

from collections.abc import Mapping

from adapters.llm.calling.call import Provider
from adapters.llm.calling.openings import Openings
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


class Providers(Openings[Provider]):
    """The providers of texts."""

    def __init__(
        self, settings: Mapping[str, ProviderSettings], models: Mapping[Choice, ModelSettings]
    ) -> None:
        """Remember how to open them.

        Args:
            settings: By name.
            models: How their models are called.
        """
        super().__init__(settings, lambda chosen: open_provider(chosen, models))
