"""How a routing file is written: the shape that TOML must have. Unknown names are refused."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import msgspec

from adapters.llm.routing.settings import ProviderKind, SchemaMode

Seconds = Annotated[float, msgspec.Meta(gt=0, le=600)]
Places = Annotated[int, msgspec.Meta(ge=1, le=256)]
NotNegative = Annotated[float, msgspec.Meta(ge=0)]


class ProviderWords(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """A `[providers.NAME]` table. Keys never stand in a file: it names the variables that hold them."""

    kind: ProviderKind
    key_variables: tuple[str, ...] = ()
    base_url: str = ""
    base_url_variable: str = ""
    keyless: bool = False
    at_once: Places = 8


class ModelWords(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """A `[models."PROVIDER:MODEL"]` table."""

    family: str = ""
    effort: str = ""
    thinking_tokens: Annotated[int, msgspec.Meta(ge=0, le=100_000)] = 0
    cache: bool = True
    stream: bool = False
    schema: SchemaMode = SchemaMode.STRICT
    times: bool | None = None
    voice: Annotated[str, msgspec.Meta(max_length=100)] = ""


class TaskWords(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """A `[tasks.TASK]` table."""

    models: tuple[str, ...] = ()
    seconds: Seconds = 24.0
    at_once: Places = 8
    hedge_after_s: NotNegative = 0.0
    together: bool = False


class PriceWords(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """A `[prices."PROVIDER:MODEL"]` table: US dollars per million tokens, or per minute of sound."""

    input: NotNegative = 0.0
    output: NotNegative = 0.0
    minute: NotNegative = 0.0
    cached: NotNegative | None = None
    cache_write: NotNegative | None = None


class BudgetWords(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """The `[budgets]` table; 0 means no limit."""

    room_usd: NotNegative = 0.0
    room_tokens: Annotated[int, msgspec.Meta(ge=0)] = 0
    person_day_usd: NotNegative = 0.0
    person_day_tokens: Annotated[int, msgspec.Meta(ge=0)] = 0
    day_usd: NotNegative = 0.0
    day_tokens: Annotated[int, msgspec.Meta(ge=0)] = 0
    room_minutes: NotNegative = 0.0
    person_day_minutes: NotNegative = 0.0
    day_minutes: NotNegative = 0.0


class RoutingWords(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """A whole routing file."""

    providers: dict[str, ProviderWords] = {}
    models: dict[str, ModelWords] = {}
    tasks: dict[str, TaskWords] = {}
    prices: dict[str, PriceWords] = {}
    budgets: BudgetWords = msgspec.field(default_factory=BudgetWords)
    keep_replies: bool = False
    dated: dt.date | None = None
