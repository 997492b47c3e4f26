"""Which pairs to compare: all of them in a small room, the most telling ones in a large one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_engine.values import value

if TYPE_CHECKING:
    from interview_engine.ids import TurnId

ALL_PAIRS_UP_TO = 7
"""Answers up to which every pair is compared."""


@value(kw_only=True)
class Comparable:
    """An answer that may be compared, with its author's strength so far (logits; 0.0 when unknown)."""

    turn_id: TurnId
    strength: float = 0.0


def choose_pairs(
    comparables: tuple[Comparable, ...],
    judged: tuple[tuple[TurnId, TurnId], ...] = (),
    budget: int | None = None,
) -> tuple[tuple[TurnId, TurnId], ...]:
    """Choose which pairs of answers to one question to compare next.

    Up to `ALL_PAIRS_UP_TO` answers every pair is chosen. Above, pairs are picked one at a time: first
    the answers compared least, then the closest strengths, where a verdict tells most (a duel's Fisher
    information p(1 - p) is greatest at p = 1/2).

    Args:
        comparables: The answers, in any order.
        judged: Pairs that have a verdict already, in either orientation; they count towards the balance.
        budget: Most pairs to choose; None for all pairs of a small room, or twice the number of answers.

    Returns:
        New pairs, each with the smaller id first, in the order in which they should be judged.
    """
    answers = sorted({item.turn_id: item for item in comparables}.values(), key=lambda item: item.turn_id)
    done = {(min(pair), max(pair)) for pair in judged}
    open_pairs = [
        (first, second)
        for place, first in enumerate(answers)
        for second in answers[place + 1 :]
        if (first.turn_id, second.turn_id) not in done
    ]
    limit = _default_budget(len(answers)) if budget is None else max(0, budget)
    if len(open_pairs) <= limit:
        return tuple((first.turn_id, second.turn_id) for first, second in open_pairs)
    met = dict.fromkeys((item.turn_id for item in answers), 0)
    for pair in sorted(done):
        for turn_id in pair:
            if turn_id in met:
                met[turn_id] += 1
    chosen: list[tuple[TurnId, TurnId]] = []
    while open_pairs and len(chosen) < limit:
        best = min(open_pairs, key=lambda pair: _urgency(pair, met))
        open_pairs.remove(best)
        names = (best[0].turn_id, best[1].turn_id)
        chosen.append(names)
        for turn_id in names:
            met[turn_id] += 1
    return tuple(chosen)


def _default_budget(answers: int) -> int:
    if answers <= ALL_PAIRS_UP_TO:
        return answers * (answers - 1) // 2
    return 2 * answers


def _urgency(
    pair: tuple[Comparable, Comparable], met: dict[TurnId, int]
) -> tuple[int, int, float, TurnId, TurnId]:
    first, second = pair
    counts = (met[first.turn_id], met[second.turn_id])
    gap = round(abs(first.strength - second.strength), 6)
    return (sum(counts), max(counts), gap, first.turn_id, second.turn_id)
