"""Interviews that Hypothesis plays: it chooses what happens next, the invariants say what may be."""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from interview_engine.core import commands as c
from interview_engine.core.deadlines import next_deadline
from interview_engine.core.effects import pending_effects
from interview_engine.core.settings import Settings
from interview_engine.core.stages import Stage
from interview_engine.core.state import Room
from interview_engine.core.turns import TurnState
from interview_engine.ids import CommandId, EffectId, Millis, RoomId, SeatId, Seed
from interview_engine.testing.invariants import check
from interview_engine.testing.rooms import a_rival, an_interviewer, human
from interview_engine.testing.simulation.shell import SimulatedShell
from interview_engine.testing.strategies import answers, milliseconds, moves_in, room_settings
from interview_engine.testing.stub_performer import perform_stub


class WholeInterview(RuleBasedStateMachine):
    """One room, from its lobby as far as Hypothesis takes it, and then by the clock to its end."""

    def __init__(self) -> None:
        super().__init__()
        self.shell = SimulatedShell("machine", Millis(1_000))

    @property
    def room(self) -> Room:
        assert self.shell.room is not None
        return self.shell.room

    @initialize(
        chosen=room_settings(),
        humans=st.integers(1, 3),
        rivals=st.integers(1, 3),
        interviewers=st.integers(1, 2),
        seed=st.integers(0, 99),
    )
    def open_and_start(
        self, chosen: Settings, humans: int, rivals: int, interviewers: int, seed: int
    ) -> None:
        self.shell.send(
            c.CreateRoom(
                now=self.shell.now,
                id=CommandId("create"),
                room_id=RoomId("room"),
                seed=Seed(f"seed-{seed}"),
                settings=chosen,
                rivals=tuple(a_rival(number) for number in range(rivals)),
                panel=tuple(an_interviewer(number, follow_up_percent=60) for number in range(interviewers)),
            )
        )
        for number in range(1, humans + 1):
            self._join(human(number))
        self.shell.send(c.StartInterview(now=self.shell.now, id=CommandId("start")))
        assert self.room.stage is not Stage.WAITING

    def _join(self, seat_id: SeatId) -> None:
        now = self.shell.now
        self.shell.send(c.JoinRoom(now=now, id=self.shell.next_id("join"), seat_id=seat_id, name=seat_id))
        self.shell.send(c.SetReady(now=now, id=self.shell.next_id("ready"), seat_id=seat_id))

    @rule(data=st.data())
    def somebody_acts(self, data: st.DataObject) -> None:
        move = data.draw(moves_in(self.room))
        if next_deadline(self.room) is not None:
            self.shell.send(move(self.room))

    @precondition(lambda self: self.room.open_turns())
    @rule(text=answers(), after_ms=milliseconds(30_000))
    def the_speaker_answers(self, text: str, after_ms: Millis) -> None:
        turn = self.room.open_turns()[0]
        self.shell.send(
            c.SubmitAnswer(
                now=Millis(self.room.now + after_ms),
                id=self.shell.next_id("answer"),
                seat_id=turn.seat_id,
                turn_id=turn.turn_id,
                text=text,
            )
        )

    @rule(most=st.integers(1, 8))
    def services_report(self, most: int) -> None:
        for _ in range(most):
            effects = pending_effects(self.room)
            if not effects:
                return
            self.shell.send(perform_stub(effects[0], Millis(max(self.room.now, effects[0].not_before))))

    @rule(place=st.integers(0, 9), times=st.integers(1, 6))
    def a_service_fails(self, place: int, times: int) -> None:
        effects = pending_effects(self.room)
        if effects:
            effect = effects[place % len(effects)]
            for attempt in range(effect.attempt, effect.attempt + times):
                self.shell.send(
                    c.EffectFailed(
                        now=self.room.now, effect_id=effect.effect_id, attempt=attempt, code="timeout"
                    )
                )

    @rule(place=st.integers(0, 200))
    def something_is_sent_again(self, place: int) -> None:
        self.shell.send(self.shell.taken[place % len(self.shell.taken)].command)

    @rule(name=st.sampled_from(("answer:r9-9", "judge:r1-1:x", "feedback:", "x", "compare:r1-1:r1-2")))
    def a_stranger_reports(self, name: str) -> None:
        before = self.room.seq
        self.shell.send(c.AnswerWritten(now=self.room.now, effect_id=EffectId(name), text="?"))
        assert self.room.seq == before

    @rule(snapshot=st.booleans())
    def the_shell_crashes(self, snapshot: bool) -> None:
        self.shell.crash(len(self.shell.log) // 2 if snapshot else 0)

    @invariant()
    def one_turn_is_open(self) -> None:
        if self.shell.room is not None and self.room.current is not None:
            home = self.room.current
            assert home.simultaneous or sum(turn.state is TurnState.OPEN for turn in home.turns) <= 1

    def teardown(self) -> None:
        if self.shell.room is None:
            return
        for _ in range(500):
            deadline = next_deadline(self.room)
            if deadline is None:
                break
            self.shell.send(c.Tick(now=Millis(max(self.room.now, deadline.at))))
        assert self.room.stage is Stage.FINISHED
        # Replays and views of long logs cost seconds; the simulator checks those on its sample.
        assert check(self.shell.history(), costly=False) == ()


profile = settings()
WholeInterview.TestCase.settings = settings(
    max_examples=max(6, profile.max_examples // 3),
    stateful_step_count=20,
    suppress_health_check=tuple(HealthCheck),
)
TestWholeInterview = WholeInterview.TestCase
