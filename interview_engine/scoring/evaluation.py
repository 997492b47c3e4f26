"""What judges return: levels with quotes, never totals. Totals and ranks are our code's."""

from __future__ import annotations

from interview_engine.ids import JudgeId, SeatId, TurnId
from interview_engine.scoring.rubric import Criterion, Level
from interview_engine.values import value


@value(kw_only=True)
class CriterionEvidence:
    """One criterion's level and the verbatim words of the answer that earned it.

    `quote` may be empty only for levels 1 and 2, where there is nothing to point at.
    """

    criterion: Criterion
    level: Level
    quote: str = ""
    reason: str = ""


@value(kw_only=True)
class Evaluation:
    """One judge's rubric levels for one answer.

    Attributes:
        turn_id: The one answer that this cites.
        judge_id: The independent opinion that this is.
        family: Model family of the judge ("heuristic" for the offline judge).
        evidence: At most one entry per criterion; a missing criterion is missing, not zero.
        missed_points: Indices of the question's key points that the answer did not cover.
        flags: Stable codes for what a reader should know ("off_topic", "stuffing", "echo", "injection", ...).
    """

    turn_id: TurnId
    judge_id: JudgeId
    family: str
    evidence: tuple[CriterionEvidence, ...]
    missed_points: tuple[int, ...] = ()
    flags: tuple[str, ...] = ()


@value(kw_only=True)
class AnswerScore:
    """A panel's verdict on one answer: what the board is computed from.

    Attributes:
        turn_id: The answer.
        seat_id: Whose answer it is.
        total: 0-100, two decimals; None while no valid evidence exists (missing, never 0 or 50).
        levels: Median level per criterion in `Criterion` order, 0.0 where no valid evidence exists.
        spread: Largest distance between two judges' totals, 0-100.
        judges: How many opinions count.
        provisional: True while evidence is missing (a judge or a criterion).
        floored: True for a timed-out, skipped or abandoned turn: scored at the explicit floor.
    """

    turn_id: TurnId
    seat_id: SeatId
    total: float | None
    levels: tuple[float, ...] = ()
    spread: float = 0.0
    judges: int = 0
    provisional: bool = False
    floored: bool = False
