"""Strengths from duels and scores: MAP Bradley-Terry, solved by Newton's method in plain Python.

Model: P(i beats j) = 1 / (1 + exp(-(s_i - s_j))) (Bradley and Terry, "Rank analysis of incomplete block
designs I", Biometrika 39, 1952), a tie counting as half a win for each side. Each s_i has a Gaussian
prior N(m_i, v_i), which makes the log-posterior strictly concave: the maximum exists and is unique even
when one side wins everything or the duels are not connected (the case for a prior is made in Caron and
Doucet, "Efficient Bayesian inference for generalized Bradley-Terry models", JCGS 21, 2012). The
covariance is Laplace's: the inverse of the negated Hessian at the maximum.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from interview_engine.values import value

if TYPE_CHECKING:
    from collections.abc import Sequence

_PRECISE = 1e-5
"""Longest step after which to stop: Newton's error is then about its square."""
_MOST_STEPS = 60
_LONGEST_STEP = 1.5
"""Logits that one step may move a strength: keeps Newton inside the region where it converges."""


@value(kw_only=True)
class Pairing:
    """All duels of one pair, counted: `first` won `wins` of `games` (a tie is half a win)."""

    first: int
    second: int
    games: float
    wins: float


@value(kw_only=True)
class Posterior:
    """Strengths (logits) and their covariance, by index."""

    strengths: tuple[float, ...]
    covariance: tuple[tuple[float, ...], ...]

    def variance_of_difference(self, one: int, other: int) -> float:
        """Return the variance of the difference of two strengths, in squared logits."""
        rows = self.covariance
        return rows[one][one] + rows[other][other] - 2.0 * rows[one][other]


def most_probable_strengths(
    means: Sequence[float], variances: Sequence[float], pairings: Sequence[Pairing]
) -> Posterior:
    """Find the maximum of the posterior and the covariance there.

    Args:
        means: Prior mean per competitor, logits.
        variances: Prior variance per competitor, squared logits, all positive.
        pairings: Counted duels; the indices point into `means`.

    Returns:
        The strengths, exact to about 1e-9 logits, and Laplace's covariance.
    """
    strengths = list(means)
    precisions = [1.0 / variance for variance in variances]
    duels = [(p.first, p.second, p.games, p.wins) for p in pairings]
    if not duels:
        return Posterior(strengths=tuple(strengths), covariance=_inverse_diagonal(variances))
    exp = math.exp
    for _ in range(_MOST_STEPS):
        slope = [p * (m - s) for p, m, s in zip(precisions, means, strengths, strict=True)]
        bend = _diagonal(precisions)
        for first, second, games, wins in duels:
            chance = 1.0 / (1.0 + exp(strengths[second] - strengths[first]))
            surprise = wins - games * chance
            slope[first] += surprise
            slope[second] -= surprise
            information = games * chance * (1.0 - chance)
            bend[first][first] += information
            bend[second][second] += information
            bend[first][second] -= information
            bend[second][first] -= information
        covariance = _inverse(bend)
        step = [sum(map(float.__mul__, row, slope)) for row in covariance]
        longest = max(map(abs, step))
        scale = _LONGEST_STEP / longest if longest > _LONGEST_STEP else 1.0
        strengths = [s + scale * d for s, d in zip(strengths, step, strict=True)]
        if longest < _PRECISE:
            break
    return Posterior(strengths=tuple(strengths), covariance=tuple(map(tuple, covariance)))


def _diagonal(precisions: list[float]) -> list[list[float]]:
    bend = [[0.0] * len(precisions) for _ in precisions]
    for index, precision in enumerate(precisions):
        bend[index][index] = precision
    return bend


def _inverse(matrix: list[list[float]]) -> list[list[float]]:
    """Return the inverse of a positive definite matrix, which is used up.

    Gauss-Jordan in place; such a matrix needs no pivoting (Golub and Van Loan, Matrix Computations, 4.2).
    """
    for index, row in enumerate(matrix):
        pivot = 1.0 / row[index]
        row[index] = 1.0
        scaled = [value * pivot for value in row]
        matrix[index] = scaled
        for other, values in enumerate(matrix):
            if other != index:
                factor = values[index]
                values[index] = 0.0
                matrix[other] = [value - factor * own for value, own in zip(values, scaled, strict=True)]
    return matrix


def _inverse_diagonal(variances: Sequence[float]) -> tuple[tuple[float, ...], ...]:
    size = len(variances)
    return tuple(
        tuple(variances[row] if row == column else 0.0 for column in range(size)) for row in range(size)
    )
