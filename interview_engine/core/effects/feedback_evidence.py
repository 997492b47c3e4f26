"""What one person's feedback is written from: their own turns, and what all may see of the rival above."""

from __future__ import annotations

from interview_engine.core.state import Room
from interview_engine.core.turns import Outcome
from interview_engine.ids import SeatId
from interview_engine.scoring.feedback.evidence import FeedbackEvidence, RivalEvidence, TurnEvidence


def feedback_evidence(room: Room, seat_id: SeatId) -> FeedbackEvidence:
    """Return everything that one candidate's feedback may use."""
    rows = room.board.rows
    place = next((index for index, row in enumerate(rows) if row.seat_id == seat_id), None)
    rival = None
    if place is not None:
        above = [row for row in rows[:place] if row.rank < rows[place].rank]
        if above:
            row = above[-1]
            rival = RivalEvidence(
                name=name_of(room, row.seat_id), rank=row.rank, total=row.total, levels=row.levels
            )
    turns = tuple(
        TurnEvidence(
            turn_id=turn.turn_id,
            question=home.question.text,
            answer=turn.text,
            score=turn.score,
            evaluations=turn.evaluations,
            key_points=home.question.key_points,
            kind=home.question.kind,
            shows=home.question.shows,
        )
        for home in room.rounds
        if home.question is not None
        for turn in home.turns
        if turn.seat_id == seat_id and turn.outcome is not Outcome.VOID
    )
    return FeedbackEvidence(
        seat_id=seat_id,
        rank=rows[place].rank if place is not None else 0,
        candidates=len(rows),
        turns=turns,
        rival=rival,
    )


def name_of(room: Room, seat_id: SeatId) -> str:
    """Return a seat's display name."""
    seat = room.seat(seat_id)
    return seat.name if seat else ""
