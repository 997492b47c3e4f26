"""How good a judge is: does it order pairs as people did, whatever stands first and however long it is?"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from benchmarks.llm.judged_data import Graded
from interview_engine.scoring import Comparison, Evaluation, Verdict


def pair_accuracy(answers: Sequence[Graded], values: Mapping[str, float]) -> float:
    """Return the share of pairs, graded differently, that the values order alike; a tie is half.

    Args:
        answers: Graded by people.
        values: The judge's, by name.
    """
    right, pairs = 0.0, 0
    for better, worse in graded_pairs([one for one in answers if one.name in values]):
        apart = values[better.name] - values[worse.name]
        pairs += 1
        right += 0.5 if abs(apart) <= 1e-12 else float(apart > 0)
    return right / pairs if pairs else math.nan


def graded_pairs(answers: Sequence[Graded]) -> list[tuple[Graded, Graded]]:
    """Return every pair of answers to one question that people graded differently, the better one first.

    Args:
        answers: Graded by people.
    """
    groups: dict[str, list[Graded]] = {}
    for one in answers:
        groups.setdefault(one.question, []).append(one)
    return [
        (better, worse)
        for group in groups.values()
        for better in group
        for worse in group
        if better.human > worse.human
    ]


def verdict_accuracy(pairs: Sequence[tuple[Graded, Graded]], verdicts: Sequence[Comparison]) -> float:
    """Return the share of verdicts that name the answer which people graded higher; a tie is half.

    Args:
        pairs: The better one first.
        verdicts: One for each pair, whatever the order in which its answers were named.
    """
    right = 0.0
    for (better, _), comparison in zip(pairs, verdicts, strict=True):
        if comparison.verdict is Verdict.TIE:
            right += 0.5
        else:
            named = comparison.first if comparison.verdict is Verdict.FIRST else comparison.second
            right += named == better.name
    return right / len(pairs) if pairs else math.nan


def swap_consistency(verdicts: Sequence[Comparison]) -> float:
    """Return the share of pairs on which the judge says the same in both orders.

    Args:
        verdicts: Both orders of each pair.
    """
    return sum(one.forward is one.backward for one in verdicts) / len(verdicts) if verdicts else math.nan


def length_dependence(answers: Sequence[Graded], values: Mapping[str, float]) -> float:
    """Return the partial rank correlation of values with length given the grades, mean over questions.

    Args:
        answers: Graded by people.
        values: The judge's, by name.
    """
    groups: dict[str, list[Graded]] = {}
    for one in answers:
        if one.name in values:
            groups.setdefault(one.question, []).append(one)
    found = [_partial(group, values) for group in groups.values() if len(group) > 3]
    known = [value for value in found if not math.isnan(value)]
    return sum(known) / len(known) if known else math.nan


def level_agreement(one: Sequence[Evaluation], other: Sequence[Evaluation]) -> tuple[float, float]:
    """Return the shares of levels that two ways of judging give alike, and at most one apart.

    Args:
        one: Evaluations.
        other: Of the same answers, in the same order.
    """
    apart = [
        abs(entry.level - twin.level)
        for first, second in zip(one, other, strict=True)
        for entry in first.evidence
        for twin in second.evidence
        if entry.criterion is twin.criterion
    ]
    if not apart:
        return math.nan, math.nan
    return sum(gap == 0 for gap in apart) / len(apart), sum(gap <= 1 for gap in apart) / len(apart)


def _partial(group: Sequence[Graded], values: Mapping[str, float]) -> float:
    ours = _ranks([values[one.name] for one in group])
    length = _ranks([float(len(one.answer)) for one in group])
    human = _ranks([one.human for one in group])
    with_length, with_human = _correlation(ours, length), _correlation(ours, human)
    between = _correlation(length, human)
    rest = (1 - with_human**2) * (1 - between**2)
    return (with_length - with_human * between) / math.sqrt(rest) if rest > 1e-12 else math.nan


def _ranks(values: Sequence[float]) -> list[float]:
    ordered = sorted(values)
    # Equal values share the mean of their places.
    return [ordered.index(value) + (ordered.count(value) - 1) / 2 for value in values]


def _correlation(one: Sequence[float], other: Sequence[float]) -> float:
    middle, centre = sum(one) / len(one), sum(other) / len(other)
    product = sum((a - middle) * (b - centre) for a, b in zip(one, other, strict=True))
    squares = sum((a - middle) ** 2 for a in one) * sum((b - centre) ** 2 for b in other)
    return product / math.sqrt(squares) if squares else 0.0
