"""Every order of events in a small interview: two candidates, two questions."""

from __future__ import annotations

import sys

import pytest

from interview_engine.core.settings import OrderPolicy
from tests.properties.small_model import EVERYTHING, FLOW, Walk, ends_by_clock, start, walk

ORDERS = (OrderPolicy.ROTATING, OrderPolicy.SIMULTANEOUS)
COMPANIES = ((1, 1), (2, 0))


def tell(capsys: pytest.CaptureFixture[str], order: OrderPolicy, humans: int, ai: int, found: Walk) -> None:
    """Write the figures into the test's output."""
    seen = "whole" if found.whole else f"to depth {found.depth}"
    with capsys.disabled():
        sys.stdout.write(
            f"\n  {order.value} {humans}+{ai}: {found.states} states, {found.steps} steps, {seen}\n"
        )


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("humans,ai", COMPANIES)
def test_every_undisturbed_course_is_sound(
    order: OrderPolicy, humans: int, ai: int, capsys: pytest.CaptureFixture[str]
) -> None:
    found = walk(start(order, humans=humans, ai=ai), FLOW, presence=False, depth=60, most_states=20_000)
    tell(capsys, order, humans, ai, found)
    assert found.whole, "the walk must visit every state"
    assert found.states > 50
    assert found.faults == ()
    assert found.endless == 0


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("humans,ai", COMPANIES)
def test_everything_that_may_happen_is_sound_up_to_a_depth(
    order: OrderPolicy, humans: int, ai: int, capsys: pytest.CaptureFixture[str]
) -> None:
    found = walk(start(order, humans=humans, ai=ai), EVERYTHING, presence=True, depth=60, most_states=1_500)
    tell(capsys, order, humans, ai, found)
    assert found.depth >= 5
    assert found.faults == ()
    assert found.endless == 0


def test_the_clock_alone_ends_the_small_interview() -> None:
    assert ends_by_clock(start(OrderPolicy.ROTATING, humans=1, ai=1))
    assert not ends_by_clock(start(OrderPolicy.ROTATING, humans=1, ai=1), most=2)
