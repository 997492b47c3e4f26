"""`work_ahead(room)`: questions and answers that will be wanted soon, so that they can be begun already.

The engine is played ahead: AI candidates end their speeches, what was written ahead is taken as written, and
nothing else happens. What the room wants then is what it will want, unless a person does something first.
Whoever speaks after a person has time enough, and hears that person first.

Where a person speaks next, the engine is played on to that person's turn after it, as if they had answered,
without what hangs on their words. So what AI candidates say in between is begun while a person speaks.
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
from interview_engine.core.rules.answering import close
from interview_engine.core.rules.conducting import go_on, opened
from interview_engine.core.seats import SeatKind
from interview_engine.core.settings import Adaptation
from interview_engine.core.stages import Stage
from interview_engine.core.state import Room
from interview_engine.core.transition import Transition
from interview_engine.core.turns import Outcome, Round
from interview_engine.ids import CommandId, EffectId, Millis, TurnId

MOST_STEPS: Final = 16
"""So far ahead the engine is played at most."""

UNSAID: Final = "\x00"
"""What stands for an answer that a person has not given yet: no person can say it."""

Writing = WriteQuestion | WriteAnswer
Written = Callable[[Effect], Report | None]
"""Returns what was written ahead for an effect, once it is there."""


def nothing_written(effect: Effect) -> Report | None:
    """Return that nothing was written ahead."""
    del effect
    return None


def work_ahead(room: Room, written: Written = nothing_written) -> tuple[Writing, ...]:
    """Return the writing that will be wanted if no person does anything first, without what is wanted now.

    Whoever does it ahead compares it with what is wanted then: only what was said and asked meanwhile may
    differ.

    Args:
        room: The room.
        written: Returns what was written ahead already.
    """
    now = {effect.effect_id for effect in pending_effects(room)}
    found: dict[EffectId, Writing] = {}
    for effect in _played_ahead(room, written):
        if effect.effect_id not in now and effect.attempt == 1 and not effect.offline:
            found.setdefault(effect.effect_id, effect)
    return tuple(found.values())


def _played_ahead(room: Room, written: Written) -> Iterator[Writing]:
    then: Room | None = room
    presumed = False
    if room.stage is Stage.WAITING:
        then = _started(room)
    for _ in range(MOST_STEPS):
        if then is None or then.paused is not None or then.stage in (Stage.WAITING, Stage.FINISHED):
            return
        reports: list[Report] = []
        for wanted in pending_effects(then):
            if isinstance(wanted, Writing) and not (presumed and _can_wait(then, wanted)):
                effect = _without_unsaid(wanted)
                yield effect
                report = written(effect)
                reports += [report] if report is not None else []
        yield from map(_without_unsaid, _answers_before_people(then, alone=presumed))
        after = _after(then, reports)
        if after is None and not presumed:
            presumed = True
            after = _answered(then)
        then = after


def _started(room: Room) -> Room | None:
    """Return the room as it will be when its host starts it; None while that is not possible."""
    if room.host is None:
        return None
    step = take(room, StartInterview(now=room.now, id=CommandId("ahead"), by=room.host))
    return step.room if isinstance(step.outcome, Committed) else None


def _after(room: Room, reports: list[Report]) -> Room | None:
    """Return the room one step later: with what was written, or with a speech at its end; None otherwise."""
    if reports:
        return _reported(room, reports[0])
    open_turns = room.open_turns()
    if not open_turns or not all(turn.speaking for turn in open_turns):
        return None
    end = max(room.now, *(turn_deadline(room, turn) for turn in open_turns))
    return take(room, Tick(now=Millis(end))).room


def _reported(room: Room, report: Report) -> Room | None:
    step = take(room, changed(report, now=room.now))
    return step.room if isinstance(step.outcome, Committed) else None


def _answered(room: Room) -> Room | None:
    """Return the room as it will be when the person who speaks has answered; None when no person does."""
    open_turns = room.open_turns()
    if len(open_turns) != 1 or room.settings.adaptation is Adaptation.ADAPTIVE:
        return None
    seat = room.seat(open_turns[0].seat_id)
    if seat is None or seat.kind is not SeatKind.HUMAN:
        return None
    t = Transition(room, room.now)
    close(t, open_turns[0], Outcome.ANSWERED, text=UNSAID)
    go_on(t)
    return t.room


def _can_wait(room: Room, effect: Writing) -> bool:
    """Return whether a person is heard before it is wanted: in what it is about, or right before it."""
    if isinstance(effect, WriteQuestion):
        return effect.parent_answer == UNSAID
    people = {seat.seat_id for seat in room.humans()}
    for turn in room.current.turns if room.current is not None else ():
        if turn.turn_id == effect.turn_id:
            return False
        if turn.seat_id in people and turn.outcome is None:
            return True
    return False


def _without_unsaid(effect: Writing) -> Writing:
    """Return an effect whose writer hears nothing of what nobody has said yet."""
    if isinstance(effect, WriteQuestion) or all(said.answer != UNSAID for said in effect.heard):
        return effect
    return changed(effect, heard=tuple(said for said in effect.heard if said.answer != UNSAID))


def _answers_before_people(room: Room, *, alone: bool) -> Iterator[WriteAnswer]:
    """Yield the answers of AI candidates to the coming questions that no person answers before them.

    Of the questions after the next only those that are put to one candidate alone: to the others one answers
    with what has been said until then.

    Args:
        room: The room.
        alone: Of the next question, too, only if it is put to one candidate alone.
    """
    for place, planned in enumerate(room.upcoming):
        if (place == 0 and not alone) or len(planned.candidates) == 1:
            yield from _answers_before_people_to(room, planned)


def _answers_before_people_to(room: Room, planned: Round) -> Iterator[WriteAnswer]:
    staying = tuple(
        seat_id
        for seat_id in planned.candidates
        if (seat := room.seat(seat_id)) is not None and not seat.left
    )
    if planned.question is None or not staying or not _parent_told(room, planned.parent):
        return
    asked = opened(room, changed(planned, candidates=staying))
    coming = tuple(other for other in room.upcoming if other.round_id != planned.round_id)
    then = changed(room, current=asked, upcoming=coming, rounds=(*room.rounds, *_closing(room)))
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
