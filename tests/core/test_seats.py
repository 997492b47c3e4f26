from __future__ import annotations

from interview_engine.core.seats import SeatKind


def test_people_and_ai_candidates_answer_questions_and_nobody_else_does() -> None:
    assert {kind for kind in SeatKind if kind.candidate} == {SeatKind.HUMAN, SeatKind.AI}
