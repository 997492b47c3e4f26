"""An interview held in one process: the shell in small, with the clock passed in.

The order is every shell's: decide, append, evolve, then run effects. Nothing here reads a clock or a
source of chance; a program that plays live passes the time in, a test lets `wait` jump ahead.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable

from interview_engine.core import commands as c
from interview_engine.core.deadlines import next_deadline
from interview_engine.core.decide import Committed, Outcome, take
from interview_engine.core.effects import Effect, pending_effects
from interview_engine.core.log import GENESIS, Record, fold_log, record_events
from interview_engine.core.refusals import CommandRefused
from interview_engine.core.settings import Settings
from interview_engine.core.stages import Stage
from interview_engine.core.state import Room
from interview_engine.core.turns import Turn
from interview_engine.core.views import Viewer, view
from interview_engine.ids import CommandId, Millis, RoomId, Salt, SeatId, Seed, Seq
from interview_engine.offline.casting import panel_profiles, rival_profiles
from interview_engine.offline.performing import perform
from interview_engine.personas.catalogue import Catalogue, default_catalogue
from interview_engine.scoring import Board, Feedback
from interview_engine.vocabulary import Bilingual

ME = SeatId("me")
DEFAULT_RIVALS = ("naver", "kakao", "toss")
DEFAULT_PANEL = ("hr", "technical", "executive")

_NAME = Bilingual(ko="김지원", en="Jiwon Kim")

Performer = Callable[[Effect, Catalogue, Millis], c.Report | None]
"""Does an effect's work. None: it is under way elsewhere, and will be asked for again."""


class Interview:
    """One room, its log, and everything that makes it run.

    Attributes:
        room: The state.
        log: Every record so far.
        now: The latest instant that the interview was told of.
    """

    def __init__(
        self,
        *,
        salt: Salt,
        log: Iterable[Record] = (),
        catalogue: Catalogue | None = None,
        performer: Performer = perform,
    ) -> None:
        """Open an interview on an existing log, or an empty one that expects `CreateRoom`.

        Args:
            salt: Secret random text: the root of the salts that hide personal text behind digests.
            log: Records to go on from.
            catalogue: Personas and questions; the shipped ones by default.
            performer: Does an effect's work; the offline one by default.
        """
        self.log: list[Record] = list(log)
        self.catalogue = catalogue or default_catalogue()
        self._room: Room | None = fold_log(self.log) if self.log else None
        self.now = self._room.now if self._room else Millis(0)
        self._salt = salt
        self._performer = performer
        self._sent = 0

    @classmethod
    def begin(
        cls,
        *,
        seed: str,
        name: str = "",
        rivals: tuple[str, ...] = DEFAULT_RIVALS,
        panel: tuple[str, ...] = DEFAULT_PANEL,
        settings: Settings | None = None,
        now: Millis = Millis(0),
        salt: str = "",
        catalogue: Catalogue | None = None,
    ) -> Interview:
        """Start an interview of one person against AI candidates, up to the person's first turn.

        Args:
            seed: Secret of the room: the same seed and answers give the same interview.
            name: The person's display name; a made-up one when empty.
            rivals: Companies or persona ids.
            panel: Interviewer ids.
            settings: The room's settings; the defaults when None.
            now: When it begins, ms since the epoch.
            salt: Secret random text for deletable personal text; derived from the seed when empty.
            catalogue: Personas and questions.

        Raises:
            CommandRefused: When the settings are out of range.
            UnknownEntry: For a rival or an interviewer that doesn't exist.
        """
        chosen = settings or Settings()
        interview = cls(salt=Salt(salt or _derived(seed, "salt")), catalogue=catalogue)
        interview.now = now
        language = chosen.language
        interview.do(
            c.CreateRoom(
                now=now,
                id=interview.next_id("create"),
                room_id=RoomId(f"room-{_derived(seed, 'room')[:12]}"),
                seed=Seed(seed),
                settings=chosen,
                rivals=rival_profiles(interview.catalogue, rivals, language),
                panel=panel_profiles(interview.catalogue, panel, language),
            )
        )
        interview.do(
            c.JoinRoom(
                now=now, id=interview.next_id("join"), seat_id=ME, name=name or _NAME.spoken_in(language)
            )
        )
        interview.do(c.SetReady(now=now, id=interview.next_id("ready"), seat_id=ME))
        interview.do(c.StartInterview(now=now, id=interview.next_id("start"), by=ME))
        return interview

    @property
    def room(self) -> Room:
        """The state of the room.

        Raises:
            ValueError: Before the room was created.
        """
        if self._room is None:
            raise ValueError("the room has not been created yet")
        return self._room

    def next_id(self, purpose: str) -> CommandId:
        """Return a command id that this interview has not used yet."""
        self._sent += 1
        seq = self._room.seq if self._room else 0
        return CommandId(f"{purpose}-{seq}-{self._sent}")

    def send(self, command: c.Command) -> Outcome:
        """Put a command to the room, append what happened, and run the effects that are wanted now."""
        outcome = self._apply(command)
        if self._room is not None:
            self.run_effects()
        return outcome

    def do(self, command: c.Command) -> Seq:
        """Like `send`, for a command that must succeed.

        Raises:
            CommandRefused: When it is refused.
        """
        outcome = self.send(command)
        if isinstance(outcome, Committed):
            return outcome.seq
        code = getattr(outcome, "code", None)
        if code is not None:
            raise CommandRefused(code, getattr(outcome, "detail", ""))
        return outcome.seq  # type: ignore[union-attr]

    def run_effects(self) -> tuple[Effect, ...]:
        """Run what the room wants done now, until nothing is left that may start yet or is under way.

        Returns:
            What is under way elsewhere; nothing with a performer that does its work at once.
        """
        while True:
            under_way: list[Effect] = []
            report = None
            for effect in pending_effects(self.room):
                if effect.not_before > self.now:
                    continue
                report = self._performer(effect, self.catalogue, self.now)
                if report is not None:
                    break
                under_way.append(effect)
            if report is None:
                return tuple(under_way)
            self._apply(report)

    def advance(self, now: Millis) -> None:
        """Let time pass up to an instant, with every deadline and effect on the way at its own."""
        self.run_effects()
        while True:
            moment = self._next_moment()
            if moment is None or moment > now:
                break
            self.now = Millis(max(self.now, moment))
            self._apply(c.Tick(now=self.now))
            self.run_effects()
        self.now = max(self.now, now)

    def wait(self) -> Turn | None:
        """Let time jump ahead to the person's next turn.

        Returns:
            The person's open turn; None when the interview is finished.
        """
        while self.room.stage is not Stage.FINISHED:
            turn = self.my_turn()
            if turn is not None:
                return turn
            moment = self._next_moment()
            if moment is None:
                return None
            self.advance(moment)
        return None

    def my_turn(self, seat_id: SeatId = ME) -> Turn | None:
        """Return a seat's open turn, or None."""
        return next((turn for turn in self.room.open_turns() if turn.seat_id == seat_id), None)

    def answer(self, text: str, *, after_ms: Millis = Millis(30_000), seat_id: SeatId = ME) -> Outcome:
        """Answer the open turn of a seat.

        Args:
            text: The answer.
            after_ms: How long the person takes, from now.
            seat_id: Whose turn.

        Raises:
            ValueError: When it is not this seat's turn.
        """
        turn = self.my_turn(seat_id)
        if turn is None:
            raise ValueError(f"it is not the turn of {seat_id}")
        self.advance(Millis(self.now + after_ms))
        return self.send(
            c.SubmitAnswer(
                now=self.now,
                id=self.next_id("answer"),
                seat_id=seat_id,
                turn_id=turn.turn_id,
                text=text,
            )
        )

    def question(self) -> str:
        """Return the question that is being asked; empty between rounds."""
        home = self.room.current
        return home.question.text if home and home.question else ""

    def board(self) -> Board:
        """Return the ranking as the public may see it now."""
        return view(self.room, Viewer()).board

    def feedback(self, seat_id: SeatId = ME) -> Feedback | None:
        """Return a seat's feedback, once it is written."""
        return next((item.feedback for item in self.room.feedback if item.seat_id == seat_id), None)

    def _next_moment(self) -> Millis | None:
        """Return when something will happen by itself: a deadline, or an effect's next try.

        What may be tried now was begun already, and comes back in its own time.
        """
        later = (effect.not_before for effect in pending_effects(self.room))
        moments = [not_before for not_before in later if not_before > self.now]
        deadline = next_deadline(self.room)
        if deadline is not None:
            moments.append(deadline.at)
        return min(moments, default=None)

    def _apply(self, command: c.Command) -> Outcome:
        step = take(self._room, command)
        if step.events:
            after = self.log[-1].seq if self.log else Seq(0)
            prev_hash = self.log[-1].hash if self.log else GENESIS
            salt = Salt(_derived(self._salt, str(after)))
            self.log.extend(record_events(step.events, salt, after=after, prev_hash=prev_hash))
        self._room = step.room
        if step.room is not None:
            self.now = Millis(max(self.now, step.room.now))
        return step.outcome


def _derived(secret: str, purpose: str) -> str:
    return hashlib.sha256(f"{secret}\x1f{purpose}".encode()).hexdigest()
