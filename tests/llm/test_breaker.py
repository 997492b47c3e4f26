"""A provider that fails again and again rests, is tried once, and comes back."""

from __future__ import annotations

from adapters.llm.calling.breaker import Breaker


def opened() -> Breaker:
    breaker = Breaker(most_failures=2, rest_s=10)
    breaker.failed(0)
    breaker.failed(0)
    return breaker


def test_it_stays_closed_below_the_limit_and_a_success_resets_the_count() -> None:
    breaker = Breaker(most_failures=2, rest_s=10)
    breaker.failed(0)
    breaker.went_well()
    breaker.failed(1)
    assert breaker.lets_through(1)


def test_it_opens_at_the_limit() -> None:
    breaker = opened()
    assert not breaker.lets_through(9.9)
    assert breaker.pause(4) == 0


def test_after_the_rest_one_call_is_the_trial_and_the_others_wait() -> None:
    breaker = opened()
    assert breaker.lets_through(10)
    assert not breaker.lets_through(10)
    breaker.went_well()
    assert breaker.lets_through(10)
    assert breaker.lets_through(10)


def test_a_failed_trial_opens_it_again() -> None:
    breaker = opened()
    assert breaker.lets_through(10)
    breaker.failed(11)
    assert not breaker.lets_through(20)
    assert breaker.lets_through(21)


def test_a_trial_that_says_nothing_leaves_room_for_the_next() -> None:
    breaker = opened()
    assert breaker.lets_through(10)
    breaker.no_matter()
    assert breaker.lets_through(10)


def test_it_rests_as_long_as_the_provider_asked() -> None:
    breaker = Breaker()
    breaker.asked_to_wait(60)
    assert breaker.pause(50) == 10
    assert not breaker.lets_through(59)
    assert breaker.lets_through(60)
