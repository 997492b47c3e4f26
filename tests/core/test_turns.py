from __future__ import annotations

from interview_engine.core.turns import Outcome


def test_only_a_turn_that_its_owner_let_pass_scores_the_floor() -> None:
    floored = {outcome for outcome in Outcome if outcome.floored}
    assert floored == {Outcome.TIMED_OUT, Outcome.SKIPPED, Outcome.ABANDONED}
