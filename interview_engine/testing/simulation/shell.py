"""The simulated shell: decide, append, evolve, and fold the log again after a crash."""

from __future__ import annotations

from interview_engine.core.codec import decode_room, encode_room
from interview_engine.core.commands import Command
from interview_engine.core.decide import Outcome, Step, take
from interview_engine.core.log import GENESIS, Record, decode_log, encode_log, fold_log, record_events
from interview_engine.core.state import Room
from interview_engine.ids import CommandId, Millis, Salt, Seq
from interview_engine.testing.history import History, Taken, history_of


class SimulatedShell:
    """Keeps one room's log.

    Attributes:
        room: The room as its latest command left it; None before `CreateRoom`.
        log: Its records.
        taken: Every command so far.
        now: The shell's clock, ms.
    """

    def __init__(self, key: str, now: Millis) -> None:
        """Open an empty log.

        Args:
            key: Root of the salts that cover personal text.
            now: What the clock shows.
        """
        self.room: Room | None = None
        self.log: list[Record] = []
        self.taken: list[Taken] = []
        self.now = now
        self._key = key
        self._named = 0

    def next_id(self, purpose: str) -> CommandId:
        """Return a command id that was not used before."""
        self._named += 1
        return CommandId(f"{purpose}-{self._named}")

    def send(self, command: Command) -> Outcome:
        """Put a command to the room and append what happened."""
        return self.step(command).outcome

    def step(self, command: Command) -> Step:
        """Put a command to the room and append what happened."""
        before = Seq(len(self.log))
        step = take(self.room, command)
        if step.events:
            prev_hash = self.log[-1].hash if self.log else GENESIS
            salt = Salt(f"{self._key}/salt/{before}")
            self.log.extend(record_events(step.events, salt, after=before, prev_hash=prev_hash))
        self.taken.append(
            Taken(command=command, outcome=step.outcome, before=before, events=len(step.events))
        )
        self.room = step.room
        if step.room is not None:
            self.now = Millis(max(self.now, step.room.now))
        return step

    def crash(self, snapshot_at: int) -> None:
        """Forget everything and recover from the stored bytes.

        Args:
            snapshot_at: Seq of a stored snapshot to begin with; 0 to fold the whole log.
        """
        room = None
        if snapshot_at:
            room = decode_room(encode_room(fold_log(self.log[:snapshot_at])))
        tail = decode_log(encode_log(self.log[snapshot_at:]).splitlines())
        self.room = fold_log(tail, room)

    def history(self) -> History:
        """Return all that happened."""
        return history_of(self.log, self.taken, self.room)
