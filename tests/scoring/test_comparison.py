from __future__ import annotations

import pytest

from interview_engine.ids import JudgeId, TurnId
from interview_engine.scoring import Comparison, Verdict


@pytest.mark.parametrize("forward", list(Verdict))
@pytest.mark.parametrize("backward", list(Verdict))
def test_a_pair_on_which_the_orders_disagree_is_a_tie(forward: Verdict, backward: Verdict) -> None:
    found = Comparison(
        first=TurnId("a"),
        second=TurnId("b"),
        judge_id=JudgeId("j"),
        family="f",
        forward=forward,
        backward=backward,
    )
    assert found.verdict is (forward if forward is backward else Verdict.TIE)
