from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_engine.scoring.bradley_terry import Pairing, most_probable_strengths


def duel(first: int, second: int, games: float, wins: float) -> Pairing:
    return (first, second, games, wins)


def slope(
    means: list[float], variances: list[float], duels: list[Pairing], strengths: tuple[float, ...]
) -> list[float]:
    """The derivative of the log-posterior, written down independently of the solver."""
    result = [(m - s) / v for m, s, v in zip(means, strengths, variances, strict=True)]
    for first, second, games, wins in duels:
        surprise = wins - games / (1.0 + math.exp(strengths[second] - strengths[first]))
        result[first] += surprise
        result[second] -= surprise
    return result


def product(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    return math.fsum(map(float.__mul__, one, other))


def test_without_duels_the_prior_stands() -> None:
    posterior = most_probable_strengths([0.5, -1.0], [0.5, 2.0], [])
    assert posterior.strengths == (0.5, -1.0)
    assert posterior.deviation_of_difference(0, 1) == pytest.approx(2.5**0.5)


def test_nobody_at_all_is_no_problem() -> None:
    assert most_probable_strengths([], [], []).strengths == ()


def test_a_clean_sweep_stays_finite() -> None:
    posterior = most_probable_strengths([0.0, 0.0], [1.0, 1.0], [duel(0, 1, 100, 100)])
    assert 1.0 < posterior.strengths[0] < 5.0
    assert posterior.strengths[0] == pytest.approx(-posterior.strengths[1])


def test_the_covariance_is_the_inverse_of_the_curvature() -> None:
    posterior = most_probable_strengths([0.0, 0.0], [1.0, 1.0], [duel(0, 1, 4, 2)])
    # Curvature [[2, -1], [-1, 2]] at equal strengths: 4 games of information 1/4 and precision 1.
    first, second = posterior.shares
    assert product(first, first) == pytest.approx(2 / 3)
    assert product(first, second) == pytest.approx(1 / 3)
    assert posterior.deviation_of_difference(0, 1) == pytest.approx((2 / 3) ** 0.5)


def test_far_apart_priors_converge_too() -> None:
    means, variances, duels = [40.0, -40.0, 0.0], [0.01, 5.0, 1.0], [duel(0, 1, 9, 0), duel(1, 2, 50, 50)]
    strengths = most_probable_strengths(means, variances, duels).strengths
    assert slope(means, variances, duels, strengths) == pytest.approx([0.0] * 3, abs=1e-6)


@st.composite
def rooms(draw: st.DrawFn) -> tuple[list[float], list[float], list[Pairing]]:
    size = draw(st.integers(2, 6))
    means = draw(st.lists(st.floats(-2, 2), min_size=size, max_size=size))
    variances = draw(st.lists(st.floats(0.05, 2), min_size=size, max_size=size))
    duels = []
    for first in range(size):
        for second in range(first + 1, size):
            games = draw(st.integers(0, 6))
            if games:
                duels.append(duel(first, second, games, draw(st.integers(0, 2 * games)) / 2))
    return means, variances, duels


@given(rooms())
def test_the_slope_vanishes_at_the_maximum(room: tuple[list[float], list[float], list[Pairing]]) -> None:
    means, variances, duels = room
    strengths = most_probable_strengths(means, variances, duels).strengths
    assert slope(means, variances, duels, strengths) == pytest.approx([0.0] * len(means), abs=1e-6)


@given(rooms())
def test_one_more_win_raises_the_winner_above_all_others(
    room: tuple[list[float], list[float], list[Pairing]],
) -> None:
    means, variances, duels = room
    before = most_probable_strengths(means, variances, duels).strengths
    after = most_probable_strengths(means, variances, [*duels, duel(0, 1, 1, 1)]).strengths
    assert after[0] > before[0]
    assert after[1] < before[1]
    for other in range(1, len(means)):
        assert after[0] - after[other] >= before[0] - before[other] - 1e-9


@given(rooms())
def test_more_duels_never_widen_a_difference(room: tuple[list[float], list[float], list[Pairing]]) -> None:
    means, variances, duels = room
    prior = most_probable_strengths(means, variances, [])
    posterior = most_probable_strengths(means, variances, duels)
    assert 0.0 < posterior.deviation_of_difference(0, 1) <= prior.deviation_of_difference(0, 1) + 1e-9


@given(rooms())
def test_the_shares_multiply_to_the_inverse_of_the_curvature(
    room: tuple[list[float], list[float], list[Pairing]],
) -> None:
    means, variances, duels = room
    posterior = most_probable_strengths(means, variances, duels)
    size = len(means)
    curvature = [
        [1.0 / variances[row] if row == column else 0.0 for column in range(size)] for row in range(size)
    ]
    for first, second, games, _ in duels:
        gap = posterior.strengths[first] - posterior.strengths[second]
        information = games / (2.0 + math.exp(gap) + math.exp(-gap))
        for row, column, sign in (
            (first, first, 1),
            (second, second, 1),
            (first, second, -1),
            (second, first, -1),
        ):
            curvature[row][column] += sign * information
    covariance = [[product(one, other) for other in posterior.shares] for one in posterior.shares]
    for row in range(size):
        for column in range(size):
            entry = math.fsum(curvature[row][k] * covariance[k][column] for k in range(size))
            assert entry == pytest.approx(float(row == column), abs=1e-3)


@given(rooms(), st.lists(st.floats(-2, 2), min_size=6, max_size=6))
def test_no_other_strengths_are_more_probable(
    room: tuple[list[float], list[float], list[Pairing]], moves: list[float]
) -> None:
    means, variances, duels = room

    def improbability(strengths: tuple[float, ...]) -> float:
        prior = math.fsum((s - m) ** 2 / (2 * v) for s, m, v in zip(strengths, means, variances, strict=True))
        lost = [
            (wins * math.log1p(math.exp(strengths[second] - strengths[first])))
            + ((games - wins) * math.log1p(math.exp(strengths[first] - strengths[second])))
            for first, second, games, wins in duels
        ]
        return prior + math.fsum(lost)

    best = most_probable_strengths(means, variances, duels).strengths
    other = tuple(strength + move for strength, move in zip(best, moves, strict=False))
    assert improbability(best) <= improbability(other) + 1e-9
