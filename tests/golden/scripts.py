"""The scripts of the golden interviews: fixed people, stub texts, and nothing of the question bank."""

from __future__ import annotations

from collections.abc import Callable

from interview_engine.core import commands as c
from interview_engine.core.deadlines import next_deadline
from interview_engine.core.effects import pending_effects
from interview_engine.core.log import Record
from interview_engine.core.settings import PLANS, OrderPolicy, Preset, Settings, Visibility
from interview_engine.core.stages import Stage
from interview_engine.core.turns import Turn
from interview_engine.ids import CommandId, Millis, RoomId, SeatId, Seed
from interview_engine.testing.rooms import a_rival, an_interviewer, human
from interview_engine.testing.simulation.shell import SimulatedShell
from interview_engine.testing.stub_performer import perform_stub, stub_answer
from interview_engine.vocabulary import Language

BEGIN = Millis(1_780_000_000_000)

Disturbance = Callable[["Script", Turn], bool]
"""Does something at a person's turn; True when the turn is then left to the clock."""


class Script:
    """Plays one golden interview: people answer after twenty seconds unless they are disturbed."""

    def __init__(self, name: str, settings: Settings, *, humans: int, ai: int, working: bool = True) -> None:
        self.shell = SimulatedShell(f"golden/{name}", BEGIN)
        self.settings = settings
        self.working = working
        now = self.shell.now
        self.send(
            c.CreateRoom(
                now=now,
                id=CommandId("create"),
                room_id=RoomId(f"golden-{name}"),
                seed=Seed(f"golden seed of {name}"),
                settings=settings,
                rivals=tuple(a_rival(number) for number in range(1, ai + 1)),
                panel=tuple(an_interviewer(number, follow_up_percent=50) for number in (1, 2)),
            )
        )
        for number in range(1, humans + 1):
            seat_id = human(number)
            name_of = f"지원자 {number}" if settings.language is Language.KO else f"Candidate {number}"
            self.send(c.JoinRoom(now=now, id=self.id("join"), seat_id=seat_id, name=name_of))
            self.send(
                c.ShareResume(now=now, id=self.id("resume"), seat_id=seat_id, facts=(f"fact {number}",))
            )
            self.send(c.SetReady(now=now, id=self.id("ready"), seat_id=seat_id))
        self.send(c.SendChat(now=now, id=self.id("chat"), seat_id=human(), text="안녕하세요"))
        self.send(c.StartInterview(now=now, id=self.id("start"), by=human()))

    def id(self, purpose: str) -> CommandId:
        return self.shell.next_id(purpose)

    def send(self, command: c.Command) -> None:
        self.shell.send(command)

    def later(self, ms: int) -> Millis:
        self.shell.now = Millis(self.shell.now + ms)
        return self.shell.now

    def play(self, disturb: Disturbance = lambda script, turn: False) -> tuple[Record, ...]:
        """Play to the end and return the log."""
        met: set[str] = set()
        while self.shell.room is not None and self.shell.room.stage is not Stage.FINISHED:
            room = self.shell.room
            effects = pending_effects(room) if self.working else ()
            mine = [t for t in room.open_turns() if t.seat_id.startswith("human") and t.turn_id not in met]
            if effects:
                self.later(300)
                self.send(perform_stub(effects[0], Millis(max(self.shell.now, effects[0].not_before))))
            elif mine:
                met.add(mine[0].turn_id)
                if not disturb(self, mine[0]):
                    self.answer(mine[0])
            else:
                deadline = next_deadline(room)
                assert deadline is not None, "a running room has a deadline"
                self.shell.now = Millis(max(self.shell.now, deadline.at))
                self.send(c.Tick(now=self.shell.now))
        return tuple(self.shell.log)

    def answer(self, turn: Turn) -> None:
        text = stub_answer(f"{turn.turn_id}/{turn.seat_id}", self.settings.language)
        self.later(5_000)
        self.send(
            c.SaveDraft(
                now=self.shell.now,
                id=self.id("draft"),
                seat_id=turn.seat_id,
                turn_id=turn.turn_id,
                text=text[:20],
            )
        )
        self.later(15_000)
        self.send(
            c.SubmitAnswer(
                now=self.shell.now,
                id=self.id("answer"),
                seat_id=turn.seat_id,
                turn_id=turn.turn_id,
                text=text,
            )
        )


def short_korean_solo() -> tuple[Record, ...]:
    return Script("short", Settings(preset=Preset.SHORT), humans=1, ai=2).play()


def standard_english_troubled() -> tuple[Record, ...]:
    settings = Settings(language=Language.EN, visibility=Visibility.AFTER_ROUND)

    def disturb(script: Script, turn: Turn) -> bool:
        now = script.shell.now
        if turn.turn_id.startswith("r1-"):
            script.send(c.PauseInterview(now=script.later(4_000), id=script.id("pause"), by=human()))
            script.send(c.ResumeInterview(now=script.later(30_000), id=script.id("resume"), by=human()))
        elif turn.turn_id.startswith("r2-"):
            away: SeatId = turn.seat_id
            script.send(c.PresenceChanged(now=script.later(3_000), seat_id=away, connected=False))
            script.send(c.PresenceChanged(now=script.later(20_000), seat_id=away, connected=True))
        elif turn.turn_id.startswith("r3-"):
            script.later(90_000)
            script.send(c.OutageEnded(now=script.shell.now, since=now))
            return turn.seat_id == human(2)
        return False

    return Script("standard", settings, humans=2, ai=1).play(disturb)


def simultaneous() -> tuple[Record, ...]:
    settings = Settings(
        plan=PLANS[Preset.SHORT],
        order=OrderPolicy.SIMULTANEOUS,
        visibility=Visibility.END,
        comparison_budget=3,
    )
    return Script("simultaneous", settings, humans=2, ai=3).play()


def ended_early_with_dead_providers() -> tuple[Record, ...]:
    def disturb(script: Script, turn: Turn) -> bool:
        if turn.turn_id.startswith("r1-"):
            script.answer(turn)
            script.working = False
        else:
            script.send(c.EndEarly(now=script.later(2_000), id=script.id("end"), by=human()))
        return True

    settings = Settings(preset=Preset.SHORT, order=OrderPolicy.SEAT, language=Language.EN)
    return Script("early", settings, humans=2, ai=0).play(disturb)


SCRIPTS: dict[str, Callable[[], tuple[Record, ...]]] = {
    "short_korean_solo": short_korean_solo,
    "standard_english_troubled": standard_english_troubled,
    "simultaneous": simultaneous,
    "ended_early_with_dead_providers": ended_early_with_dead_providers,
}
