"""One command's work in progress: the room as it becomes, and the events that make it so."""

from __future__ import annotations

from typing import NoReturn

from interview_engine.core.changed import changed
from interview_engine.core.events import Event
from interview_engine.core.evolve import evolve
from interview_engine.core.refusals import CommandRefused, RefusalCode
from interview_engine.core.state import Room
from interview_engine.ids import CommandId, Millis


class Transition:
    """Collects a command's events and shows each rule the room as the earlier ones left it.

    Attributes:
        room: The room so far.
        at: The instant at which the next event happens.
        events: What happened so far.
    """

    __slots__ = ("_cause", "at", "events", "room")

    def __init__(self, room: Room, at: Millis) -> None:
        self.room = room
        self.at = at
        self.events: list[Event] = []
        self._cause: CommandId | None = None

    def caused_by(self, command_id: CommandId) -> None:
        """Mark the next event as the first one of a command."""
        self._cause = command_id

    def record(self, event: Event) -> None:
        """Let something happen."""
        if self._cause is not None:
            event = changed(event, cause=self._cause)
            self._cause = None
        self.events.append(event)
        self.room = evolve(self.room, event)


def refuse(code: RefusalCode, detail: str = "") -> NoReturn:
    """Refuse the command that is being decided.

    Raises:
        CommandRefused: Always.
    """
    raise CommandRefused(code, detail)
