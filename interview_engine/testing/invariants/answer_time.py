"""Laws of time: how long a person may answer, computed here anew by a stopwatch instead of by deadlines.

The engine moves deadlines when clocks stop. This oracle knows no deadline: it adds up the milliseconds
that count against a turn. Time counts unless the room is paused, the service is down, or the owner is
disconnected and the turn's cap for that is not used up. A turn runs out when its allowance is used up.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from interview_engine.core import commands as c
from interview_engine.core import events as e
from interview_engine.core.seats import SeatKind
from interview_engine.core.state import Room
from interview_engine.core.turns import Outcome
from interview_engine.ids import CommandId, SeatId, TurnId
from interview_engine.testing.history import History


@attrs.define
class Stopwatch:
    """What counts against one person's open turn, ms."""

    seat_id: SeatId
    allowed: int
    cap: int
    used: int = 0
    given_back: int = 0

    def run(self, ms: int, *, away: bool) -> None:
        """Let time pass."""
        free = min(ms, self.cap - self.given_back) if away else 0
        self.given_back += free
        self.used += ms - free


@attrs.frozen(kw_only=True)
class Reading:
    """A stopwatch at an event: before it took effect, with the room before it."""

    seq: int
    event: e.Event
    turn_id: TurnId
    used: int
    allowed: int


def only_owner_in_time(history: History) -> Iterator[str]:
    """A person's turn is ended by its owner before its time is used up, by the host, or by absence."""
    commands = {
        taken.command.id: taken.command
        for taken in history.taken
        if isinstance(taken.command, c.ParticipantCommand | c.OperatorCommand)
    }
    for reading in _readings(history):
        event = reading.event
        if not isinstance(event, e.TurnClosed) or event.turn_id != reading.turn_id or event.by_clock:
            continue
        by_owner = event.outcome in (Outcome.ANSWERED, Outcome.SKIPPED)
        if by_owner and reading.used >= reading.allowed:
            yield f"seq {reading.seq}: {event.turn_id} is {event.outcome.value} after its time was used up"
        if by_owner and history.taken and not _entitled(event, commands):
            yield f"seq {reading.seq}: {event.turn_id} is {event.outcome.value} by {event.cause or 'nobody'}"


def _entitled(
    event: e.TurnClosed, commands: dict[CommandId, c.ParticipantCommand | c.OperatorCommand]
) -> bool:
    command = commands.get(event.cause)
    if event.outcome is Outcome.SKIPPED and isinstance(command, c.SkipCandidate):
        return True
    wanted = c.SubmitAnswer if event.outcome is Outcome.ANSWERED else c.SkipTurn
    if not isinstance(command, wanted):
        return False
    same_text = not isinstance(command, c.SubmitAnswer) or command.text.strip() == event.text
    return command.seat_id == event.seat_id and command.turn_id == event.turn_id and same_text


def nobody_loses_time(history: History) -> Iterator[str]:
    """The clock ends a turn exactly when its time is used up: outages, pauses, delays cost nothing."""
    for reading in _readings(history):
        event = reading.event
        ends = isinstance(event, e.TurnClosed) and event.turn_id == reading.turn_id
        if isinstance(event, e.TurnClosed) and ends:
            absent = _absent(history.rooms[reading.seq - 2], event.seat_id)
            by_clock = event.by_clock or event.outcome is Outcome.TIMED_OUT
            if by_clock and not absent and reading.used != reading.allowed:
                yield (
                    f"seq {reading.seq}: {event.turn_id} runs out after {reading.used} ms "
                    f"of {reading.allowed} ms"
                )
            if event.outcome is Outcome.ABANDONED and not absent:
                yield f"seq {reading.seq}: {event.turn_id} is abandoned, but its owner is there"
        elif reading.used > reading.allowed:
            yield (
                f"seq {reading.seq}: {reading.turn_id} is still open after {reading.used} ms "
                f"of {reading.allowed} ms"
            )


def _absent(room: Room, seat_id: SeatId) -> bool:
    seat = room.seat(seat_id)
    return seat is None or seat.absent or seat.left


def _readings(history: History) -> Iterator[Reading]:
    """Yield every running stopwatch at every event."""
    watches: dict[TurnId, Stopwatch] = {}
    away: set[SeatId] = set()
    paused = False
    latest = history.log[0].at
    for record, room in zip(history.log, history.rooms, strict=True):
        event = record.event
        passed = record.at - latest
        latest = record.at
        if isinstance(event, e.OutageNoted):
            passed -= event.lost_ms
        for turn_id, watch in watches.items():
            if not paused:
                watch.run(passed, away=watch.seat_id in away)
            yield Reading(
                seq=record.seq, event=event, turn_id=turn_id, used=watch.used, allowed=watch.allowed
            )
        if isinstance(event, e.InterviewPaused):
            paused = True
        elif isinstance(event, e.InterviewResumed):
            paused = False
        elif isinstance(event, e.PresenceNoted):
            (away.discard if event.connected else away.add)(event.seat_id)
        elif isinstance(event, e.TurnOpened):
            started = _started(room, event)
            if started is not None:
                watches[event.turn_id] = started
        elif isinstance(event, e.TimeGiven) and not event.returned and event.turn_id in watches:
            watches[event.turn_id].allowed += event.ms
        elif isinstance(event, e.TurnClosed):
            watches.pop(event.turn_id, None)


def _started(room: Room, event: e.TurnOpened) -> Stopwatch | None:
    """Return a person's stopwatch: its time is computed from the settings, not from the turn."""
    home = room.current
    turn = room.turn(event.turn_id)
    seat = room.seat(turn.seat_id) if turn else None
    if home is None or seat is None or seat.kind is not SeatKind.HUMAN or seat.absent or seat.left:
        return None
    allowed = (home.answer_ms + room.settings.reading_ms) * seat.time_percent // 100
    return Stopwatch(seat_id=seat.seat_id, allowed=allowed, cap=room.settings.disconnect_cap_ms)
