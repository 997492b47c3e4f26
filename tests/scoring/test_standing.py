from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from interview_engine.scoring.bradley_terry import Posterior
from interview_engine.scoring.standing import CONFIDENCE, TIE_MARGIN, standings


def independent(variances: list[float]) -> Posterior:
    size = len(variances)
    return Posterior(
        strengths=(0.0,) * size,
        shares=tuple(
            tuple(variances[row] ** 0.5 if row == column else 0.0 for column in range(size))
            for row in range(size)
        ),
    )


def ranks(strengths: list[float], variance: float = 1e-9) -> list[tuple[int, int, int]]:
    found = standings(strengths, independent([variance] * len(strengths)))
    return [(one.rank, one.best, one.worst) for one in found]


def test_certain_differences_leave_one_rank_each() -> None:
    assert ranks([0.0, 2.0, 1.0]) == [(3, 3, 3), (1, 1, 1), (2, 2, 2)]


def test_equals_share_the_better_rank_and_the_next_rank_is_skipped() -> None:
    assert ranks([1.0, 1.0, 0.0]) == [(1, 1, 2), (1, 1, 2), (3, 3, 3)]


def test_the_margin_is_measured_from_the_leader_so_ties_do_not_chain() -> None:
    step = TIE_MARGIN * 0.8
    assert [rank for rank, _, _ in ranks([2 * step, step, 0.0])] == [1, 1, 3]


def test_the_margin_itself_still_ties() -> None:
    assert [rank for rank, _, _ in ranks([TIE_MARGIN, 0.0])] == [1, 1]
    assert [rank for rank, _, _ in ranks([TIE_MARGIN + 0.0001, 0.0])] == [1, 2]


def test_uncertain_differences_widen_the_interval_but_not_the_rank() -> None:
    assert ranks([1.0, 0.5, 0.0], variance=4.0) == [(1, 1, 3), (2, 1, 3), (3, 1, 3)]


def test_the_interval_uses_the_standard_deviation_of_the_difference() -> None:
    # Variances 1 and 1 make a difference of variance 2.
    edge = CONFIDENCE * 2**0.5
    assert ranks([edge + 0.01, 0.0], variance=1.0) == [(1, 1, 1), (2, 2, 2)]
    assert ranks([edge - 0.01, 0.0], variance=1.0) == [(1, 1, 2), (2, 1, 2)]


def test_shared_uncertainty_does_not_count() -> None:
    together = Posterior(strengths=(0.0, 0.0), shares=((3.0, 0.0), (2.99, 0.2)))
    assert [(one.best, one.worst) for one in standings([1.0, 0.0], together)] == [(1, 1), (2, 2)]


@given(st.lists(st.tuples(st.floats(-3, 3).map(lambda x: round(x, 4)), st.floats(0.0, 2.0)), max_size=8))
def test_the_rank_lies_in_its_interval(competitors: list[tuple[float, float]]) -> None:
    strengths = [strength for strength, _ in competitors]
    found = standings(strengths, independent([variance for _, variance in competitors]))
    for one in found:
        assert 1 <= one.best <= one.rank <= one.worst <= len(competitors)
    for mine, one in zip(strengths, found, strict=True):
        for theirs, other in zip(strengths, found, strict=True):
            if mine > theirs:
                assert one.rank <= other.rank
