"""Simulated people: they answer, hesitate, save drafts, skip, stay silent, and vote to skip speeches."""

from __future__ import annotations

from interview_engine.core import commands as c
from interview_engine.core.seats import SeatKind
from interview_engine.core.turns import Turn
from interview_engine.ids import CommandId, Millis, SeatId, TurnId
from interview_engine.testing.simulation.faults import FaultKind
from interview_engine.testing.simulation.stage import Action, SimulationStage
from interview_engine.testing.stub_performer import stub_answer


class People:
    """Decides, once per open turn, what its owner will do and when."""

    def __init__(self, stage: SimulationStage) -> None:
        """Begin before any turn."""
        self._stage = stage
        self._planned: set[TurnId] = set()
        self._heard: set[TurnId] = set()

    def look(self) -> None:
        """Make plans for turns and speeches that have begun."""
        for turn in self._stage.room.open_turns():
            seat = self._stage.room.seat(turn.seat_id)
            if seat is not None and seat.kind is SeatKind.HUMAN and turn.turn_id not in self._planned:
                self._planned.add(turn.turn_id)
                self._plan(turn)
            elif turn.speaking and turn.turn_id not in self._heard:
                self._heard.add(turn.turn_id)
                self._listen(turn)

    def _plan(self, turn: Turn) -> None:
        stage, dice = self._stage, self._stage.dice
        time = turn.allowance_ms
        roll = dice.below(100)
        if stage.draw.unrest == 0 or roll < 60:
            if dice.chance(20):
                stage.later(time // 10, self._draft(turn, 1))
            stage.later(time * dice.between(5, 90) // 100, self._answer(turn))
        elif roll < 67:
            stage.note(FaultKind.ANSWER_AT_DEADLINE)
            stage.later(time, self._answer(turn))
        elif roll < 71:
            stage.note(FaultKind.ANSWER_AFTER_DEADLINE)
            stage.later(time + dice.between(1, 5_000), self._answer(turn))
        elif roll < 77:
            stage.note(FaultKind.SILENCE)
        elif roll < 83:
            stage.note(FaultKind.DRAFT_ONLY)
            stage.later(time // 2, self._draft(turn, 1))
        elif roll < 88:
            stage.note(FaultKind.DRAFT_FLOOD)
            for number in range(5):
                stage.later(time // 4 + 700 * number, self._draft(turn, number))
            stage.later(time * 9 // 10, self._answer(turn))
        elif roll < 94:
            stage.later(time // 3, self._skip(turn))
        else:
            stage.note(FaultKind.WRONG_COMMAND)
            for text in ("", "x" * 5_001):
                stage.later(time // 4, self._answer(turn, text))
            stage.later(time // 2, self._answer(turn))

    def _listen(self, turn: Turn) -> None:
        stage, dice = self._stage, self._stage.dice
        people = [seat.seat_id for seat in stage.room.humans()]
        if dice.chance(40):
            voters = people if dice.chance(60) else people[:1]
            for voter in voters:
                stage.later(dice.between(100, 3_000), self._vote(turn, voter))

    def _answer(self, turn: Turn, text: str | None = None) -> Action:
        stage = self._stage
        language = stage.draw.settings.language
        said = stub_answer(f"{turn.turn_id}/{turn.seat_id}", language) if text is None else text
        command_id = stage.shell.next_id("answer")

        def make(now: Millis) -> c.Command:
            return c.SubmitAnswer(
                now=now, id=command_id, seat_id=turn.seat_id, turn_id=turn.turn_id, text=said
            )

        if stage.dice.chance(10):
            stage.note(FaultKind.DUPLICATE_COMMAND)
            stage.later(turn.allowance_ms, make)
        return make

    def _draft(self, turn: Turn, number: int) -> Action:
        command_id = self._stage.shell.next_id("draft")
        text = f"draft {number} of {turn.turn_id}/{turn.seat_id}"
        return lambda now: c.SaveDraft(
            now=now, id=command_id, seat_id=turn.seat_id, turn_id=turn.turn_id, text=text
        )

    def _skip(self, turn: Turn) -> Action:
        command_id: CommandId = self._stage.shell.next_id("skip")
        return lambda now: c.SkipTurn(now=now, id=command_id, seat_id=turn.seat_id, turn_id=turn.turn_id)

    def _vote(self, turn: Turn, voter: SeatId) -> Action:
        command_id = self._stage.shell.next_id("vote")
        return lambda now: c.SkipSpeech(now=now, id=command_id, seat_id=voter, turn_id=turn.turn_id)
