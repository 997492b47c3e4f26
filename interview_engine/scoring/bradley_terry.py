"""Strengths from duels and scores: MAP Bradley-Terry, solved by Newton's method in plain Python.

Model: P(i beats j) = 1 / (1 + exp(-(s_i - s_j))) (Bradley and Terry, "Rank analysis of incomplete block
designs I", Biometrika 39, 1952), a tie counting as half a win for each side. Each s_i has a Gaussian
prior N(m_i, v_i), which makes the log-posterior strictly concave: the maximum exists and is unique even
when one side wins everything or the duels are not connected (the case for a prior is made in Caron and
Doucet, "Efficient Bayesian inference for generalized Bradley-Terry models", JCGS 21, 2012). The
covariance is Laplace's: the inverse of the negated Hessian at the maximum.

The Hessian is factored as L D L^T; it is positive definite, so that needs no pivoting (Golub and Van Loan,
Matrix Computations, 4.1). Nothing inverts it: the columns of D^(-1/2) L^(-1) hold all that
rank intervals ask.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from interview_engine.values import value

if TYPE_CHECKING:
    from collections.abc import Sequence

_PRECISE = 2e-4
"""Longest step after which to stop: Newton's error is then below its square."""
_MOST_STEPS = 60
_LONGEST_STEP = 1.5
"""Logits that one step may move a strength: keeps Newton inside the region where it converges."""


Pairing = tuple[int, int, float, float]
"""All duels of one pair, counted: first, second, games, and how many `first` won (a tie is half a win)."""


@value(kw_only=True)
class Posterior:
    """Strengths and how uncertain they are, by index.

    Attributes:
        strengths: Logits.
        shares: How much each of several independent unit errors moves a strength; the covariance of two
            strengths is the product of their shares.
    """

    strengths: tuple[float, ...]
    shares: tuple[tuple[float, ...], ...]

    def deviation_of_difference(self, one: int, other: int) -> float:
        """Return the standard deviation of the difference of two strengths, in logits."""
        return math.dist(self.shares[one], self.shares[other])


def most_probable_strengths(
    means: Sequence[float], variances: Sequence[float], pairings: Sequence[Pairing]
) -> Posterior:
    """Find the maximum of the posterior and the uncertainty there.

    Args:
        means: Prior mean per competitor, logits.
        variances: Prior variance per competitor, squared logits, all positive.
        pairings: Counted duels; the indices point into `means`, the smaller first.

    Returns:
        The strengths, exact to about 1e-8 logits, and Laplace's covariance as shares.
    """
    strengths = list(means)
    precisions = [1.0 / variance for variance in variances]
    diagonal, below = precisions, [[0.0] * place for place in range(len(strengths))]
    for _ in range(_MOST_STEPS if pairings else 0):
        slope = [p * (m - s) for p, m, s in zip(precisions, means, strengths, strict=True)]
        diagonal, below = _bend(strengths, precisions, slope, pairings)
        step = _step(slope, diagonal, below)
        longest = max(map(abs, step))
        scale = _LONGEST_STEP / longest if longest > _LONGEST_STEP else 1.0
        strengths = [s + scale * d for s, d in zip(strengths, step, strict=True)]
        if longest < _PRECISE:
            break
    return Posterior(strengths=tuple(strengths), shares=_shares(diagonal, below))


def _bend(
    strengths: list[float], precisions: list[float], slope: list[float], pairings: Sequence[Pairing]
) -> tuple[list[float], list[list[float]]]:
    """Return the negated Hessian, as its diagonal and what stands below, and add the duels to the slope."""
    diagonal, below = precisions[:], [[0.0] * place for place in range(len(strengths))]
    exp = math.exp
    for first, second, games, wins in pairings:
        expected = games / (1.0 + exp(strengths[second] - strengths[first]))
        surprise = wins - expected
        slope[first] += surprise
        slope[second] -= surprise
        information = expected * (1.0 - expected / games)
        diagonal[first] += information
        diagonal[second] += information
        below[second][first] -= information
    return diagonal, below


def _step(slope: list[float], diagonal: list[float], below: list[list[float]]) -> list[float]:
    """Return Newton's step, the solution of (bend x step = slope); the bend becomes its factors D and L."""
    for place, pivot in enumerate(diagonal):
        known = slope[place]
        for other in range(place + 1, len(diagonal)):
            row = below[other]
            held = row[place]
            if held:
                row[place] = factor = held / pivot
                slope[other] -= factor * known
                diagonal[other] -= factor * held
                for column in range(place + 1, other):
                    row[column] -= held * below[column][place]
    step = [rest / pivot for rest, pivot in zip(slope, diagonal, strict=True)]
    for place in range(len(step) - 1, 0, -1):
        known = step[place]
        for column, factor in enumerate(below[place]):
            step[column] -= factor * known
    return step


def _shares(diagonal: list[float], below: list[list[float]]) -> tuple[tuple[float, ...], ...]:
    """Return the columns of D^(-1/2) L^(-1)."""
    nothing = [0.0] * len(diagonal)
    rows: list[list[float]] = []
    for place, factors in enumerate(below):
        row = nothing[:]
        row[place] = 1.0
        for other, factor in enumerate(factors):
            if factor:
                earlier = rows[other]
                for column in range(other + 1):
                    row[column] -= factor * earlier[column]
        rows.append(row)
    for row, pivot in zip(rows, diagonal, strict=True):
        scale = 1.0 / math.sqrt(pivot)
        row[:] = [held * scale for held in row]
    return tuple(zip(*rows, strict=True))
