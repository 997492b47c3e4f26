from __future__ import annotations

import attrs

from interview_engine.core import commands as c
from interview_engine.core.effects import feedback_evidence
from interview_engine.ids import RoundId
from interview_engine.scoring import Board
from tests.core.play import KIM, LEE, TWO, asked


def test_a_void_turn_is_no_evidence() -> None:
    play = asked(TWO)
    play.answer(KIM)
    play.do(c.SkipQuestion(**play.by(), round_id=RoundId("r1")))
    play.serve()
    assert len(feedback_evidence(play.room, KIM).turns) == 1
    assert feedback_evidence(play.room, LEE).turns == ()


def test_without_a_board_there_is_no_rank() -> None:
    room = attrs.evolve(asked().room, board=Board())
    evidence = feedback_evidence(room, KIM)
    assert (evidence.rank, evidence.candidates, evidence.rival) == (0, 0, None)


def test_a_skipped_turn_is_told_with_its_floor() -> None:
    play = asked(TWO)
    play.do(c.SkipTurn(**play.of(KIM), turn_id=play.turn(KIM).turn_id))
    play.answer(LEE)
    (turn,) = feedback_evidence(play.room, KIM).turns
    assert turn.answer == ""
    assert turn.score is not None
    assert turn.score.floored
