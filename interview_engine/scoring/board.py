"""The board: the ranking that people see, with its ties, intervals, movement and evidence."""

from __future__ import annotations

from interview_engine.ids import SeatId, TurnId
from interview_engine.scoring.evaluation import AnswerScore
from interview_engine.values import value


@value(kw_only=True)
class Contender:
    """A candidate and the scores of every answer so far, in any order."""

    seat_id: SeatId
    scores: tuple[AnswerScore, ...]


@value(kw_only=True)
class BoardRow:
    """One candidate's line on the board.

    Attributes:
        seat_id: The candidate.
        rank: 1 is best; tied candidates share the better rank.
        rank_best: Best rank that the evidence still allows.
        rank_worst: Worst rank that the evidence still allows.
        total: Mean of the answers' totals, 0-100, two decimals; None when nothing is scored yet.
        strength: Bradley-Terry log-strength, four decimals; only differences mean something.
        levels: Mean level per criterion in `Criterion` order, two decimals; 0.0 where unknown.
        movement: Ranks gained since the previous board (positive is up).
        because: The answers that came into the evidence since the previous board, when the rank moved.
        answers: How many answers count.
        provisional: True while some of this candidate's answers lack evidence.
    """

    seat_id: SeatId
    rank: int
    rank_best: int
    rank_worst: int
    total: float | None
    strength: float
    levels: tuple[float, ...] = ()
    movement: int = 0
    because: tuple[TurnId, ...] = ()
    answers: int = 0
    provisional: bool = False


@value(kw_only=True)
class Board:
    """The ranking at one moment, best first; equal candidates in seat-id order.

    It is practice only, not a hiring prediction: whoever shows a board shows `disclaimer` too.
    """

    rows: tuple[BoardRow, ...] = ()
    answers: int = 0
    comparisons: int = 0
