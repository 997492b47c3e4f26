from __future__ import annotations

import itertools
from collections import Counter

import pytest

from interview_engine.core.chance import commitment, draw, draw_between, shuffled
from interview_engine.ids import Seed

SEED = Seed("비밀")


def test_a_draw_depends_on_nothing_but_its_key() -> None:
    first = draw(SEED, "quality", "r1-1")
    draw(SEED, "order", "slot-3")
    assert draw(SEED, "quality", "r1-1") == first


@pytest.mark.parametrize(
    "other",
    [
        draw(Seed("다른 비밀"), "quality", "r1-1"),
        draw(SEED, "variation", "r1-1"),
        draw(SEED, "quality", "r1-2"),
        draw(SEED, "quality", "r1-1", 1),
    ],
    ids=["seed", "purpose", "entity", "counter"],
)
def test_each_part_of_the_key_matters(other: int) -> None:
    assert other != draw(SEED, "quality", "r1-1")


def test_the_parts_of_a_key_do_not_run_together() -> None:
    assert draw(SEED, "ab", "c") != draw(SEED, "a", "bc")
    assert draw(SEED, "a", "b1", 0) != draw(SEED, "a", "b", 10)


def test_draws_are_the_same_for_ever() -> None:
    assert draw(Seed("golden"), "quality", "r1-1") == 622542655686983
    assert draw_between(Seed("golden"), "quality", "r1-1", 1, 100) == 84


def test_a_draw_has_53_bits_so_that_json_and_javascript_keep_it() -> None:
    draws = [draw(SEED, "bits", str(n)) for n in range(500)]
    assert all(0 <= number < 2**53 for number in draws)
    assert max(draws) > 2**52


def test_draws_between_two_limits_are_even_and_reach_both() -> None:
    counts = Counter(draw_between(SEED, "dice", str(n), 1, 6) for n in range(6_000))
    assert set(counts) == {1, 2, 3, 4, 5, 6}
    # Chi-squared with 5 degrees of freedom exceeds 20.5 once in a thousand.
    assert sum((count - 1_000) ** 2 / 1_000 for count in counts.values()) < 20.5


def test_a_range_of_one_has_one_outcome() -> None:
    assert {draw_between(SEED, "one", str(n), 7, 7) for n in range(20)} == {7}


def test_every_order_of_three_is_about_equally_likely() -> None:
    counts = Counter(shuffled(SEED, "order", str(n), ("a", "b", "c")) for n in range(3_000))
    assert set(counts) == set(itertools.permutations(("a", "b", "c")))
    assert all(400 < count < 600 for count in counts.values())


def test_a_shuffle_keeps_what_it_was_given() -> None:
    assert sorted(shuffled(SEED, "order", "x", tuple("bbac"))) == ["a", "b", "b", "c"]
    assert shuffled(SEED, "order", "x", ()) == ()


def test_a_commitment_names_one_seed_and_hides_it() -> None:
    assert commitment(SEED) == commitment(Seed("비밀"))
    assert commitment(SEED) != commitment(Seed("비밀 "))
    assert SEED not in commitment(SEED)
