"""Every deadline fires once, in order, each at its own instant."""

from __future__ import annotations

from interview_engine.core import events as e
from interview_engine.core.deadlines import Deadline, DeadlineKind, next_deadline
from interview_engine.core.rules.answering import close, run_out
from interview_engine.core.rules.concluding import patience_ended
from interview_engine.core.rules.conducting import go_on
from interview_engine.core.rules.operating import stop_asking
from interview_engine.core.rules.presence import grace_ended
from interview_engine.core.seats import SeatKind
from interview_engine.core.stages import Stage
from interview_engine.core.transition import Transition
from interview_engine.core.turns import Outcome, Turn
from interview_engine.ids import Millis


def catch_up(t: Transition, now: Millis) -> None:
    """Let every deadline up to `now` pass, as if a tick had come at each of them."""
    while True:
        deadline = next_deadline(t.room)
        if deadline is None or deadline.at > now:
            break
        t.at = Millis(max(t.room.now, deadline.at))
        _fire(t, deadline)
        go_on(t)
    t.at = now


def _fire(t: Transition, deadline: Deadline) -> None:
    if deadline.kind is DeadlineKind.TURN:
        assert deadline.turn_id is not None, "a turn's deadline names it"
        turn = t.room.turn(deadline.turn_id)
        assert turn is not None, "a turn's deadline is derived from the turn"
        _turn_ran_out(t, turn)
    elif deadline.kind is DeadlineKind.SEAT_GRACE:
        assert deadline.seat_id is not None, "a grace names its seat"
        grace_ended(t, deadline.seat_id)
    elif deadline.kind is DeadlineKind.WAIT:
        _wait_ran_out(t)
    elif t.room.stage is Stage.DELIBERATION:
        t.record(e.InterviewResumed(at=t.at, lost_ms=Millis(0)))
    else:
        stop_asking(t)


def _turn_ran_out(t: Transition, turn: Turn) -> None:
    seat = t.room.seat(turn.seat_id)
    if seat is None or seat.kind is not SeatKind.AI:
        run_out(t, turn)
    elif turn.speaking:
        close(t, turn, Outcome.ANSWERED)
    elif not turn.stretched:
        deadline = Millis(t.at + t.room.settings.answer_patience_ms)
        t.record(e.TurnStretched(at=t.at, turn_id=turn.turn_id, deadline=deadline))
    else:
        close(t, turn, Outcome.VOID)


def _wait_ran_out(t: Transition) -> None:
    wait = t.room.wait
    assert wait is not None, "a wait's deadline is derived from the wait"
    if wait.round_id is None:
        patience_ended(t, wait)
    elif not wait.stretched:
        until = Millis(t.at + t.room.settings.question_patience_ms)
        t.record(e.QuestionAwaited(at=t.at, round_id=wait.round_id, until=until, stretched=True))
    else:
        t.record(e.RoundDropped(at=t.at, round_id=wait.round_id, code="no_question"))
