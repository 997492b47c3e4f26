"""A finished room may be kept for long, so it holds no more than people still ask it for.

Evidence that no rule needs any more is left to the log, and equal small values are held once: decoding
makes a new string of every id.
"""

from __future__ import annotations

from typing import TypeVar

from interview_engine.core import events as e
from interview_engine.core.changed import changed
from interview_engine.core.stages import Stage
from interview_engine.core.state import Room
from interview_engine.core.turns import Round, Turn

T = TypeVar("T")


class _Shared:
    """Gives the first of several equal values back for each of them."""

    def __init__(self) -> None:
        self._first: dict[object, object] = {}

    def __call__(self, value: T) -> T:
        return self._first.setdefault((value.__class__, value), value)  # type: ignore[return-value]


def interview_finished(room: Room, event: e.InterviewFinished) -> Room:
    """The end: nothing is pending, and the seed is public."""
    shared = _Shared()
    return changed(
        room,
        stage=Stage.FINISHED,
        current=None,
        upcoming=(),
        wait=None,
        paused=None,
        unjudged=(),
        uncompared=(),
        troubles=(),
        feedback_due=(),
        tallies=(),
        duels=(),
        totals=(),
        pair_counts=(),
        rounds=tuple(_kept_round(home, shared) for home in room.rounds),
        revealed_seed=event.seed,
        ended_early=event.early,
        round_board=room.board,
    )


def _kept_round(home: Round, shared: _Shared) -> Round:
    return changed(
        home,
        interviewer=shared(home.interviewer),
        candidates=tuple(map(shared, home.candidates)),
        turns=tuple(_kept_turn(turn, shared) for turn in home.turns),
    )


def _kept_turn(turn: Turn, shared: _Shared) -> Turn:
    turn_id, seat_id, score = shared(turn.turn_id), shared(turn.seat_id), turn.score
    if score is not None:
        score = changed(
            score,
            turn_id=turn_id,
            seat_id=seat_id,
            total=shared(score.total),
            levels=shared(score.levels),
        )
    return changed(
        turn,
        turn_id=turn_id,
        seat_id=seat_id,
        allowance_ms=shared(turn.allowance_ms),
        opened_at=shared(turn.opened_at),
        deadline=shared(turn.deadline),
        closed_at=shared(turn.closed_at),
        family=shared(turn.family),
        evaluations=(),
        score=score,
    )
