"""What the environment says of the routing table: which variables mean something, and what they say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, cast

from adapters.llm.asking import SPEECH, Task
from adapters.llm.routing.refused import RoutingError

PREFIX: Final = "INTERVIEW_ENGINE_LLM"
CONFIG_VARIABLE: Final = f"{PREFIX}_CONFIG"
MODEL_VARIABLE: Final = f"{PREFIX}_MODEL"
MODELS_VARIABLE: Final = f"{PREFIX}_MODELS"
TOGETHER_VARIABLE: Final = f"{PREFIX}_JUDGE_TOGETHER"
COMPATIBLE: Final = "compatible"
OFF: Final = ("off", "0", "false", "no")
_BUDGETS: Final = tuple(
    f"{whose}_{what}" for whose in ("room", "person_day", "day") for what in ("usd", "tokens", "minutes")
)

Table = dict[str, object]


def variables_known() -> frozenset[str]:
    """Return the environment variables with our prefix that mean something here."""
    tasks = (f"{PREFIX}_{task.upper()}" for task in Task)
    budgets = (f"{PREFIX}_{name.upper()}" for name in _BUDGETS)
    others = (
        CONFIG_VARIABLE,
        MODEL_VARIABLE,
        MODELS_VARIABLE,
        TOGETHER_VARIABLE,
        f"{PREFIX}_KEY",
        f"{PREFIX}_BASE_URL",
        f"{PREFIX}_SPEECH_KEY",
        f"{PREFIX}_SPEECH_BASE_URL",
    )
    return frozenset({PREFIX, f"{PREFIX}_KEEP_REPLIES", *others, *tasks, *budgets})


def from_variables(variables: Mapping[str, str]) -> Table:
    """Return what the variables say, as a file would.

    Args:
        variables: The environment.

    Raises:
        RoutingError: A number is none.
    """
    tasks: Table = {}
    model = variables.get(MODEL_VARIABLE, "").strip()
    for task in Task:
        own = variables.get(f"{PREFIX}_{task.upper()}") or variables.get(MODELS_VARIABLE)
        if task in SPEECH:
            # What writes well need not hear: these two are named for themselves.
            own = variables.get(f"{PREFIX}_{task.upper()}")
            if not own:
                continue
        if own and own.strip().lower() in OFF:
            tasks[task] = {"models": []}
        elif own:
            tasks[task] = {"models": [part.strip() for part in own.split(",") if part.strip()]}
        elif model:
            tasks[task] = {"models": [f"{COMPATIBLE}:{model}"]}
    together = variables.get(TOGETHER_VARIABLE, "").strip().lower()
    if together:
        lay_over(tasks, {Task.JUDGE: {"together": together not in OFF}})
    budgets = {
        name: _number(f"{PREFIX}_{name.upper()}", text)
        for name in _BUDGETS
        if (text := variables.get(f"{PREFIX}_{name.upper()}"))
    }
    said: Table = {"tasks": tasks, "budgets": budgets}
    keep = variables.get(f"{PREFIX}_KEEP_REPLIES", "").strip().lower()
    if keep:
        said["keep_replies"] = keep not in OFF
    return said


def providers_named(variables: Mapping[str, str]) -> frozenset[str] | None:
    """Return the providers that the variables name for every task; None when they name none.

    Args:
        variables: The environment.
    """
    said = variables.get(MODELS_VARIABLE, "").strip()
    if said:
        return frozenset(part.partition(":")[0].strip() for part in said.split(","))
    return frozenset({COMPATIBLE}) if variables.get(MODEL_VARIABLE, "").strip() else None


def lay_over(table: Table, more: Table) -> None:
    """Let `more` say what shall differ, down to single fields of the tables.

    Args:
        table: Is changed.
        more: What comes over it.
    """
    for key, value in more.items():
        below = table.get(key)
        if isinstance(below, dict) and isinstance(value, dict):
            lay_over(cast("Table", below), cast("Table", value))
        else:
            table[key] = value


def _number(name: str, text: str) -> float:
    try:
        number = float(text)
    except ValueError as error:
        raise RoutingError("bad_value", where=name, detail=text[:20]) from error
    return int(number) if number.is_integer() else number
