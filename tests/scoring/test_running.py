from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_engine.ids import SeatId, TurnId
from interview_engine.scoring import AnswerScore, Duel, Verdict
from interview_engine.scoring.running import RunningTotal, pair_counts, running_total, with_duel

DUELS = st.lists(
    st.builds(
        Duel,
        first=st.sampled_from("abcd").map(SeatId),
        second=st.sampled_from("abcd").map(SeatId),
        verdict=st.sampled_from(Verdict),
    ),
    max_size=30,
)


def score(total: float | None, *levels: float, provisional: bool = False) -> AnswerScore:
    return AnswerScore(
        turn_id=TurnId("r1-1"), seat_id=SeatId("a"), total=total, levels=levels, provisional=provisional
    )


@given(DUELS)
def test_counting_one_by_one_is_counting_at_once(duels: list[Duel]) -> None:
    counts = pair_counts(())
    for duel in duels:
        counts = with_duel(counts, duel)
    assert counts == pair_counts(duels)


@given(DUELS, st.randoms(use_true_random=False))
def test_the_order_of_duels_does_not_matter(duels: list[Duel], chance: object) -> None:
    mixed = list(duels)
    chance.shuffle(mixed)  # type: ignore[attr-defined]  # random.Random, which the checker is not told
    assert pair_counts(mixed) == pair_counts(duels)


def test_a_tie_is_half_a_win_for_each_and_a_duel_with_oneself_is_none() -> None:
    a, b = SeatId("a"), SeatId("b")
    duels = (
        Duel(first=a, second=b, verdict=Verdict.FIRST),
        Duel(first=b, second=a, verdict=Verdict.FIRST),
        Duel(first=b, second=a, verdict=Verdict.TIE),
        Duel(first=a, second=a, verdict=Verdict.FIRST),
    )
    (count,) = pair_counts(duels)
    assert (count.first, count.second, count.games, count.half_wins) == (a, b, 3, 3)


def test_what_is_missing_counts_for_nothing() -> None:
    total = running_total(SeatId("a"), (score(80.0, 4.0, 3.0, 0.0, 5.0, 2.0), score(None, provisional=True)))
    assert (total.answers, total.mean, total.provisional) == (1, 80.0, 1)
    assert total.mean_levels == (4.0, 3.0, 0.0, 5.0, 2.0)
    assert RunningTotal(seat_id=SeatId("b")).mean is None


def test_levels_are_means_over_the_answers_that_have_one() -> None:
    scores = (
        score(50.0, 1.0, 3.0, 0.0, 2.0, 2.5),
        score(60.0, 2.0, 3.0, 4.0, 2.0, 2.0),
        score(70.0, *(2.0,) * 5),
    )
    total = running_total(SeatId("a"), scores)
    assert total.mean_levels == pytest.approx((1.67, 2.67, 3.0, 2.0, 2.17))
    assert total.mean == 60.0
