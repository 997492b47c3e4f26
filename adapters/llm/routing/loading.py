"""Where the routing table comes from: the shipped defaults, then a TOML file, then the environment.

Without a key, or a server that wants none, there is no table: nothing of this adapter is used.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Final, cast

import attrs
import msgspec

from adapters.llm.asking import SPEECH, Task
from adapters.llm.budgets.ledger import Limit, Limits
from adapters.llm.budgets.price import MICROS_PER_DOLLAR, UNKNOWN_PRICE, Price
from adapters.llm.routing.refused import RoutingError
from adapters.llm.routing.settings import (
    Choice,
    ModelSettings,
    ProviderKind,
    ProviderSettings,
    Routing,
    TaskRoute,
)
from adapters.llm.routing.variables import (
    CONFIG_VARIABLE,
    OFF,
    PREFIX,
    Table,
    from_variables,
    lay_over,
    providers_named,
)
from adapters.llm.routing.wording import ModelWords, ProviderWords, RoutingWords, TaskWords

FILE_NAME: Final = "llm.toml"
_HERE: Final = Path(__file__).parent
_WITH_SOUND: Final = (ProviderKind.OPENAI, ProviderKind.OPENAI_COMPATIBLE)
"""Whose protocol for hearing and speaking is spoken here."""


def load_routing(variables: Mapping[str, str], folders: tuple[Path, ...] = ()) -> Routing | None:
    """Return the routing table, or None when no model can be called.

    Args:
        variables: The environment.
        folders: Where a file of the name `llm.toml` may stand; the first that has one counts.

    Raises:
        RoutingError: Something that is said can't be used.
    """
    if variables.get(PREFIX, "").strip().lower() in OFF:
        return None
    table = _read(_HERE / "defaults.toml")
    lay_over(table, _read(_HERE / "prices.toml"))
    own = _own_file(variables, folders)
    own_table: Table = {} if own is None else _read(own)
    lay_over(own_table, from_variables(variables))
    lay_over(table, own_table)
    _keep_sound_with(providers_named(variables), table, own_table)
    where = str(own) if own is not None else PREFIX
    try:
        words = msgspec.convert(table, RoutingWords)
    except msgspec.ValidationError as error:
        raise RoutingError("bad_value", where=where, detail=str(error)) from error
    said = msgspec.convert(own_table.get("tasks", {}), dict[str, TaskWords])
    named = frozenset(name for name, task in said.items() if task.models)
    routing = _routing(words, variables, where, named)
    return routing and attrs.evolve(routing, files=() if own is None else (str(own),))


def _read(path: Path) -> Table:
    try:
        with path.open("rb") as file:
            return cast("Table", tomllib.load(file))
    except OSError as error:
        raise RoutingError("unreadable", where=str(path), detail=error.strerror or "") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RoutingError("bad_toml", where=str(path), detail=str(error)) from error


def _own_file(variables: Mapping[str, str], folders: tuple[Path, ...]) -> Path | None:
    named = variables.get(CONFIG_VARIABLE)
    if named:
        return Path(named)
    return next((folder / FILE_NAME for folder in folders if (folder / FILE_NAME).is_file()), None)


def _keep_sound_with(providers: frozenset[str] | None, table: Table, own: Table) -> None:
    """Leave the shipped models for sound out where the variables name other providers for everything.

    Whoever runs all of it on a server of their own does not expect a key beside it to send voices elsewhere.
    """
    for task in SPEECH if providers is not None else ():
        models = _models_of(table, task)
        if _models_of(own, task) is None and models is not None and providers is not None:
            kept = [one for one in models if str(one).partition(":")[0] in providers]
            lay_over(table, {"tasks": {task.value: {"models": kept}}})


def _models_of(table: Table, task: Task) -> list[object] | None:
    tasks = table.get("tasks")
    route = tasks.get(task.value) if isinstance(tasks, dict) else None
    models = route.get("models") if isinstance(route, dict) else None
    return models if isinstance(models, list) else None


def _routing(
    words: RoutingWords, variables: Mapping[str, str], where: str, said: frozenset[str]
) -> Routing | None:
    """Return the table; `said` names the tasks for which somebody here has named models."""
    providers = {
        name: found
        for name, provider in words.providers.items()
        if (found := _provider(name, provider, variables)) is not None
    }
    tasks: dict[Task, TaskRoute] = {}
    unavailable: list[str] = []
    for name, task in words.tasks.items():
        if name not in set(Task):
            raise RoutingError("no_such_task", where=where, detail=name)
        if task.together and name != Task.JUDGE:
            raise RoutingError("bad_value", where=where, detail=f"tasks.{name}.together")
        choices = [_choice(text, words, where) for text in task.models]
        for choice in choices if name in SPEECH else ():
            if words.providers[choice.provider].kind not in _WITH_SOUND:
                raise RoutingError("no_sound", where=where, detail=str(choice))
        usable = tuple(choice for choice in choices if choice.provider in providers)
        # That one key makes the other shipped models unusable surprises nobody.
        unavailable.extend(str(choice) for choice in choices if choice not in usable and name in said)
        tasks[Task(name)] = TaskRoute(
            models=usable,
            seconds=task.seconds,
            at_once=task.at_once,
            hedge_after_s=task.hedge_after_s,
            together=task.together,
        )
    used = {choice for task in tasks.values() for choice in task.models}
    if not used:
        return None
    assert words.dated is not None, "the shipped price list has a date"
    return Routing(
        providers={name: provider for name, provider in providers.items() if name in _names(used)},
        models={choice: _model(choice, words) for choice in sorted(used)},
        tasks=tasks,
        limits=_limits(words),
        keep_replies=words.keep_replies,
        prices_dated=words.dated.isoformat(),
        unavailable=tuple(dict.fromkeys(unavailable)),
    )


def _names(choices: set[Choice]) -> set[str]:
    return {choice.provider for choice in choices}


def _provider(name: str, words: ProviderWords, variables: Mapping[str, str]) -> ProviderSettings | None:
    """Return a provider that can be called, or None."""
    source = next((key for key in words.key_variables if variables.get(key, "").strip()), "")
    base_url = variables.get(words.base_url_variable, "").strip() or words.base_url
    local = words.keyless and base_url
    if not source and not local:
        return None
    if words.kind is ProviderKind.OPENAI_COMPATIBLE and not base_url:
        return None
    return ProviderSettings(
        name=name,
        kind=words.kind,
        key=variables[source].strip() if source else "",
        key_source=source,
        base_url=base_url,
        at_once=words.at_once,
    )


def _choice(text: str, words: RoutingWords, where: str) -> Choice:
    provider, colon, model = text.partition(":")
    if not colon or not model:
        raise RoutingError("bad_model", where=where, detail=text)
    if provider not in words.providers:
        raise RoutingError("no_such_provider", where=where, detail=provider)
    return Choice(provider=provider, model=model)


def _model(choice: Choice, words: RoutingWords) -> ModelSettings:
    said = words.models.get(str(choice), ModelWords())
    price = words.prices.get(str(choice))
    return ModelSettings(
        family=said.family or choice.provider,
        effort=said.effort,
        thinking_tokens=said.thinking_tokens,
        cache=said.cache,
        stream=said.stream,
        schema=said.schema,
        # Whisper servers say times; of the models of OpenAI itself only some.
        times=words.providers[choice.provider].kind is ProviderKind.OPENAI_COMPATIBLE
        if said.times is None
        else said.times,
        voice=said.voice,
        price=UNKNOWN_PRICE
        if price is None
        else Price(
            input=price.input,
            output=price.output,
            cached=price.input if price.cached is None else price.cached,
            cache_write=price.input if price.cache_write is None else price.cache_write,
            minute=price.minute,
        ),
    )


def _limits(words: RoutingWords) -> Limits:
    budgets = words.budgets
    return Limits(
        room=_limit(budgets.room_tokens, budgets.room_usd, budgets.room_minutes),
        person=_limit(budgets.person_day_tokens, budgets.person_day_usd, budgets.person_day_minutes),
        day=_limit(budgets.day_tokens, budgets.day_usd, budgets.day_minutes),
    )


def _limit(tokens: int, dollars: float, minutes: float) -> Limit:
    return Limit(
        tokens=tokens or None,
        micros=round(dollars * MICROS_PER_DOLLAR) or None,
        seconds=round(minutes * 60) or None,
    )


def today() -> int:
    """Return the day, in days since the epoch (UTC)."""
    return (dt.datetime.now(dt.UTC).date() - dt.date(1970, 1, 1)).days
