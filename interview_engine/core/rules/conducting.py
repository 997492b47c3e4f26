"""The interview goes on by itself as far as it can: one open turn at most, unless all write at once.

`go_on` is run after every command and every deadline. It opens the next turn, the next round or the
deliberation, and stops where a person, an effect or a clock must act first.
"""

from __future__ import annotations

from typing import Final

from interview_engine.core import events as e
from interview_engine.core.chance import draw_between
from interview_engine.core.changed import changed
from interview_engine.core.rules.answering import allowance, close
from interview_engine.core.rules.concluding import deliberate, go_on_deliberating
from interview_engine.core.rules.judging import pairs_of
from interview_engine.core.rules.planning import plan_ahead, plan_follow_up, speaking_ms
from interview_engine.core.seats import Seat, SeatKind
from interview_engine.core.stages import Stage
from interview_engine.core.state import Room
from interview_engine.core.transition import Transition
from interview_engine.core.turns import Outcome, Round, Turn, TurnState
from interview_engine.ids import Millis, TurnId
from interview_engine.vocabulary import Competency

_OPEN: Final = TurnState.OPEN
_WAITING: Final = TurnState.WAITING
"""Named once: this is the loop that runs most, and looking a member up in its enum is slow."""


def go_on(t: Transition) -> None:
    """Move the interview on until something else must happen first."""
    while t.room.paused is None and t.room.stage not in (Stage.WAITING, Stage.FINISHED):
        moved = go_on_deliberating(t) if t.room.stage is Stage.DELIBERATION else _ask_on(t)
        if not moved:
            return


def _ask_on(t: Transition) -> bool:
    """Take one step while questions are asked; return False when there is none to take."""
    home = t.room.current
    if home is None:
        return _open_next_round(t)
    waiting: Turn | None = None
    open_turns = []
    for turn in home.turns:
        state = turn.state
        if state is _OPEN:
            open_turns.append(turn)
        elif state is _WAITING and waiting is None:
            waiting = turn
    if waiting is not None and (home.simultaneous or not open_turns):
        _open_turn(t, waiting)
        return True
    for turn in open_turns:
        if turn.prepared:
            _start_speech(t, turn)
            return True
    if not open_turns and waiting is None:
        _close_round(t, home)
        return True
    return False


def _open_next_round(t: Transition) -> bool:
    plan_ahead(t)
    room = t.room
    if not room.upcoming:
        if room.next_slot < len(room.settings.slots):
            return True
        deliberate(t, early=False)
        return True
    planned = room.upcoming[0]
    staying = tuple(
        seat_id for seat_id in planned.candidates if (seat := room.seat(seat_id)) and not seat.left
    )
    if not staying:
        t.record(e.RoundDropped(at=t.at, round_id=planned.round_id, code="nobody_left"))
        return True
    if planned.question is None:
        return _await_question(t, planned)
    _open_round(t, changed(planned, candidates=staying))
    return True


def _await_question(t: Transition, planned: Round) -> bool:
    wait = t.room.wait
    if wait is None or wait.round_id != planned.round_id:
        until = Millis(t.at + t.room.settings.question_patience_ms)
        t.record(e.QuestionAwaited(at=t.at, round_id=planned.round_id, until=until))
    return False


def _open_round(t: Transition, planned: Round) -> None:
    t.record(e.RoundOpened(at=t.at, round=changed(opened(t.room, planned), question=None, opened_at=t.at)))
    plan_ahead(t)


def opened(room: Room, planned: Round) -> Round:
    """Return a planned round as it is when its question is asked: who answers, how long, how well."""
    question = planned.question
    assert question is not None, "only a written question is asked"
    # Whoever wrote a plan of their own chose its times; a preset's give way to what the question needs.
    suggested = None if room.settings.plan else question.answer_ms
    answer_ms = suggested or planned.answer_ms
    turns = tuple(
        Turn(
            turn_id=TurnId(f"{planned.round_id}-{place}"),
            seat_id=seat_id,
            allowance_ms=allowance(room, seat_id, answer_ms),
            quality=drawn_quality(
                room, f"{planned.round_id}-{place}", room.seat(seat_id), question.competency
            ),
        )
        for place, seat_id in enumerate(planned.candidates, start=1)
    )
    return changed(planned, turns=turns, answer_ms=answer_ms, revealed=not planned.simultaneous)


def drawn_quality(room: Room, turn_id: str, seat: Seat | None, competency: Competency) -> int | None:
    """Draw the quality of an AI candidate's answer: within its range, shifted by the room's difficulty."""
    if seat is None or seat.candidate is None:
        return None
    low, high = 40, 80
    for quality in seat.candidate.qualities:
        if quality.competency is competency:
            low, high = quality.low, quality.high
    drawn = draw_between(room.seed, "quality", turn_id, low, high)
    return max(0, min(100, drawn + 5 * (room.settings.difficulty - 3)))


def _open_turn(t: Transition, turn: Turn) -> None:
    room = t.room
    seat = room.seat(turn.seat_id)
    if seat is None or seat.left or seat.absent:
        t.record(e.TurnOpened(at=t.at, turn_id=turn.turn_id, deadline=t.at))
        close(t, turn, Outcome.ABANDONED)
        return
    patience = room.settings.answer_patience_ms if seat.kind is SeatKind.AI else turn.allowance_ms
    t.record(e.TurnOpened(at=t.at, turn_id=turn.turn_id, deadline=Millis(t.at + patience)))


def _start_speech(t: Transition, turn: Turn) -> None:
    seat = t.room.seat(turn.seat_id)
    assert seat is not None and seat.candidate is not None, "only AI candidates prepare answers"
    length = speaking_ms(turn.prepared, seat.candidate.characters_per_minute, turn.allowance_ms)
    t.record(
        e.SpeechStarted(at=t.at, seat_id=turn.seat_id, turn_id=turn.turn_id, ends_at=Millis(t.at + length))
    )


def _close_round(t: Transition, home: Round) -> None:
    t.record(e.RoundClosed(at=t.at, round_id=home.round_id, pairs=pairs_of(t.room, home)))
    for turn in home.turns:
        plan_follow_up(t, home, turn)
