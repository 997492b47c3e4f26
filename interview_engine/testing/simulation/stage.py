"""The stage of a simulated interview: its shell, its chance, and an agenda of what comes at which instant."""

from __future__ import annotations

import heapq
from collections.abc import Callable

from interview_engine.core.commands import Command
from interview_engine.core.state import Room
from interview_engine.ids import Millis
from interview_engine.testing.dice import Dice
from interview_engine.testing.simulation.drawing import Draw
from interview_engine.testing.simulation.faults import FaultKind
from interview_engine.testing.simulation.shell import SimulatedShell

Action = Callable[[Millis], Command | None]
"""Makes a command when its instant has come; None when there is nothing to do any more."""


class SimulationStage:
    """What everybody in a simulated interview acts on.

    Attributes:
        draw: The frame.
        dice: The chance of everything that follows.
        shell: The room's log and clock.
        faults: What went wrong so far.
    """

    def __init__(self, draw: Draw, dice: Dice, shell: SimulatedShell) -> None:
        """Begin with an empty agenda."""
        self.draw = draw
        self.dice = dice
        self.shell = shell
        self.faults: list[FaultKind] = []
        self._agenda: list[tuple[Millis, int, Action]] = []
        self._planned = 0

    @property
    def room(self) -> Room:
        """The room as it is."""
        room = self.shell.room
        assert room is not None, "the room was created first"
        return room

    @property
    def now(self) -> Millis:
        """The shell's clock."""
        return self.shell.now

    def note(self, fault: FaultKind) -> None:
        """Count a fault."""
        self.faults.append(fault)

    def later(self, after_ms: int, action: Action) -> None:
        """Put something on the agenda.

        Args:
            after_ms: How long from now.
            action: Makes the command when the instant has come.
        """
        self.at(Millis(self.now + after_ms), action)

    def at(self, instant: Millis, action: Action) -> None:
        """Put something on the agenda at an instant."""
        self._planned += 1
        heapq.heappush(self._agenda, (instant, self._planned, action))

    def next_at(self) -> Millis | None:
        """Return when the next thing on the agenda comes, or None."""
        return self._agenda[0][0] if self._agenda else None

    def act(self) -> None:
        """Do the next thing on the agenda at its instant, or now when that has passed."""
        instant, _, action = heapq.heappop(self._agenda)
        self.shell.now = Millis(max(self.now, instant))
        command = action(self.now)
        if command is not None:
            self.shell.send(command)
