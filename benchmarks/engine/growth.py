"""Does an event cost the same late in a room's life as early? Three rooms that grow in different ways."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from typing import Final

import attrs

from benchmarks.engine.timing import seconds
from benchmarks.engine.workload import PERSON, answer_text, create_room, interview
from interview_engine.core import commands as c
from interview_engine.core.decide import Refused, take
from interview_engine.core.effects import pending_effects
from interview_engine.core.state import Room
from interview_engine.ids import CommandId, Millis

SIZES: Final = (10, 100, 1_000, 10_000)
_WINDOW: Final = 200
"""Commands over which a size's cost is averaged."""
_REPEATS: Final = 5
_ROUNDS: Final = 145
"""Questions of the longest interview measured: 5,000 events, a hundred times a usual one."""
_SIZES_OF_ROUNDS: Final = (10, 100, 1_000, 5_000)


@attrs.frozen(kw_only=True)
class Cost:
    """What an event costs when the room has already had so many."""

    events: int
    us_per_event: float


def costs(name: str) -> tuple[Cost, ...]:
    """Measure one of the growing rooms at each size.

    Args:
        name: `chat`, `drafts` (with time added by the host) or `rounds`.
    """
    room, commands = _GROWING[name]()
    measured = []
    for size in _SIZES_OF_ROUNDS if name == "rounds" else SIZES:
        while room.seq < size:
            room = _after(room, commands.pop(0))
        window = tuple(commands[:_WINDOW])
        measured.append(Cost(events=size, us_per_event=_cost(room, window)))
    return tuple(measured)


def _cost(room: Room, window: tuple[c.Command, ...]) -> float:
    def replay() -> None:
        current = room
        for command in window:
            current = take(current, command).room or current

    events = sum(len(step) for step in _steps(room, window))
    gc.collect()
    return min(seconds(replay) for _ in range(_REPEATS)) * 1e6 / events


def _steps(room: Room, window: tuple[c.Command, ...]) -> Iterator[tuple[object, ...]]:
    for command in window:
        step = take(room, command)
        room = step.room or room
        yield step.events


def _after(room: Room | None, command: c.Command) -> Room:
    step = take(room, command)
    assert step.room is not None, "only creating a room can leave none"
    assert not isinstance(step.outcome, Refused), f"{command}: {step.outcome}"
    return step.room


def _waiting_room() -> Room:
    room = _after(None, create_room(5))
    return _after(room, c.JoinRoom(now=Millis(0), id=CommandId("join"), seat_id=PERSON, name="김하늘"))


def _chat() -> tuple[Room, list[c.Command]]:
    """Return a room in which people talk and talk before the start."""
    return _waiting_room(), [
        c.SendChat(
            now=Millis(5_000 * number),
            id=CommandId(f"chat-{number}"),
            seat_id=PERSON,
            text=f"{number}번째 메시지입니다. 곧 시작하겠습니다.",
        )
        for number in range(1, SIZES[-1] + _WINDOW)
    ]


def _drafts() -> tuple[Room, list[c.Command]]:
    """Return a room in which a person drafts one answer for hours, the host adding time."""
    recorded = interview().commands
    room = _waiting_room()
    for command in recorded[2:]:
        if isinstance(command, c.SubmitAnswer):
            break
        room = _after(room, command)
    turn = room.open_turns()[0]
    assert not pending_effects(room), "only the person is awaited"
    commands: list[c.Command] = []
    for number in range(1, SIZES[-1] // 2 + _WINDOW):
        now = Millis(room.now + 2_000 * number)
        commands.append(
            c.SaveDraft(
                now=now,
                id=CommandId(f"draft-{number}"),
                seat_id=PERSON,
                turn_id=turn.turn_id,
                text=answer_text(str(number)),
            )
        )
        commands.append(
            c.AddTime(
                now=now, id=CommandId(f"time-{number}"), by=PERSON, turn_id=turn.turn_id, ms=Millis(2_000)
            )
        )
    return room, commands


def _rounds() -> tuple[Room, list[c.Command]]:
    """Return an interview of far more questions than anybody would sit through."""
    first, *rest = interview(_ROUNDS).commands
    return _after(None, first), list(rest)


_GROWING: Final = {"chat": _chat, "drafts": _drafts, "rounds": _rounds}
