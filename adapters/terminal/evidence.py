"""The ranking on part of the evidence: everything up to and including one question."""

from __future__ import annotations

from interview_engine.core import events as e
from interview_engine.core.log import Record, fold_log
from interview_engine.ids import RoundId, SeatId, TurnId
from interview_engine.scoring import AnswerScore, Board, Contender, Duel, build_board


def board_until(log: tuple[Record, ...], round_id: RoundId) -> Board:
    """Return the ranking on the evidence of all questions up to and including one.

    Args:
        log: The records.
        round_id: The last question that counts.
    """
    room = fold_log(log)
    asked = (*room.rounds, *((room.current,) if room.current else ()))
    last = next((place for place, home in enumerate(asked) if home.round_id == round_id), -1)
    counted: dict[TurnId, SeatId] = {
        turn.turn_id: turn.seat_id for home in asked[: last + 1] for turn in home.turns
    }
    scores: dict[SeatId, tuple[AnswerScore, ...]] = dict.fromkeys(room.order, ())
    duels: list[Duel] = []
    for record in log:
        event = record.event
        if isinstance(event, e.AnswerScored) and event.turn_id in counted:
            scores[event.seat_id] = (*scores[event.seat_id], event.score)
        elif isinstance(event, e.ComparisonRecorded) and event.comparison.first in counted:
            found = event.comparison
            first, second = counted[found.first], counted.get(found.second)
            if second is not None:
                duels.append(Duel(first=first, second=second, verdict=found.verdict))
    contenders = tuple(Contender(seat_id=seat_id, scores=own) for seat_id, own in scores.items())
    return build_board(contenders, tuple(duels), None, ())


def score_of(log: tuple[Record, ...], round_id: RoundId, seat_id: SeatId) -> float | None:
    """Return the total of a seat's answer to a question; None while it has none."""
    room = fold_log(log)
    for home in (*room.rounds, *((room.current,) if room.current else ())):
        if home.round_id == round_id:
            for turn in home.turns:
                if turn.seat_id == seat_id and turn.score is not None:
                    total: float | None = turn.score.total
                    return total
    return None
