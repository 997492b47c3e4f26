"""Figures for graded answers: pairwise accuracy, grouped cross-validation, dependence on length."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING

import attrs
import numpy as np
from scipy.optimize import minimize  # type: ignore[import-untyped,unused-ignore]
from scipy.stats import rankdata  # type: ignore[import-untyped,unused-ignore]

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from benchmarks.scoring.graded_data import Graded

_RIDGE = 1e-5


@attrs.frozen(kw_only=True)
class Folds:
    """Each answer's score by weights that never saw its question, and the questions of each fold."""

    values: tuple[float, ...]
    questions: tuple[frozenset[str], ...]

    def mean_and_spread(self, answers: Sequence[Graded], keep: Sequence[bool]) -> tuple[float, float]:
        """Return the mean and the standard deviation of the folds' pairwise accuracies."""
        found = [
            pairwise_accuracy(
                answers,
                self.values,
                [kept and answer.question in fold for kept, answer in zip(keep, answers, strict=True)],
            )
            for fold in self.questions
        ]
        return statistics.mean(found), statistics.stdev(found)


def pairwise_accuracy(answers: Sequence[Graded], values: Sequence[float], keep: Sequence[bool]) -> float:
    """Return the share of pairs of one question, graded differently by people, that the values order alike.

    A tie of ours counts half; values nearer than 1e-12 tie.
    """
    right, pairs = 0.0, 0
    for better, worse in _pairs(answers, keep):
        apart = values[better] - values[worse]
        pairs += 1
        right += 0.5 if abs(apart) <= 1e-12 else float(apart > 0)
    return right / pairs if pairs else 0.0


def cross_validated(answers: Sequence[Graded], count: int) -> Folds:
    """Fit the weights of the shares on all questions but a fold's, and score that fold, for each fold.

    Non-negative pairwise logistic regression with a ridge (T. Joachims, Optimizing search engines using
    clickthrough data, KDD 2002, for the pairs).

    Args:
        answers: All answers.
        count: How many folds; a question lies in exactly one.
    """
    questions = sorted(dict.fromkeys(answer.question for answer in answers))
    folds = tuple(frozenset(questions[start::count]) for start in range(count))
    shares = np.array(
        [[a.shares.grams, a.shares.points, a.shares.order, a.shares.substance] for a in answers]
    )
    factors = np.array([a.shares.gate * a.shares.penalty for a in answers])
    values = np.zeros(len(answers))
    for fold in folds:
        held_out = np.array([answer.question in fold for answer in answers])
        pairs = np.array(_pairs(answers, [bool(kept) for kept in ~held_out]))
        weights = _fitted(shares[pairs[:, 0]] - shares[pairs[:, 1]])
        # Scaled to a sum of 1 so that scores of different folds can stand in one list.
        scores = shares @ (weights / weights.sum()) * factors
        values[held_out] = scores[held_out]
    return Folds(values=tuple(float(value) for value in values), questions=folds)


def length_dependence(answers: Sequence[Graded], values: Sequence[float], keep: Sequence[bool]) -> float:
    """Return the partial rank correlation of the values with length given the grades, mean over questions."""
    found = []
    for question in dict.fromkeys(answer.question for answer in answers):
        mine = [index for index, answer in enumerate(answers) if keep[index] and answer.question == question]
        ours = _ranks([values[index] for index in mine])
        length = _ranks([float(answers[index].length) for index in mine])
        human = _ranks([answers[index].human for index in mine])
        ours_length, ours_human = _correlation(ours, length), _correlation(ours, human)
        length_human = _correlation(length, human)
        rest = (1 - ours_human**2) * (1 - length_human**2)
        if rest > 0:
            found.append((ours_length - ours_human * length_human) / rest**0.5)
    return sum(found) / len(found) if found else 0.0


def _pairs(answers: Sequence[Graded], keep: Sequence[bool]) -> list[tuple[int, int]]:
    groups: dict[str, list[int]] = {}
    for index, answer in enumerate(answers):
        if keep[index]:
            groups.setdefault(answer.question, []).append(index)
    return [
        (better, worse)
        for group in groups.values()
        for better in group
        for worse in group
        if answers[better].human > answers[worse].human
    ]


def _fitted(apart: NDArray[np.float64]) -> NDArray[np.float64]:
    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        margin = apart @ weights
        slope = -1.0 / (1.0 + np.exp(np.clip(margin, -500, 500)))
        value = float(np.logaddexp(0.0, -margin).mean()) + _RIDGE * float(weights @ weights)
        return value, apart.T @ slope / len(apart) + 2 * _RIDGE * weights

    count = apart.shape[1]
    result = minimize(loss, np.ones(count), jac=True, method="L-BFGS-B", bounds=[(0.0, None)] * count)
    return np.asarray(result.x, dtype=np.float64)


def _ranks(values: list[float]) -> list[float]:
    return [float(rank) for rank in rankdata(values)]


def _correlation(one: list[float], other: list[float]) -> float:
    middle, centre = sum(one) / len(one), sum(other) / len(other)
    product = sum((a - middle) * (b - centre) for a, b in zip(one, other, strict=True))
    squares = sum((a - middle) ** 2 for a in one) * sum((b - centre) ** 2 for b in other)
    return product / squares**0.5 if squares else 0.0
