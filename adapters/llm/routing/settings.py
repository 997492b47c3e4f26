"""The routing table as one frozen value: providers, models, and what each task may use."""

from __future__ import annotations

import enum
from collections.abc import Mapping

import attrs

from adapters.llm.asking import Task
from adapters.llm.budgets.ledger import NO_LIMITS, Limits
from adapters.llm.budgets.price import UNKNOWN_PRICE, Price


class ProviderKind(enum.StrEnum):
    """Which SDK and which wire protocol."""

    OPENAI = "openai"
    ANTHROPIC = "anthropic"
    GEMINI = "gemini"
    OPENAI_COMPATIBLE = "openai_compatible"


class SchemaMode(enum.StrEnum):
    """How a server is told the shape of a reply. Only OpenAI-compatible servers differ."""

    STRICT = "strict"
    """The server holds the model to the schema."""
    JSON = "json"
    """The server holds the model to JSON; the schema stands in the prompt."""
    PROMPT = "prompt"
    """The schema stands in the prompt, and nothing else is asked of the server."""


def masked(secret: str) -> str:
    """Return what may be shown of a key: its last four characters, if it is long enough to spare them."""
    if not secret:
        return ""
    return f"…{secret[-4:]}" if len(secret) >= 16 else "…"


@attrs.frozen(kw_only=True)
class ProviderSettings:
    """One provider with its key.

    Attributes:
        name: What routes call it.
        kind: Its protocol.
        key: Its key; empty for a server that wants none.
        key_source: The variable that held the key.
        base_url: Another address than the SDK's own; empty for that.
        at_once: Calls under way at a time.
    """

    name: str
    kind: ProviderKind
    key: str = attrs.field(default="", repr=masked)
    key_source: str = ""
    base_url: str = ""
    at_once: int = 8


@attrs.frozen(kw_only=True)
class ModelSettings:
    """How one model is called.

    Attributes:
        family: Who made it: a family's answer is never judged by that family alone.
        effort: How much it shall think, in its provider's words; empty for its default.
        thinking_tokens: Room for thinking on top of the longest reply.
        cache: Mark the prompt's stable parts as worth caching.
        stream: Take replies in pieces.
        schema: How it is told the shape of a reply.
        times: Of one that hears: ask it when each word was said.
        voice: Of one that speaks: which of its voices.
        price: What it costs.
    """

    family: str
    effort: str = ""
    thinking_tokens: int = 0
    cache: bool = True
    stream: bool = False
    schema: SchemaMode = SchemaMode.STRICT
    times: bool = False
    voice: str = ""
    price: Price = UNKNOWN_PRICE


@attrs.frozen(kw_only=True, order=True)
class Choice:
    """A model of a provider: `provider:model`."""

    provider: str
    model: str

    def __str__(self) -> str:
        return f"{self.provider}:{self.model}"


@attrs.frozen(kw_only=True)
class TaskRoute:
    """What one task may use.

    Attributes:
        models: In the order in which they are asked.
        seconds: How long the task may take in all; the effect's own deadline counts too.
        at_once: Calls under way at a time.
        hedge_after_s: Ask the next model too when the first has not answered by then; 0 never does.
        together: Judge answers that come at the same moment in one call; the judges' task alone has it.
    """

    models: tuple[Choice, ...] = ()
    seconds: float = 24.0
    at_once: int = 8
    hedge_after_s: float = 0.0
    together: bool = False


@attrs.frozen(kw_only=True)
class Routing:
    """The whole table.

    Attributes:
        providers: Those that can be called: with a key, or without need of one.
        models: Every model that a task uses.
        tasks: What each task may use.
        limits: The budgets.
        keep_replies: Record models' replies word for word, not only their hashes.
        prices_dated: The day of the price list.
        files: What was read beside the defaults.
        unavailable: Models that a file or variable names and whose provider has no key.
    """

    providers: Mapping[str, ProviderSettings]
    models: Mapping[Choice, ModelSettings]
    tasks: Mapping[Task, TaskRoute]
    limits: Limits = NO_LIMITS
    keep_replies: bool = False
    prices_dated: str = ""
    files: tuple[str, ...] = ()
    unavailable: tuple[str, ...] = ()

    def route(self, task: Task) -> TaskRoute:
        """Return what a task may use."""
        return self.tasks.get(task, TaskRoute())

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Every model that some task uses, once, in the order of the tasks."""
        return self.choices_of(tuple(Task))

    def choices_of(self, tasks: tuple[Task, ...]) -> tuple[Choice, ...]:
        """Return every model that one of these tasks uses, once, in their order."""
        return tuple(dict.fromkeys(choice for task in tasks for choice in self.route(task).models))

    @property
    def alone(self) -> str | None:
        """The family that writes the answers and would alone judge them; None where another may."""
        authors = self.route(Task.ANSWER).models
        judges = {self.models[choice].family for choice in self.route(Task.JUDGE).models}
        family = self.models[authors[0]].family if authors else None
        return family if judges == {family} else None

    def order(self, task: Task, avoid: frozenset[str], *, only_others: bool = False) -> tuple[Choice, ...]:
        """Return a task's models without those families; with them when nothing else is left.

        Args:
            task: What is asked for.
            avoid: Families.
            only_others: Leave them out even if nothing is left.
        """
        models = self.route(task).models
        others = tuple(choice for choice in models if self.models[choice].family not in avoid)
        return others if others or only_others else models
