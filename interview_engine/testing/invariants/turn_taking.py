"""Laws of turns and questions: who may speak, how a turn ends, and that an end is an end."""

from __future__ import annotations

from collections.abc import Iterator

from interview_engine.core import events as e
from interview_engine.core.seats import SeatKind
from interview_engine.core.stages import Stage
from interview_engine.core.state import Room
from interview_engine.core.turns import Turn, TurnState
from interview_engine.ids import QuestionId, SeatId, TurnId
from interview_engine.testing.history import History


def one_open_turn(history: History) -> Iterator[str]:
    """At most one turn is open at a time, unless all write at once."""
    for room in history.rooms:
        home = room.current
        if home is None or home.simultaneous:
            continue
        open_now = [turn.turn_id for turn in home.turns if turn.state is TurnState.OPEN]
        if len(open_now) > 1:
            yield f"seq {room.seq}: {', '.join(open_now)} are open together"


def turn_closes_once(history: History) -> Iterator[str]:
    """A turn opens once, closes once, and only after it was opened or its round was stopped."""
    opened: set[TurnId] = set()
    closed: set[TurnId] = set()
    for record in history.log:
        event = record.event
        if isinstance(event, e.TurnOpened):
            if event.turn_id in opened | closed:
                yield f"seq {record.seq}: {event.turn_id} opens again"
            opened.add(event.turn_id)
        elif isinstance(event, e.TurnClosed):
            if event.turn_id in closed:
                yield f"seq {record.seq}: {event.turn_id} closes again"
            if event.turn_id not in opened and event.outcome.value != "void":
                yield f"seq {record.seq}: {event.turn_id} closes {event.outcome.value} and was never open"
            closed.add(event.turn_id)
        elif isinstance(event, e.RoundClosed):
            still = [t.turn_id for t in _turns_of(history.rooms[record.seq - 1], event) if t.outcome is None]
            if still:
                yield f"seq {record.seq}: {event.round_id} closes before {', '.join(still)}"


def _turns_of(room: Room, event: e.RoundClosed) -> tuple[Turn, ...]:
    return next((home.turns for home in room.rounds if home.round_id == event.round_id), ())


def question_once_per_candidate(history: History) -> Iterator[str]:
    """No candidate is asked the same question twice."""
    asked: set[tuple[SeatId, QuestionId]] = set()
    for record in history.log:
        event = record.event
        if not isinstance(event, e.RoundOpened):
            continue
        home = history.rooms[record.seq - 1].current
        if home is None or home.question is None:
            yield f"seq {record.seq}: {event.round.round_id} is asked without a question"
            continue
        for seat_id in home.candidates:
            key = (seat_id, home.question.question_id)
            if key in asked:
                yield f"seq {record.seq}: {seat_id} is asked {key[1]} again"
            asked.add(key)


def closed_stays_closed(history: History) -> Iterator[str]:
    """Nothing late changes a closed turn's end, a complete verdict, or a finished interview."""
    ends: dict[TurnId, tuple[object, ...]] = {}
    scores: dict[TurnId, tuple[object, ...]] = {}
    finished: Room | None = None
    for room in history.rooms:
        # What is older is compared once, at the end: a change would still stand there.
        latest = room.rounds if room is history.rooms[-1] else room.rounds[-3:]
        for home in (*latest, *((room.current,) if room.current is not None else ())):
            for turn in home.turns:
                yield from _kept(turn, room, ends, scores)
        if finished is not None and _result(room) != _result(finished):
            yield f"seq {room.seq} changes the result of a finished interview"
        if finished is None and room.stage.value == "finished":
            finished = room
    for seat in history.rooms[-1].seats:
        if seat.left and seat.kind not in (SeatKind.HUMAN, SeatKind.OBSERVER):
            yield f"{seat.seat_id} is {seat.kind.value} and has left the room"


def _kept(
    turn: Turn,
    room: Room,
    ends: dict[TurnId, tuple[object, ...]],
    scores: dict[TurnId, tuple[object, ...]],
) -> Iterator[str]:
    if turn.outcome is not None:
        end = (turn.outcome, turn.text, turn.closed_at, turn.by_clock)
        if ends.setdefault(turn.turn_id, end) != end:
            yield f"seq {room.seq} changes how {turn.turn_id} ended"
    if turn.score is not None:
        if turn.outcome is None:
            yield f"seq {room.seq}: {turn.turn_id} has a score before it is closed"
        if room.stage is Stage.FINISHED:
            return
        verdict = (turn.score, turn.evaluations, turn.given_up)
        if scores.setdefault(turn.turn_id, verdict) != verdict:
            yield f"seq {room.seq} changes the verdict on {turn.turn_id}"


def _result(room: Room) -> tuple[object, ...]:
    return (room.rounds, room.board, room.feedback, room.tallies, room.duels, room.stage, room.order)
