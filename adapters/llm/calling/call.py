"""One request to one model and what comes back, in our own words; every provider speaks these."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

import attrs

JsonSchema = Mapping[str, object]
"""A JSON schema, as `msgspec.json.schema` gives it."""


@attrs.frozen(kw_only=True)
class Usage:
    """What a provider counted.

    Attributes:
        input_tokens: All of the request, those from and into a cache included.
        cached_tokens: Of these, read from a cache.
        cache_written_tokens: Of these, written into a cache.
        output_tokens: All of the reply, thinking included.
    """

    input_tokens: int = 0
    cached_tokens: int = 0
    cache_written_tokens: int = 0
    output_tokens: int = 0

    @property
    def tokens(self) -> int:
        """All tokens."""
        return self.input_tokens + self.output_tokens

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            input_tokens=self.input_tokens + other.input_tokens,
            cached_tokens=self.cached_tokens + other.cached_tokens,
            cache_written_tokens=self.cache_written_tokens + other.cache_written_tokens,
            output_tokens=self.output_tokens + other.output_tokens,
        )


@attrs.frozen(kw_only=True)
class Repair:
    """The one second chance: what the model said, and what was wrong with it."""

    said: str
    advice: str


@attrs.frozen(kw_only=True)
class Call:
    """One request to one model.

    Attributes:
        model: The provider's name of the model.
        stable, room, turn: The prompt, from what changes least to what changes most.
        schema, schema_name: The shape of the reply.
        most_output_tokens: Upper bound of the reply, with room for thinking.
        effort: How much the model shall think, in its provider's words; empty for its default.
        plain: Without what not every model takes: effort, marks, and on other servers a strict schema.
        cache: Mark the end of `stable` and `room` as worth caching.
        stream: Take the reply in pieces: a dead connection shows early.
        timeout_s: How long the reply may take.
        repair: What was wrong with the reply before.
    """

    model: str
    stable: str
    room: str = ""
    turn: str = ""
    schema: JsonSchema
    schema_name: str
    most_output_tokens: int
    effort: str = ""
    plain: bool = False
    cache: bool = True
    stream: bool = False
    timeout_s: float = 30.0
    repair: Repair | None = None

    @property
    def user_parts(self) -> tuple[str, ...]:
        """What stands in the user's message, without empty parts; never nothing."""
        return tuple(part for part in (self.room, self.turn) if part) or (" ",)


@attrs.frozen(kw_only=True)
class Reply:
    """What a model said.

    Attributes:
        text: Word for word.
        usage: What it cost.
        model: The model as the provider names it in its reply.
    """

    text: str
    usage: Usage
    model: str = ""


class Provider(Protocol):
    """Calls the models of one provider; retries nothing and waits no longer than it is told."""

    async def call(self, call: Call) -> Reply:
        """Return a model's reply.

        Raises:
            CallFailed: There is none that could be used.
        """

    async def close(self) -> None:
        """Let go of connections."""
