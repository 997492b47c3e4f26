"""Every interview ends: with all evidence, or with what came in time."""

from __future__ import annotations

from interview_engine.core import events as e
from interview_engine.core.rules.judging import awaited_judges, rank, score_turn
from interview_engine.core.state import Wait
from interview_engine.core.transition import Transition
from interview_engine.ids import EffectId, Millis


def deliberate(t: Transition, *, early: bool) -> None:
    """Stop asking; the panel judges."""
    until = Millis(t.at + t.room.settings.judging_patience_ms)
    t.record(e.DeliberationBegan(at=t.at, until=until, early=early))


def go_on_deliberating(t: Transition) -> bool:
    """Take one step towards the end; return False while evidence or feedback is awaited."""
    room = t.room
    if room.unjudged or room.uncompared:
        return False
    if not room.feedback and not room.feedback_due and room.humans():
        rank(t)
        until = Millis(t.at + room.settings.judging_patience_ms)
        seats = tuple(seat.seat_id for seat in room.humans())
        t.record(e.FeedbackRequested(at=t.at, seats=seats, until=until))
        return True
    if room.feedback_due:
        return False
    finish(t)
    return True


def finish(t: Transition) -> None:
    """The end: the final board stands and the seed is revealed."""
    t.record(e.InterviewFinished(at=t.at, seed=t.room.seed, early=t.room.ended_early))


def patience_ended(t: Transition, wait: Wait) -> None:
    """The room has waited long enough: first it turns to the offline judges, then it goes on without."""
    if not wait.stretched:
        until = Millis(t.at + t.room.settings.judging_patience_ms)
        t.record(e.DeliberationStretched(at=t.at, until=until))
    elif t.room.feedback_due:
        for seat_id in t.room.feedback_due:
            t.record(e.FeedbackRecorded(at=t.at, seat_id=seat_id))
    else:
        judge_with_what_there_is(t)


def judge_with_what_there_is(t: Transition) -> None:
    """Score every open answer by the evidence so far, provisionally, and drop missing comparisons."""
    for turn_id in t.room.unjudged:
        turn = t.room.turn(turn_id)
        assert turn is not None, "an unjudged answer has a turn"
        for judge in awaited_judges(t.room, turn):
            t.record(
                e.EffectTroubled(
                    at=t.at,
                    effect_id=EffectId(f"judge:{turn_id}:{judge}"),
                    code="too_late",
                    attempts=0,
                    not_before=t.at,
                    given_up=True,
                )
            )
        turn = t.room.turn(turn_id)
        assert turn is not None, "giving a judge up keeps the turn"
        score_turn(t, turn)
    if t.room.uncompared:
        t.record(e.ComparisonsDropped(at=t.at))
    rank(t)
