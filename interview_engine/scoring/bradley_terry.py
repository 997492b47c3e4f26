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

import attrs

if TYPE_CHECKING:
    from collections.abc import Sequence

_PRECISE = 1e-5
"""Longest step after which to stop: Newton's error is then about its square."""
_MOST_STEPS = 60
_LONGEST_STEP = 1.5
"""Logits that one step may move a strength: keeps Newton inside the region where it converges."""


@attrs.frozen(kw_only=True)
class Pairing:
    """All duels of one pair, counted: `first` won `wins` of `games` (a tie is half a win)."""

    first: int
    second: int
    games: float
    wins: float


@attrs.frozen(kw_only=True)
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
    for _ in range(_MOST_STEPS):
        slope = [p * (m - s) for p, m, s in zip(precisions, means, strengths, strict=True)]
        bend = _negated_hessian(precisions, strengths, duels, slope)
        _factorise(bend)
        step = _solve(bend, slope)
        longest = max(map(abs, step))
        scale = _LONGEST_STEP / longest if longest > _LONGEST_STEP else 1.0
        strengths = [s + scale * d for s, d in zip(strengths, step, strict=True)]
        if longest < _PRECISE:
            break
    return Posterior(strengths=tuple(strengths), covariance=_inverse(bend))


def _negated_hessian(
    precisions: list[float],
    strengths: list[float],
    duels: list[tuple[int, int, float, float]],
    slope: list[float],
) -> list[list[float]]:
    """Build the negated Hessian and, in the same pass over the duels, add their part to the slope."""
    size = len(precisions)
    bend = [[0.0] * size for _ in range(size)]
    for index, precision in enumerate(precisions):
        bend[index][index] = precision
    for first, second, games, wins in duels:
        chance = 1.0 / (1.0 + math.exp(strengths[second] - strengths[first]))
        surprise = wins - games * chance
        slope[first] += surprise
        slope[second] -= surprise
        information = games * chance * (1.0 - chance)
        bend[first][first] += information
        bend[second][second] += information
        bend[first][second] -= information
        bend[second][first] -= information
    return bend


def _factorise(matrix: list[list[float]]) -> None:
    """Replace the lower triangle by L of matrix = L D L^T and the diagonal by D (Golub and Van Loan, 4.1)."""
    for row_index, row in enumerate(matrix):
        pivot = row[row_index]
        for lower in matrix[row_index + 1 :]:
            factor = lower[row_index] / pivot
            if factor:
                for column in range(row_index + 1, len(lower)):
                    lower[column] -= factor * row[column]
            lower[row_index] = factor


def _solve(factors: list[list[float]], right: Sequence[float]) -> list[float]:
    size = len(factors)
    result = list(right)
    for index in range(1, size):
        row = factors[index]
        for column in range(index):
            result[index] -= row[column] * result[column]
    for index in range(size - 1, -1, -1):
        row = factors[index]
        value = result[index]
        for column in range(index + 1, size):
            value -= row[column] * result[column]
        result[index] = value / row[index]
    return result


def _inverse(factors: list[list[float]]) -> tuple[tuple[float, ...], ...]:
    size = len(factors)
    return tuple(
        tuple(_solve(factors, [1.0 if row == column else 0.0 for row in range(size)]))
        for column in range(size)
    )


def _inverse_diagonal(variances: Sequence[float]) -> tuple[tuple[float, ...], ...]:
    size = len(variances)
    return tuple(
        tuple(variances[row] if row == column else 0.0 for column in range(size)) for row in range(size)
    )
