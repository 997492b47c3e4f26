"""`work_ahead(room)`: questions and answers that will be wanted soon, so that they can be begun already.

The engine is played ahead: AI candidates end their speeches, what was written ahead is taken as written, and
nothing else happens. What the room wants then is what it will want, unless a person does something first.
Whoever speaks after a person has time enough, and hears that person first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from interview_engine.core.changed import changed
from interview_engine.core.commands import Report, StartInterview, Tick
from interview_engine.core.deadlines import turn_deadline
from interview_engine.core.decide import Committed, take
from interview_engine.core.effects.pending import pending_effects, wanted_answers
from interview_engine.core.effects.work import Effect, WriteAnswer, WriteQuestion
from interview_engine.core.rules.conducting import opened
from interview_engine.core.seats import SeatKind
from interview_engine.core.stages import Stage
from interview_engine.core.state import Room
from interview_engine.core.turns import Outcome, Round
from interview_engine.ids import CommandId, EffectId, Millis, TurnId

MOST_STEPS: Final = 16
"""So far ahead the engine is played at most."""

Written = Callable[[Effect], Report | None]
"""Returns what was written ahead for an effect, once it is there."""


def nothing_written(effect: Effect) -> Report | None:
    """Return that nothing was written ahead."""
    del effect
    return None


def work_ahead(room: Room, written: Written = nothing_written) -> tuple[WriteQuestion | WriteAnswer, ...]:
    """Return the writing that will be wanted if no person does anything first, without what is wanted now.

    Whoever does it ahead compares it with what is wanted then: only what was said and asked meanwhile may
    differ.

    Args:
        room: The room.
        written: Returns what was written ahead already.
    """
    now = {effect.effect_id for effect in pending_effects(room)}
    found: dict[EffectId, WriteQuestion | WriteAnswer] = {}
    for effect in _played_ahead(room, written):
        if effect.effect_id not in now and effect.attempt == 1 and not effect.offline:
            found.setdefault(effect.effect_id, effect)
    return tuple(found.values())


def _played_ahead(room: Room, written: Written) -> Iterator[WriteQuestion | WriteAnswer]:
    then: Room | None = room
    if room.stage is Stage.WAITING:
        then = _started(room)
    for _ in range(MOST_STEPS):
        if then is None or then.paused is not None or then.stage in (Stage.WAITING, Stage.FINISHED):
            return
        reports: list[Report] = []
        for effect in pending_effects(then):
            if isinstance(effect, WriteQuestion | WriteAnswer):
                yield effect
                report = written(effect)
                reports += [report] if report is not None else []
        yield from _first_answers(then)
        then = _after(then, reports)


def _started(room: Room) -> Room | None:
    """Return the room as it will be when its host starts it; None while that is not possible."""
    if room.host is None:
        return None
    step = take(room, StartInterview(now=room.now, id=CommandId("ahead"), by=room.host))
    return step.room if isinstance(step.outcome, Committed) else None


def _after(room: Room, reports: list[Report]) -> Room | None:
    """Return the room one step later: with what was written, or with a speech at its end; None otherwise."""
    if reports:
        step = take(room, changed(reports[0], now=room.now))
        return step.room if isinstance(step.outcome, Committed) else None
    open_turns = room.open_turns()
    if not open_turns or not all(turn.speaking for turn in open_turns):
        return None
    end = max(room.now, *(turn_deadline(room, turn) for turn in open_turns))
    return take(room, Tick(now=Millis(end))).room


def _first_answers(room: Room) -> Iterator[WriteAnswer]:
    """Yield the answers of the AI candidates who speak before any person when the next question is asked."""
    if not room.upcoming:
        return
    planned = room.upcoming[0]
    staying = tuple(
        seat_id
        for seat_id in planned.candidates
        if (seat := room.seat(seat_id)) is not None and not seat.left
    )
    if planned.question is None or not _parent_told(room, planned.parent):
        return
    asked = opened(room, changed(planned, candidates=staying))
    then = changed(room, current=asked, upcoming=room.upcoming[1:], rounds=(*room.rounds, *_closing(room)))
    for turn in asked.turns:
        seat = room.seat(turn.seat_id)
        if seat is None or seat.kind is not SeatKind.AI:
            return
        yield from wanted_answers(then, asked, turn)


def _closing(room: Room) -> tuple[Round, ...]:
    """Return the round that will be over by then, with nothing of it that is not public yet."""
    home = room.current
    if home is None:
        return ()
    return (home if home.revealed else changed(home, turns=()),)


def _parent_told(room: Room, parent: TurnId | None) -> bool:
    """Return whether the answer that a question is about has been given."""
    if parent is None:
        return True
    turn = room.turn(parent)
    return turn is not None and turn.outcome is Outcome.ANSWERED
