"""The four families of providers at the local server, each with everything that differs between them."""

from __future__ import annotations

from typing import Final

import attrs

from adapters.llm.calling.call import Call, Provider
from adapters.llm.calling.schema import reply_schema
from adapters.llm.providers.opening import open_provider
from adapters.llm.routing.settings import ProviderKind, ProviderSettings

KEY: Final = "sk-test-0123456789abcdef"


@attrs.frozen(kw_only=True)
class Verdict:
    """A small reply of the tests' own."""

    level: int
    reason: str


@attrs.frozen(kw_only=True)
class Family:
    """One family of providers.

    Attributes:
        kind: Which.
        suffix: What follows the server's address in its base URL.
        path: Where its requests arrive.
        key_variable: What holds its key.
        url_variable: What holds its address.
    """

    kind: ProviderKind
    suffix: str
    path: str
    key_variable: str
    url_variable: str

    def provider(self, url: str) -> Provider:
        """Return the provider, on its real SDK, at a server."""
        settings = ProviderSettings(name=self.kind.value, kind=self.kind, key=KEY, base_url=url + self.suffix)
        return open_provider(settings, {})


FAMILIES: Final = (
    Family(
        kind=ProviderKind.OPENAI,
        suffix="/v1",
        path="/v1/responses",
        key_variable="OPENAI_API_KEY",
        url_variable="OPENAI_BASE_URL",
    ),
    Family(
        kind=ProviderKind.ANTHROPIC,
        suffix="",
        path="/v1/messages",
        key_variable="ANTHROPIC_API_KEY",
        url_variable="ANTHROPIC_BASE_URL",
    ),
    Family(
        kind=ProviderKind.GEMINI,
        suffix="",
        path="/v1/models/a-model",
        key_variable="GEMINI_API_KEY",
        url_variable="GOOGLE_GEMINI_BASE_URL",
    ),
    Family(
        kind=ProviderKind.OPENAI_COMPATIBLE,
        suffix="/v1",
        path="/v1/chat/completions",
        key_variable="INTERVIEW_ENGINE_LLM_KEY",
        url_variable="INTERVIEW_ENGINE_LLM_BASE_URL",
    ),
)


def a_call(*, stream: bool = False, effort: str = "low", cache: bool = True, timeout_s: float = 10.0) -> Call:
    """Return a call for a verdict."""
    return Call(
        model="a-model",
        stable="You judge answers.",
        room="The question: why us?",
        turn="The answer: because.",
        schema=reply_schema(Verdict),
        schema_name="judge",
        most_output_tokens=500,
        effort=effort,
        cache=cache,
        stream=stream,
        timeout_s=timeout_s,
    )
