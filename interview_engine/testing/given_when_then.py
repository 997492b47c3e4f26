"""Tests of rules as sentences: given a room, when a command comes, then these events happen.

    scenario(a_running_room(humans=1, ai=1)).given(answer()).when(pause()).then(InterviewPaused)
    scenario(a_waiting_room(humans=1, ai=0)).when(StartInterview(...)).then_refused(TOO_FEW_CANDIDATES)

A scenario is a value: every step returns a new one, so a shared beginning can go on in several ways.
A command is written out, or made by a move (`interview_engine.testing.moves`) from the room as it is.
"""

from __future__ import annotations

from collections.abc import Callable

import attrs

from interview_engine.core import commands as c
from interview_engine.core.decide import Committed, Duplicate, Outcome, Refused, Step, take
from interview_engine.core.events import Event
from interview_engine.core.refusals import RefusalCode
from interview_engine.core.state import Room
from interview_engine.testing.moves import (
    Move,
    answer,
    disconnect,
    draft,
    end_early,
    leave,
    outage,
    pause,
    reconnect,
    resume,
    skip,
    tick,
    tick_to_deadline,
)
from interview_engine.testing.rooms import (
    a_rival,
    a_room,
    a_running_room,
    a_waiting_room,
    after,
    ai,
    an_interviewer,
    human,
    interviewer,
    with_effects_done,
)

__all__ = [
    "Expected",
    "Scenario",
    "a_rival",
    "a_room",
    "a_running_room",
    "a_waiting_room",
    "after",
    "ai",
    "an",
    "an_interviewer",
    "answer",
    "disconnect",
    "draft",
    "end_early",
    "human",
    "interviewer",
    "leave",
    "outage",
    "pause",
    "reconnect",
    "resume",
    "scenario",
    "skip",
    "tick",
    "tick_to_deadline",
    "with_effects_done",
]


@attrs.frozen
class Pattern:
    """An event of a class with some fields as given; the others may hold anything."""

    kind: type[Event]
    fields: tuple[tuple[str, object], ...]

    def __str__(self) -> str:
        """Write the pattern as it was made."""
        inside = ", ".join(f"{name}={value!r}" for name, value in self.fields)
        return f"{self.kind.__name__}({inside})"


Expected = type[Event] | Pattern | Event
"""An event class, a pattern made by `an`, or the very event."""


def an(kind: type[Event], /, **fields: object) -> Pattern:
    """Return a pattern: an event of this class with these fields, whatever the others hold.

    Raises:
        AttributeError: For a field that the class doesn't have.
    """
    unknown = set(fields) - {field.name for field in attrs.fields(kind)}
    if unknown:
        raise AttributeError(f"{kind.__name__} has no {', '.join(sorted(unknown))}")
    return Pattern(kind, tuple(fields.items()))


@attrs.frozen(kw_only=True)
class Scenario:
    """A room, and what became of the latest command.

    Attributes:
        room: The room so far; None before `CreateRoom`.
        latest: What `when` led to; None before it.
    """

    room: Room | None = None
    latest: Step | None = None

    def given(self, *commands: c.Command | Move) -> Scenario:
        """Return the scenario after commands that must be committed.

        Raises:
            AssertionError: When one is not.
        """
        room = self.room
        for command in commands:
            room = after(room, _made(command, room))
        return Scenario(room=room)

    def when(self, command: c.Command | Move) -> Scenario:
        """Return the scenario in which a command was given, whatever became of it."""
        step = take(self.room, _made(command, self.room))
        return Scenario(room=step.room, latest=step)

    def then(self, *expected: Expected) -> Scenario:
        """Check that exactly these events happened, in this order.

        Raises:
            AssertionError: When others did, or the command was not committed.
        """
        events = self._committed()
        same = len(events) == len(expected) and all(map(_matches, events, expected))
        assert same, f"expected {_listed(expected)}\nbut happened {_listed(events)}"
        return self

    def then_includes(self, *expected: Expected) -> Scenario:
        """Check that these events happened in this order, whatever happened between them.

        Raises:
            AssertionError: When one of them is missing.
        """
        events = self._committed()
        remaining = iter(events)
        for wanted in expected:
            found = any(_matches(event, wanted) for event in remaining)
            assert found, f"{wanted} is not in its place among {_listed(events)}"
        return self

    def then_nothing(self) -> Scenario:
        """Check that the command was committed and changed nothing.

        Raises:
            AssertionError: When something happened, or the command was not committed.
        """
        return self.then()

    def then_refused(self, code: RefusalCode) -> Scenario:
        """Check that the command was refused for this reason.

        Raises:
            AssertionError: When it was not.
        """
        outcome = self.outcome
        assert isinstance(outcome, Refused), f"expected {code}, but it became {outcome}"
        assert outcome.code is code, f"expected {code}, but was refused: {outcome}"
        return self

    def then_duplicate(self) -> Scenario:
        """Check that the command had been committed before, and that nothing happened again.

        Raises:
            AssertionError: When it was not a duplicate.
        """
        assert isinstance(self.outcome, Duplicate), f"expected a duplicate, but it became {self.outcome}"
        return self

    def then_room(self, holds: Callable[[Room], bool], law: str = "") -> Scenario:
        """Check something about the room as it is now.

        Args:
            holds: The check.
            law: What it means, for the message of a failure.

        Raises:
            AssertionError: When the check does not hold, or there is no room.
        """
        assert self.room is not None, "there is no room"
        assert holds(self.room), law or "the room is not as expected"
        return self

    @property
    def outcome(self) -> Outcome:
        """What became of the latest command.

        Raises:
            AssertionError: Before `when`.
        """
        assert self.latest is not None, "a `when` comes before a `then`"
        return self.latest.outcome

    def _committed(self) -> tuple[Event, ...]:
        outcome = self.outcome
        assert isinstance(outcome, Committed), f"expected events, but the command became {outcome}"
        assert self.latest is not None, "an outcome comes with its step"
        return self.latest.events


def scenario(room: Room | None = None) -> Scenario:
    """Return a scenario that begins with a room, or before there is one."""
    return Scenario(room=room)


def _made(command: c.Command | Move, room: Room | None) -> c.Command:
    if isinstance(command, c.Command):
        return command
    assert room is not None, "a move needs a room: begin with CreateRoom or a room built before"
    return command(room)


def _matches(event: Event, expected: Expected) -> bool:
    if isinstance(expected, Event):
        return event == expected
    if isinstance(expected, Pattern):
        return isinstance(event, expected.kind) and all(
            getattr(event, name) == value for name, value in expected.fields
        )
    return isinstance(event, expected)


def _listed(items: tuple[Expected, ...]) -> str:
    names = [item.__name__ if isinstance(item, type) else str(item) for item in items]
    return "[" + ", ".join(names) + "]"
