"""A room in a test's hands: commands go in, and what became of them is kept."""

from __future__ import annotations

from typing import TypedDict, TypeVar

import attrs

from interview_engine.core import commands as c
from interview_engine.core import events as e
from interview_engine.core.deadlines import next_deadline
from interview_engine.core.decide import Committed, Refused, take
from interview_engine.core.effects import Effect, WriteQuestion, pending_effects
from interview_engine.core.refusals import RefusalCode
from interview_engine.core.settings import OrderPolicy, Settings, Slot
from interview_engine.core.stages import Stage
from interview_engine.core.state import Room
from interview_engine.core.turns import Round, Turn
from interview_engine.ids import CommandId, Millis, SeatId
from interview_engine.testing.rooms import START, a_waiting_room, human
from interview_engine.testing.stub_performer import perform_stub
from interview_engine.vocabulary import QuestionKind

E = TypeVar("E", bound=e.Event)
W = TypeVar("W", bound=Effect)

KIM, LEE = human(1), human(2)
ANSWER_MS = 60_000
READING_MS = 5_000
ALLOWANCE_MS = ANSWER_MS + READING_MS


class Participant(TypedDict):
    """What every participant's command carries."""

    now: Millis
    id: CommandId
    seat_id: SeatId


class Operator(TypedDict):
    """What every operator's command carries."""

    now: Millis
    id: CommandId
    by: SeatId | None


class Play:
    """Holds a room, the events of every command since, and the instant at which the next command comes."""

    def __init__(self, room: Room, *, commands_before: int = 0) -> None:
        self.room = room
        self.now = room.now
        self.events: list[e.Event] = []
        self._sent = commands_before

    def of(self, seat_id: SeatId) -> Participant:
        """Return the beginning of a participant's command, with a fresh id."""
        return Participant(now=self.now, id=self._next_id(), seat_id=seat_id)

    def by(self, seat_id: SeatId | None = KIM) -> Operator:
        """Return the beginning of an operator's command, with a fresh id."""
        return Operator(now=self.now, id=self._next_id(), by=seat_id)

    def do(self, command: c.Command) -> tuple[e.Event, ...]:
        """Give a command that must be committed, and return its events."""
        step = take(self.room, command)
        assert isinstance(step.outcome, Committed), f"{command} became {step.outcome}"
        assert step.room is not None
        self.room = step.room
        self.now = Millis(max(self.now, self.room.now))
        self.events += step.events
        return step.events

    def refused(self, command: c.Command) -> RefusalCode:
        """Give a command that must be refused and change nothing, and return the code."""
        step = take(self.room, command)
        assert isinstance(step.outcome, Refused), f"{command} became {step.outcome}"
        assert step.events == ()
        assert step.room is self.room
        return step.outcome.code

    def after(self, ms: int) -> Play:
        """Let time pass without telling the room."""
        self.now = Millis(self.now + ms)
        return self

    def tick(self, ms: int = 0) -> tuple[e.Event, ...]:
        """Let time pass and tell the room."""
        self.after(ms)
        return self.do(c.Tick(now=self.now))

    def away(self, seat_id: SeatId = KIM) -> tuple[e.Event, ...]:
        """Lose a person's connection."""
        return self.do(c.PresenceChanged(now=self.now, seat_id=seat_id, connected=False))

    def back(self, seat_id: SeatId = KIM) -> tuple[e.Event, ...]:
        """Let a person's connection return."""
        return self.do(c.PresenceChanged(now=self.now, seat_id=seat_id, connected=True))

    def serve(self, *kinds: type[Effect], most: int = 500) -> None:
        """Let the stub performer do what is pending (of these classes), at most so much of it."""
        for _ in range(most):
            wanted = [
                effect for effect in pending_effects(self.room) if not kinds or isinstance(effect, kinds)
            ]
            if not wanted:
                return
            self.now = Millis(max(self.now, wanted[0].not_before))
            self.do(perform_stub(wanted[0], self.now))
        assert most < 500, "the work never ends"

    def fail(self, effect: Effect, code: str = "timeout") -> tuple[e.Event, ...]:
        """Report that an effect's attempt failed."""
        return self.do(
            c.EffectFailed(now=self.now, effect_id=effect.effect_id, attempt=effect.attempt, code=code)
        )

    def effect(self, kind: type[W]) -> W:
        """Return the first pending effect of a class."""
        return next(effect for effect in pending_effects(self.room) if isinstance(effect, kind))

    def effects(self, kind: type[W]) -> tuple[W, ...]:
        """Return the pending effects of a class."""
        return tuple(effect for effect in pending_effects(self.room) if isinstance(effect, kind))

    def answer(self, seat_id: SeatId = KIM, text: str = "저는 장애의 원인을 지표로 좁혔습니다.") -> None:
        """Answer a seat's open turn."""
        self.do(c.SubmitAnswer(**self.of(seat_id), turn_id=self.turn(seat_id).turn_id, text=text))

    def turn(self, seat_id: SeatId = KIM) -> Turn:
        """Return a seat's latest turn: in the current round, else in the last closed one that had it."""
        now = () if self.room.current is None else (self.room.current,)
        homes: tuple[Round, ...] = (*self.room.rounds, *now)
        return next(turn for home in reversed(homes) for turn in home.turns if turn.seat_id == seat_id)

    def stage(self) -> Stage:
        """Return where the interview stands now."""
        return self.room.stage

    def happened(self, kind: type[E]) -> list[E]:
        """Return the events of a class since the play began."""
        return [event for event in self.events if isinstance(event, kind)]

    def to_the_end(self, *, serve: bool = True) -> Play:
        """Play on, with nobody doing anything, until the interview is finished."""
        for _ in range(300):
            if serve:
                self.serve()
            if self.room.stage is Stage.FINISHED:
                return self
            self.tick_to_deadline()
        raise AssertionError("the interview does not end")

    def tick_to_deadline(self) -> tuple[e.Event, ...]:
        """Tick at exactly the next deadline."""
        deadline = next_deadline(self.room)
        assert deadline is not None, "nothing will ever happen"
        self.now = Millis(max(self.now, deadline.at))
        return self.do(c.Tick(now=self.now))

    def _next_id(self) -> CommandId:
        self._sent += 1
        return CommandId(f"c{self._sent}")


def a_slot(kind: QuestionKind = QuestionKind.COMMON, stage: Stage = Stage.COMMON) -> Slot:
    """Return a slot for everybody, one minute each."""
    return Slot(stage=stage, kind=kind, answer_ms=Millis(ANSWER_MS))


ONE = Settings(plan=(a_slot(),), order=OrderPolicy.SEAT)
"""One question to all in seat order."""
TWO = attrs.evolve(ONE, plan=(a_slot(), a_slot()))
TOGETHER = attrs.evolve(ONE, plan=(attrs.evolve(a_slot(), order=OrderPolicy.SIMULTANEOUS),))


def waiting(
    settings: Settings = ONE, *, humans: int = 2, ai: int = 0, interviewers: int = 1, follow_ups: int = 0
) -> Play:
    """Return a room in which everybody is ready; the first person is host."""
    return Play(
        a_waiting_room(
            settings, humans=humans, ai=ai, interviewers=interviewers, follow_up_percent=follow_ups
        )
    )


def started(
    settings: Settings = ONE, *, humans: int = 2, ai: int = 0, interviewers: int = 1, follow_ups: int = 0
) -> Play:
    """Return a room that waits for its first question."""
    play = waiting(settings, humans=humans, ai=ai, interviewers=interviewers, follow_ups=follow_ups)
    play.do(c.StartInterview(**play.by()))
    return play


def asked(
    settings: Settings = ONE, *, humans: int = 2, ai: int = 0, interviewers: int = 1, follow_ups: int = 0
) -> Play:
    """Return a room whose first question was just asked; without AI candidates the first person is next."""
    play = started(settings, humans=humans, ai=ai, interviewers=interviewers, follow_ups=follow_ups)
    play.serve(WriteQuestion, most=1)
    assert play.now == START
    return play
