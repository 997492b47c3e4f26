from __future__ import annotations

from interview_engine.core import events as e
from interview_engine.core.evolve import evolve
from interview_engine.ids import JudgeId, RoundId, SeatId, TurnId
from interview_engine.scoring import Comparison, Verdict
from tests.core.play import KIM, TWO, asked


def test_evidence_that_was_redacted_leaves_nothing_but_its_trace() -> None:
    play = asked(TWO)
    play.answer(KIM)
    turn = play.turn(KIM)
    blank = e.EvaluationRecorded(at=play.now, seat_id=KIM, turn_id=turn.turn_id, judge=SeatId("panel-1"))
    after = evolve(play.room, blank)
    assert after.turn(turn.turn_id) == turn
    assert after.seq == play.room.seq + 1


def test_a_verdict_on_turns_that_are_not_there_counts_for_nobody() -> None:
    room = asked().room
    comparison = Comparison(
        first=TurnId("r8-1"),
        second=TurnId("r8-2"),
        judge_id=JudgeId("panel"),
        family="stub",
        forward=Verdict.FIRST,
        backward=Verdict.FIRST,
    )
    recorded = e.ComparisonRecorded(at=room.now, round_id=RoundId("r8"), comparison=comparison)
    assert evolve(room, recorded).duels == ()
