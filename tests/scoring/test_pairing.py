from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_engine.ids import TurnId
from interview_engine.scoring import Comparable, choose_pairs


def answers(count: int, strengths: tuple[float, ...] = ()) -> tuple[Comparable, ...]:
    return tuple(
        Comparable(turn_id=TurnId(f"t{index:02}"), strength=strengths[index] if strengths else 0.0)
        for index in range(count)
    )


@pytest.mark.parametrize("count", [0, 1, 2, 4, 7])
def test_a_small_room_compares_every_pair_once(count: int) -> None:
    pairs = choose_pairs(answers(count))
    assert len(pairs) == len(set(pairs)) == count * (count - 1) // 2
    assert all(first < second for first, second in pairs)


def test_a_large_room_compares_twice_as_many_pairs_as_answers_and_nobody_is_forgotten() -> None:
    pairs = choose_pairs(answers(12))
    assert len(set(pairs)) == 24
    met = [sum(item.turn_id in pair for pair in pairs) for item in answers(12)]
    assert min(met) >= 3
    assert max(met) <= 5


def test_judged_pairs_are_not_chosen_again_in_either_orientation() -> None:
    done = ((TurnId("t01"), TurnId("t00")), (TurnId("t02"), TurnId("t01")))
    assert choose_pairs(answers(3), done) == ((TurnId("t00"), TurnId("t02")),)


def test_the_least_compared_come_first() -> None:
    done = ((TurnId("t00"), TurnId("t01")),)
    assert choose_pairs(answers(4), done, budget=1) == ((TurnId("t02"), TurnId("t03")),)


def test_among_equally_compared_the_closest_strengths_come_first() -> None:
    chosen = choose_pairs(answers(4, (0.0, 1.0, 1.1, 3.0)), budget=2)
    assert chosen == ((TurnId("t01"), TurnId("t02")), (TurnId("t00"), TurnId("t03")))


@pytest.mark.parametrize("budget, count", [(-1, 0), (0, 0), (3, 3), (99, 6)])
def test_the_budget_is_a_limit(budget: int, count: int) -> None:
    assert len(choose_pairs(answers(4), budget=budget)) == count


def test_verdicts_of_answers_that_are_gone_do_not_disturb() -> None:
    assert len(choose_pairs(answers(3), ((TurnId("gone"), TurnId("t00")),))) == 3


@given(st.integers(0, 10), st.integers())
def test_the_order_of_the_input_does_not_matter(count: int, seed: int) -> None:
    chance = random.Random(seed)
    items = answers(count, tuple(round(chance.uniform(-1, 1), 1) for _ in range(count)))
    assert choose_pairs(tuple(chance.sample(items, count))) == choose_pairs(items)
