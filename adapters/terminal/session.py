"""An interview whose records are stored before they are shown.

The order is: decide, append to the disk, then hand what happened to whoever shows it.
"""

from __future__ import annotations

from adapters.service.costs import Costs, costs_of
from adapters.terminal.journal import Journal
from adapters.terminal.writers import Writers
from interview_engine.core.commands import Command
from interview_engine.core.deadlines import next_deadline
from interview_engine.core.decide import Outcome
from interview_engine.core.effects import pending_effects
from interview_engine.core.log import Record
from interview_engine.ids import CommandId, Millis, SeatId
from interview_engine.offline.interview import ME, Interview


class Session:
    """One person's interview, its log file, and the records that were not shown yet.

    Attributes:
        interview: The interview; read it, but change it only through the session.
        journal: The log file.
    """

    def __init__(
        self, interview: Interview, journal: Journal, *, stored: int = 0, writers: Writers | None = None
    ) -> None:
        """Tie an interview to its log file.

        Args:
            interview: The interview.
            journal: The open log file.
            stored: How many of the interview's records the file holds already.
            writers: Do the interview's work in the background; None when it is done at once.
        """
        self._writers = writers
        self.interview = interview
        self.journal = journal
        self._stored = stored
        self._shown = stored
        self._store()

    def advance(self, now: Millis) -> None:
        """Let time pass up to an instant, ms since the epoch."""
        self.interview.advance(now)
        self._store()

    def settle(self) -> None:
        """Let the work that is under way come to its end, while the room's time stands still."""
        while under_way := self.interview.run_effects():
            self._store()
            assert self._writers is not None, "only writers in the background let work wait"
            self._writers.wait(under_way)
        self._store()

    def step(self) -> bool:
        """Let time jump to the next instant at which something happens by itself.

        Returns:
            False when nothing will: only a person can move the room on.
        """
        self.settle()
        later = (effect.not_before for effect in pending_effects(self.interview.room))
        moments = [not_before for not_before in later if not_before > self.interview.now]
        deadline = next_deadline(self.interview.room)
        if deadline is not None:
            moments.append(deadline.at)
        if not moments:
            return False
        self.advance(Millis(max(self.interview.now, min(moments))))
        return True

    def send(self, command: Command) -> Outcome:
        """Put a command to the room."""
        outcome = self.interview.send(command)
        self._store()
        return outcome

    def next_id(self, purpose: str) -> CommandId:
        """Return a command id that was not used yet."""
        return self.interview.next_id(purpose)

    def answer_turn(self, text: str, seat_id: SeatId = ME, *, after_ms: Millis) -> Outcome:
        """Answer a seat's open turn after some time, without waiting for it.

        Raises:
            ValueError: When it is not this seat's turn.
        """
        outcome = self.interview.answer(text, after_ms=after_ms, seat_id=seat_id)
        self._store()
        return outcome

    def fresh_records(self) -> tuple[Record, ...]:
        """Return the stored records that nobody has been shown yet; each is returned once."""
        fresh = tuple(self.interview.log[self._shown : self._stored])
        self._shown = self._stored
        return fresh

    def costs(self) -> Costs:
        """Return what language models cost the interview so far."""
        return costs_of(self.interview.log)

    def _store(self) -> None:
        new = self.interview.log[self._stored :]
        if new:
            self.journal.append(new)
            self._stored += len(new)
            if self._writers is not None:
                self._writers.look(self.interview.room)
