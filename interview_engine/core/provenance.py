"""Where a written thing comes from: kept beside it in the log, so a replay needs no provider."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class Provenance:
    """How a report's content was made.

    Attributes:
        family: Model family ("offline", "heuristic", "openai", "anthropic", ...).
        model: Model name, empty offline.
        offline: True when the offline implementation made it.
        prompt_version: Version of the prompt, empty offline.
        request_hash: SHA-256 of the request, empty offline.
        reply_hash: SHA-256 of the raw reply, empty offline. The reply itself may quote people, so it is the
            report's and the event's own field.
        parameters: What the model was asked with beside the texts, empty offline.
        input_tokens, output_tokens: Usage as the provider counts it.
        cached_tokens: Of the input, read from the provider's cache.
        cost_micros: Cost in millionths of a US dollar, failed attempts included.
        latency_ms: From request to reply.
        trouble: Why other models were not used, "provider:model=reason" each; stable words, no text.
    """

    family: str = "offline"
    model: str = ""
    offline: bool = True
    prompt_version: str = ""
    request_hash: str = ""
    reply_hash: str = ""
    input_tokens: int = 0
    output_tokens: int = 0
    cost_micros: int = 0
    latency_ms: int = 0
    parameters: str = ""
    cached_tokens: int = 0
    trouble: str = ""


OFFLINE = Provenance()
