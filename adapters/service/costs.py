"""What language models cost a room, read from its log: every event tells how its content was made.

And how one says what a room is expected to cost.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

import attrs

from interview_engine.core.log import Record
from interview_engine.core.provenance import Provenance
from interview_engine.core.settings import Preset
from interview_engine.vocabulary import Language

OFFLINE: Final = "offline"
"""What stands for a model where none was used."""
_REASON: Final = re.compile(r"=([a-z_]+)(?::\w+)?(?: \((\w+)\))?")
"""A stable word after a model's name, and in brackets what more is known."""


@attrs.frozen(kw_only=True)
class ModelCost:
    """What one model did, or what was done offline.

    Attributes:
        model: "family:model", or "offline".
        pieces: Questions, answers, evaluations, comparisons and feedback.
        input_tokens, cached_tokens, output_tokens: As the provider counted them.
        cost_micros: Millionths of a US dollar.
    """

    model: str
    pieces: int = 0
    input_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0
    cost_micros: int = 0


@attrs.frozen(kw_only=True)
class Costs:
    """What a room cost.

    Attributes:
        models: By model, the dearest first.
        stood_in: How many pieces were done offline because no model answered.
        troubles: Why, in stable words, and of how many pieces; the commonest first.
    """

    models: tuple[ModelCost, ...] = ()
    stood_in: int = 0
    troubles: tuple[tuple[str, int], ...] = ()

    @property
    def used_models(self) -> bool:
        """Whether any model was asked."""
        return any(cost.model != OFFLINE for cost in self.models) or self.stood_in > 0

    @property
    def total(self) -> ModelCost:
        """Everything together."""
        return ModelCost(
            model="",
            pieces=sum(cost.pieces for cost in self.models),
            input_tokens=sum(cost.input_tokens for cost in self.models),
            cached_tokens=sum(cost.cached_tokens for cost in self.models),
            output_tokens=sum(cost.output_tokens for cost in self.models),
            cost_micros=sum(cost.cost_micros for cost in self.models),
        )


@attrs.frozen(kw_only=True)
class Outline:
    """As much of an interview as its cost depends on.

    Attributes:
        preset: How long it is.
        candidates: How many there are, one of them a person.
        interviewers: How many there are.
        language: What is spoken.
    """

    preset: Preset
    candidates: int
    interviewers: int
    language: Language


@attrs.frozen(kw_only=True)
class ExpectedCost:
    """What language models can be expected to cost an interview.

    Attributes:
        usd: US dollars; None when a model has no price.
        input_tokens, output_tokens: What it is computed from.
        measured: The day on which such interviews' tokens were counted.
        prices: The day of the price list.
    """

    usd: float | None
    input_tokens: int
    output_tokens: int
    measured: str
    prices: str


def costs_of(log: Iterable[Record]) -> Costs:
    """Return what a room's log says about its costs."""
    by_model: dict[str, ModelCost] = {}
    troubles: Counter[str] = Counter()
    for record in log:
        made = getattr(record.event, "provenance", None)
        if not isinstance(made, Provenance):
            continue
        name = OFFLINE if made.offline else f"{made.family}:{made.model}"
        # A reason with a model's name before it is a model that failed; one without was nobody's failure.
        if made.offline and "=" in made.trouble:
            troubles[_why(made.trouble)] += 1
        so_far = by_model.get(name, ModelCost(model=name))
        by_model[name] = ModelCost(
            model=name,
            pieces=so_far.pieces + 1,
            input_tokens=so_far.input_tokens + made.input_tokens,
            cached_tokens=so_far.cached_tokens + made.cached_tokens,
            output_tokens=so_far.output_tokens + made.output_tokens,
            cost_micros=so_far.cost_micros + made.cost_micros,
        )
    models = sorted(by_model.values(), key=lambda cost: (-cost.cost_micros, cost.model))
    commonest = sorted(troubles.items(), key=lambda trouble: (-trouble[1], trouble[0]))
    return Costs(models=tuple(models), stood_in=troubles.total(), troubles=tuple(commonest))


def _why(trouble: str) -> str:
    """Return why the first model was not used: what a resting one rests for, where that is known."""
    found = _REASON.search(trouble)
    if found is None:
        return ""
    word, detail = found.groups()
    return detail if word == "resting" and detail else word
