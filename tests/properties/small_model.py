"""An exhaustive walk: two candidates, two questions, every order of events up to a depth.

States are told apart by what decides about the future: ids, instants relative to now and the text of
closed answers are left out, so that the walk meets the same state again and stops there.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from interview_engine.core import commands as c
from interview_engine.core.deadlines import next_deadline
from interview_engine.core.decide import Committed, take
from interview_engine.core.effects import ComparePair, JudgeAnswer, pending_effects
from interview_engine.core.settings import OrderPolicy, Settings, Slot
from interview_engine.core.stages import Stage
from interview_engine.core.state import Room
from interview_engine.core.turns import Turn, TurnState
from interview_engine.ids import CommandId, Millis
from interview_engine.testing.rooms import a_waiting_room, after, with_effects_done
from interview_engine.testing.stub_performer import perform_stub
from interview_engine.vocabulary import QuestionKind

State = tuple[object, ...]

FLOW = (c.Report, c.SubmitAnswer, c.SkipTurn, c.SkipSpeech)
"""What an undisturbed interview is made of: the clock, effects, and people who answer or don't."""
EVERYTHING = (c.Command,)
EDGE = 300
"""From how many early and how many late states the clock is left alone."""


@attrs.frozen(kw_only=True)
class Walk:
    """What a walk found.

    Attributes:
        states: How many different states were met.
        steps: How many commands were put to them.
        depth: How deep it went.
        whole: True when no state was left unvisited.
        faults: What was wrong.
        endless: How many of the states on the walk's edge the clock alone does not end.
    """

    states: int
    steps: int
    depth: int
    whole: bool
    faults: tuple[str, ...]
    endless: int


def two_questions(order: OrderPolicy) -> Settings:
    """Return settings for two questions to all, with short clocks."""
    slots = tuple(
        Slot(stage=stage, kind=kind, answer_ms=Millis(10_000))
        for stage, kind in ((Stage.COMMON, QuestionKind.COMMON), (Stage.CLOSING, QuestionKind.CLOSING))
    )
    return Settings(
        plan=slots,
        order=order,
        reading_ms=Millis(0),
        disconnect_grace_ms=Millis(30_000),
        disconnect_cap_ms=Millis(5_000),
        dormant_ms=Millis(60_000),
    )


def start(order: OrderPolicy, *, humans: int, ai: int) -> Room:
    """Return the room in which the walk begins."""
    room = a_waiting_room(two_questions(order), humans=humans, ai=ai)
    return after(room, c.StartInterview(now=room.now, id=CommandId("start")))


def _commands(room: Room) -> Iterator[c.Command]:
    """Yield what may happen next; each at the instant of the latest event, or at the next deadline."""
    now, new_id = room.now, CommandId(f"c{room.seq}")
    deadline = next_deadline(room)
    if deadline is not None:
        yield c.Tick(now=Millis(max(now, deadline.at)))
    for effect in pending_effects(room)[:1]:
        yield perform_stub(effect, Millis(max(now, effect.not_before)))
        if effect.attempt < 2:
            yield c.EffectFailed(now=now, effect_id=effect.effect_id, attempt=effect.attempt, code="down")
    people = {seat.seat_id for seat in room.humans()}
    for turn in room.open_turns():
        if turn.seat_id in people:
            yield c.SubmitAnswer(
                now=now, id=new_id, seat_id=turn.seat_id, turn_id=turn.turn_id, text="답변입니다."
            )
            yield c.SkipTurn(now=now, id=new_id, seat_id=turn.seat_id, turn_id=turn.turn_id)
        elif turn.speaking:
            for person in sorted(people):
                yield c.SkipSpeech(now=now, id=new_id, seat_id=person, turn_id=turn.turn_id)
    for seat in room.humans():
        yield c.PresenceChanged(now=now, seat_id=seat.seat_id, connected=seat.away_since is not None)
        yield c.LeaveRoom(now=now, id=new_id, seat_id=seat.seat_id)
    if room.paused is None:
        yield c.PauseInterview(now=now, id=new_id)
    else:
        yield c.ResumeInterview(now=now, id=new_id)
    yield c.EndEarly(now=now, id=new_id)


def state_of(room: Room) -> State:
    """Return what tells states apart."""
    current = room.current
    return (
        room.stage,
        room.next_slot,
        room.host,
        room.ended_early,
        room.paused and (room.paused.empty, _since(room, room.paused.since)),
        room.wait and (room.wait.round_id, room.wait.stretched, _since(room, room.wait.until)),
        tuple((s.seat_id, s.left, s.absent, _since(room, s.away_since)) for s in room.seats),
        tuple((home.round_id, home.question is not None) for home in room.upcoming),
        current and (current.round_id, tuple(_turn(room, turn) for turn in current.turns)),
        tuple(sorted(room.unjudged)),
        tuple((task.first, task.second) for task in room.uncompared),
        room.feedback_due,
        bool(room.feedback),
        tuple(
            (x.effect_id, x.attempts, x.offline, x.given_up, max(0, x.not_before - room.now))
            for x in room.troubles
        ),
    )


def _turn(room: Room, turn: Turn) -> State:
    if turn.state is TurnState.CLOSED:
        return (turn.turn_id, turn.outcome)
    return (
        turn.turn_id,
        turn.state,
        _since(room, turn.deadline),
        turn.returned_ms,
        turn.opened_at and _since(room, Millis(turn.opened_at + turn.stopped_ms)),
        turn.speaking,
        turn.stretched,
        bool(turn.prepared),
        turn.skip_votes,
    )


def _since(room: Room, instant: Millis | None) -> int | None:
    return None if instant is None else instant - room.now


def walk(
    room: Room, kinds: tuple[type[c.Command], ...], *, presence: bool, depth: int, most_states: int
) -> Walk:
    """Visit every state that commands lead to, breadth first.

    Args:
        room: Where to begin.
        kinds: Only commands of these classes are given.
        presence: Whether connections are lost and come back.
        depth: Longest path of commands.
        most_states: Stop when so many states were met.
    """
    faults: list[str] = []
    first = state_of(room)
    seen = {first}
    front: list[tuple[State, Room]] = [(first, room)]
    ended: list[tuple[State, Room]] = []
    steps = reached = 0
    while front and reached < depth and len(seen) < most_states:
        reached += 1
        following: list[tuple[State, Room]] = []
        for here, standing in front:
            if len(ended) < EDGE:
                ended.append((here, standing))
            if standing.stage is Stage.FINISHED:
                continue
            faults.extend(_faults(standing))
            moved = False
            for command in _commands(standing):
                if not isinstance(command, kinds) or (
                    isinstance(command, c.PresenceChanged) and not presence
                ):
                    continue
                step = take(standing, command)
                steps += 1
                if step.room is None or not isinstance(step.outcome, Committed):
                    continue
                after_it = _judged(step.room)
                state = state_of(after_it)
                moved = moved or state != here
                if state not in seen:
                    seen.add(state)
                    following.append((state, after_it))
            if not moved:
                faults.append(f"deadlock in {standing.stage.value}: {here}")
        front = following
    return Walk(
        states=len(seen),
        steps=steps,
        depth=reached,
        whole=not front,
        faults=tuple(faults),
        # A tick is one of the commands: when every state at the edge ends, those before it can end too.
        endless=sum(not ends_by_clock(standing) for _, standing in (*ended, *front[:EDGE])),
    )


def _judged(room: Room) -> Room:
    """Return the room with its judges' work done: while questions are asked it decides about nothing."""
    return with_effects_done(room, JudgeAnswer, ComparePair) if room.stage.asking else room


def _faults(room: Room) -> Iterator[str]:
    """Yield what no state may be like."""
    home = room.current
    if home is not None:
        still_open = [turn for turn in home.turns if turn.state is TurnState.OPEN]
        if len(still_open) > 1 and not home.simultaneous:
            yield f"{len(still_open)} turns are open"
        if room.paused is None and all(turn.outcome is not None for turn in home.turns):
            yield f"{home.round_id} stays open after its last turn"
    if next_deadline(room) is None:
        yield f"no deadline in {room.stage.value}"
    for done in room.rounds:
        if any(turn.outcome is None for turn in done.turns):
            yield f"{done.round_id} closed with an open turn"


def ends_by_clock(room: Room, most: int = 60) -> bool:
    """Return whether ticks at the deadlines alone bring the end."""
    for _ in range(most):
        if room.stage is Stage.FINISHED:
            return True
        deadline = next_deadline(room)
        if deadline is None:
            return False
        room = after(room, c.Tick(now=Millis(max(room.now, deadline.at))))
    return room.stage is Stage.FINISHED
