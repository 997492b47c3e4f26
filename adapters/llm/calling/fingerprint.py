"""The hash of a request: everything that was sent, so that one can prove what a reply answered."""

from __future__ import annotations

import hashlib

import msgspec

from adapters.llm.calling.call import Call


def request_hash(provider: str, call: Call) -> str:
    """Return the SHA-256 of a request; time-outs and the way of transport are no part of it."""
    said = (
        provider,
        call.model,
        call.stable,
        call.room,
        call.turn,
        dict(call.schema),
        call.schema_name,
        parameters(call),
        (call.repair.said, call.repair.advice) if call.repair else (),
    )
    return hashlib.sha256(msgspec.json.encode(said, order="sorted")).hexdigest()


def reply_hash(text: str) -> str:
    """Return the SHA-256 of a reply, word for word."""
    return hashlib.sha256(text.encode()).hexdigest()


def parameters(call: Call) -> str:
    """Return what a call was made with beside its texts, as it stands in events."""
    effort = f" effort={call.effort}" if call.effort else ""
    plain = " plain" if call.plain else ""
    return f"most_output_tokens={call.most_output_tokens}{effort}{plain}"
