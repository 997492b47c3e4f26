"""What an interview can be expected to cost before it is held: measured tokens times this table's prices.

Tokens were measured with one size of room. Other sizes follow from what is asked for: an answer by each AI
candidate, a judgement of each answer by each interviewer, a comparison of each two candidates.
"""

from __future__ import annotations

from adapters.llm.asking import Task
from adapters.llm.budgets.price import MICROS_PER_DOLLAR
from adapters.llm.calling.call import Usage
from adapters.llm.routing.measuring import TaskTokens, measured_tokens
from adapters.llm.routing.settings import Choice, Routing
from adapters.service.costs import ExpectedCost, Outline


def expected_cost(routing: Routing, outline: Outline) -> ExpectedCost:
    """Return what an interview can be expected to cost, with one person among the candidates.

    Args:
        routing: Which models do which task, and their prices.
        outline: The interview.
    """
    measured = measured_tokens()
    alone = routing.alone is not None
    tasks = (measured.alone if alone else measured.several)[outline.preset][outline.language]
    micros, input_tokens, output_tokens, priced = 0.0, 0.0, 0.0, True
    for task, tokens in tasks.items():
        share = _work(task, outline.candidates, outline.interviewers, alone=alone) / _work(
            task, measured.candidates, measured.interviewers, alone=alone
        )
        cost = micros_of(routing, task, tokens)
        priced = priced and cost is not None
        micros += share * (cost or 0)
        input_tokens += share * tokens.input
        output_tokens += share * tokens.output
    return ExpectedCost(
        usd=micros / MICROS_PER_DOLLAR if priced else None,
        input_tokens=round(input_tokens),
        output_tokens=round(output_tokens),
        measured=measured.dated.isoformat(),
        prices=routing.prices_dated,
    )


def micros_of(routing: Routing, task: Task, tokens: TaskTokens) -> int | None:
    """Return what a task's tokens cost with the model that it asks first, in millionths of a US dollar.

    Args:
        routing: Which models do which task, and their prices.
        task: The task; without a model it is done offline and costs nothing.
        tokens: What it takes; what was sent before is taken to come from a cache.

    Returns:
        None when the model has no price.
    """
    choice = _first(routing, task)
    if choice is None:
        return 0
    price = routing.models[choice].price
    usage = Usage(input_tokens=tokens.input, cached_tokens=tokens.repeated, output_tokens=tokens.output)
    return price.micros(usage) if price.known else None


def _first(routing: Routing, task: Task) -> Choice | None:
    """Return the model that a task asks first; judges are not the author if they can help it."""
    author = _author(routing)
    judging = task in (Task.JUDGE, Task.COMPARE)
    avoid = frozenset({routing.models[author].family}) if author is not None and judging else frozenset()
    return next(iter(routing.order(task, avoid)), None)


def _author(routing: Routing) -> Choice | None:
    return next(iter(routing.route(Task.ANSWER).models), None)


def _work(task: Task, candidates: int, interviewers: int, *, alone: bool) -> float:
    """Return how much of a task one question makes in a room of one person and AI candidates."""
    if task is Task.ANSWER:
        return candidates - 1
    if task is Task.QUESTION:
        return candidates + 1
    if task is Task.JUDGE:
        # What a family wrote is judged offline by the first interviewer where there is no other family.
        return candidates * (interviewers - 1) + 1 if alone else candidates * interviewers
    if task is Task.COMPARE:
        return candidates * (candidates - 1) / 2
    return 1
