"""What scripted people want: to sit, to answer in time (or not quite), to chat, and to run the room."""

from __future__ import annotations

from functools import partial

from interview_engine.core.seats import SeatKind
from interview_engine.core.stages import Stage
from interview_engine.core.state import Room
from interview_engine.core.turns import Turn
from interview_engine.ids import TurnId
from interview_engine.testing.stub_performer import stub_answer
from interview_engine.vocabulary import Language
from tests.server_simulation.faults import FaultKind
from tests.server_simulation.people import Person
from tests.server_simulation.tabs import Tab
from tests.server_simulation.world import BEGIN

AHEAD_S = 0.4
"""How long before its instant an aimed answer is sent."""


class Mind:
    """One person's will.

    Attributes:
        expected: How many people are to sit as candidates before the start.
    """

    def __init__(self, person: Person, expected: int) -> None:
        self._me, self._dice, self.expected = person, person.world.dice(f"mind/{person.name}"), expected
        self._planned: set[TurnId] = set()
        self._heard: set[TurnId] = set()
        self._tried = 0
        self._stage_acts: set[str] = set()
        person.act = self.think

    def think(self, room: Room, tab: Tab) -> None:
        """Act on what the tab shows."""
        me = self._me
        seat = room.seat(me.seat_id)
        if seat is None:
            may_sit = room.stage is Stage.WAITING or (me.observer and room.stage is not Stage.FINISHED)
            if may_sit and me.seat_id not in room.removed:
                me.give("join_room", key="once", name=f"사람 {me.name}", observer=me.observer)
            return
        if seat.left or room.stage is Stage.FINISHED:
            return
        if room.stage is Stage.WAITING:
            self._wait(room)
            return
        for turn in room.open_turns():
            if turn.seat_id == me.seat_id and turn.turn_id not in self._planned:
                self._planned.add(turn.turn_id)
                self._plan(turn, tab)
            elif turn.speaking and not me.observer and turn.turn_id not in self._heard:
                self._heard.add(turn.turn_id)
                if self._dice.chance(60):
                    me.later(self._dice.between(200, 2_500), partial(self._vote, turn.turn_id))
        if room.host == me.seat_id:
            self._run_the_room(room)
        if not room.open_turns() and not me.world.quiet and self._dice.chance(4):
            me.give("send_chat", text=f"잘 부탁드립니다 {self._dice.below(1_000)}")

    def _wait(self, room: Room) -> None:
        me = self._me
        seat = room.seat(me.seat_id)
        if seat is not None and seat.kind is SeatKind.HUMAN and not seat.ready:
            if self._dice.chance(30):
                me.give("share_resume", key="facts", facts=[f"{me.name}: 결제 서비스 개편을 이끌었습니다"])
            me.give("set_ready", key="once", ready=True)
        people = room.humans()
        ready = all(person.ready for person in people)
        enough = len(people) >= self.expected or me.world.elapsed_ms > 30_000
        if room.host == me.seat_id and ready and enough:
            self._tried += 1
            me.give("start_interview", key=f"try-{self._tried // 3}")

    def _plan(self, turn: Turn, tab: Tab) -> None:
        me, dice = self._me, self._dice
        allowance = turn.allowance_ms
        turn_id = turn.turn_id
        roll = dice.below(100)
        if me.aims:
            self._aim(turn, tab, me.aims.pop(0))
        elif roll < 55:
            me.later(allowance * dice.between(5, 85) // 100, lambda: self._answer(turn_id))
        elif roll < 68:
            me.signal()
            me.later(allowance // 8, lambda: self._draft(turn_id))
            me.later(allowance * dice.between(40, 90) // 100, lambda: self._answer(turn_id))
        elif roll < 78:
            me.later(allowance // 3, lambda: self._draft(turn_id))
        elif roll < 86:
            me.later(allowance // 4, lambda: me.give("skip_turn", turn_id=turn_id))
        elif roll < 94:
            # Two windows, two minds: only the first may count.
            me.later(allowance // 3, lambda: self._answer(turn_id))
            me.later(allowance // 3, lambda: self._answer(turn_id))

    def _aim(self, turn: Turn, tab: Tab, variant: int) -> None:
        """Let an answer arrive at the deadline's very millisecond, one before, or one after."""
        me, server = self._me, tab.connection.server
        assert turn.deadline is not None, "the turn is open"
        offset = variant % 3 - 1
        skew = server.now() - BEGIN - me.world.elapsed_ms
        due = (turn.deadline - BEGIN - skew + offset) / 1000
        wait = due - AHEAD_S - me.world.loop.time()
        if wait <= 0:
            return

        def fire() -> None:
            me.world.hit(FaultKind.AT_DEADLINE)
            self._answer(turn.turn_id, arrive_at=due)

        me.later(round(wait * 1000), fire)

    def _answer(self, turn_id: TurnId, *, arrive_at: float | None = None) -> None:
        text = stub_answer(f"{turn_id}/{self._me.name}/{self._dice.below(1_000)}", Language.KO)
        self._me.give("submit_answer", arrive_at=arrive_at, turn_id=turn_id, text=text)

    def _vote(self, turn_id: TurnId) -> None:
        self._me.give("skip_speech", key=f"vote-{turn_id}", turn_id=turn_id)

    def _draft(self, turn_id: TurnId) -> None:
        self._me.give("save_draft", turn_id=turn_id, text=f"초안 {turn_id} {self._dice.below(1_000)}")

    def _run_the_room(self, room: Room) -> None:
        me, dice = self._me, self._dice
        if room.paused is not None:
            if "resume" not in self._stage_acts:
                self._stage_acts.add("resume")
                me.later(dice.between(500, 4_000), self._resume)
            return
        if me.world.quiet or not room.stage.asking or not dice.chance(4):
            return
        turns = room.open_turns()
        roll = dice.below(100)
        others = [seat for seat in room.humans() if seat.seat_id != me.seat_id]
        if roll < 35:
            me.give("pause_interview")
        elif roll < 60 and turns:
            me.give("add_time", turn_id=turns[0].turn_id, ms=dice.pick((1_000, 5_000)))
        elif roll < 72 and turns:
            me.give("skip_candidate", turn_id=turns[0].turn_id)
        elif roll < 80 and room.current is not None:
            me.give("skip_question", round_id=room.current.round_id)
        elif roll < 88 and others:
            me.give("hand_over_host", seat_id=others[0].seat_id)
        elif roll < 93 and others:
            me.give("kick_seat", seat_id=others[-1].seat_id)
        elif roll < 95:
            me.give("end_early")

    def _resume(self) -> None:
        self._stage_acts.discard("resume")
        self._me.give("resume_interview")
