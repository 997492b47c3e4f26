"""Opens what hears and speaks, by a routing table's providers."""

from __future__ import annotations

from collections.abc import Mapping

from adapters.llm.calling.openings import Openings
from adapters.llm.routing.settings import ProviderSettings
from adapters.llm.speech.openai_speech import OpenAiSpeech


class SpeechProviders(Openings[OpenAiSpeech]):
    """The providers of sound."""

    def __init__(self, settings: Mapping[str, ProviderSettings]) -> None:
        """Remember how to open them.

        Args:
            settings: By name.
        """
        super().__init__(settings, lambda chosen: OpenAiSpeech(chosen.key, chosen.base_url))
