"""Pairs of answers: each pair is judged in both orders, and disagreement is a tie."""

from __future__ import annotations

import enum

from interview_engine.ids import JudgeId, SeatId, TurnId
from interview_engine.values import value


class Verdict(enum.Enum):
    """Which answer of a pair is better."""

    FIRST = "first"
    SECOND = "second"
    TIE = "tie"


@value(kw_only=True)
class Comparison:
    """One judge's verdict on a pair of answers to the same question, seen in both orders.

    `forward` is the verdict with `first` shown first; `backward` the verdict with `second` shown
    first, already turned back so that FIRST always means the answer named `first`.
    """

    first: TurnId
    second: TurnId
    judge_id: JudgeId
    family: str
    forward: Verdict
    backward: Verdict

    @property
    def verdict(self) -> Verdict:
        """The agreed verdict: a pair on which the two orders disagree is a tie."""
        return self.forward if self.forward is self.backward else Verdict.TIE


@value(kw_only=True)
class Duel:
    """One agreed verdict between two candidates: what the ranking is computed from."""

    first: SeatId
    second: SeatId
    verdict: Verdict
