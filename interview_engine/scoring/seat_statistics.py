"""Figures beside the board: spread, trend, share of the floor and use of time, per seat."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from interview_engine.values import value

if TYPE_CHECKING:
    from interview_engine.ids import Millis, SeatId, TurnId
    from interview_engine.scoring.evaluation import AnswerScore


@value(kw_only=True)
class TurnFacts:
    """What the statistics need of one closed turn.

    Attributes:
        turn_id: The turn.
        seat_id: Whose turn it was.
        round_number: Position of its round in the interview, from 1.
        characters: Length of the answer.
        used: Time from opening to answer, ms.
        allowed: Time that the turn had, ms.
        score: The verdict; None while there is none.
    """

    turn_id: TurnId
    seat_id: SeatId
    round_number: int
    characters: int
    used: Millis
    allowed: Millis
    score: AnswerScore | None = None


@value(kw_only=True)
class SeatStatistics:
    """One seat's figures.

    Attributes:
        seat_id: The seat.
        answers: Turns with a total.
        mean: Mean total, 0-100, two decimals; None without any.
        best: Best total; None without any.
        worst: Worst total; None without any.
        deviation: Standard deviation of the totals (population), two decimals; 0.0 below two answers.
        judge_spread: Mean distance between judges on one answer, 0-100, two decimals.
        trend: Points of total gained per round (least squares), two decimals; None below two rounds.
        share: Part of all characters spoken in the room, 0-1, four decimals.
        time_used: Part of the allowed time that was used, 0-1, four decimals; 0.0 without any.
        unanswered: Turns scored at the floor.
    """

    seat_id: SeatId
    answers: int
    mean: float | None
    best: float | None
    worst: float | None
    deviation: float
    judge_spread: float
    trend: float | None
    share: float
    time_used: float
    unanswered: int


def seat_statistics(turns: tuple[TurnFacts, ...]) -> tuple[SeatStatistics, ...]:
    """Sum up closed turns per seat.

    Args:
        turns: Closed turns of any seats, in any order.

    Returns:
        One entry per seat that had a turn, in seat-id order.
    """
    spoken = sum(turn.characters for turn in turns)
    seats = sorted({turn.seat_id for turn in turns})
    return tuple(
        _of_seat(seat, tuple(turn for turn in turns if turn.seat_id == seat), spoken) for seat in seats
    )


def _of_seat(seat_id: SeatId, turns: tuple[TurnFacts, ...], spoken: int) -> SeatStatistics:
    points = [
        (turn.round_number, turn.score.total)
        for turn in turns
        if turn.score is not None and turn.score.total is not None
    ]
    totals = [total for _, total in points]
    mean = math.fsum(totals) / len(totals) if totals else None
    spreads = [turn.score.spread for turn in turns if turn.score is not None and turn.score.judges > 1]
    allowed = sum(turn.allowed for turn in turns)
    return SeatStatistics(
        seat_id=seat_id,
        answers=len(totals),
        mean=None if mean is None else round(mean, 2),
        best=max(totals, default=None),
        worst=min(totals, default=None),
        deviation=_deviation(totals, mean),
        judge_spread=round(math.fsum(spreads) / len(spreads), 2) if spreads else 0.0,
        trend=_trend(points),
        share=round(sum(turn.characters for turn in turns) / spoken, 4) if spoken else 0.0,
        time_used=round(min(1.0, sum(min(turn.used, turn.allowed) for turn in turns) / allowed), 4)
        if allowed
        else 0.0,
        unanswered=sum(turn.score is not None and turn.score.floored for turn in turns),
    )


def _deviation(totals: list[float], mean: float | None) -> float:
    if mean is None or len(totals) < 2:
        return 0.0
    return round(math.sqrt(math.fsum((total - mean) ** 2 for total in totals) / len(totals)), 2)


def _trend(points: list[tuple[int, float]]) -> float | None:
    if len({place for place, _ in points}) < 2:
        return None
    middle = math.fsum(place for place, _ in points) / len(points)
    height = math.fsum(total for _, total in points) / len(points)
    rise = math.fsum((place - middle) * (total - height) for place, total in points)
    return round(rise / math.fsum((place - middle) ** 2 for place, _ in points), 2) + 0.0
