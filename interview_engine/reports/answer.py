"""One answer in a report: the words, the time, the levels with their evidence, and what it repeats."""

from __future__ import annotations

import attrs

from interview_engine.core.turns import Outcome
from interview_engine.ids import Millis, SeatId, TurnId
from interview_engine.scoring import Criterion


@attrs.frozen(kw_only=True)
class CriterionLevel:
    """A level for one criterion, 1-5; None where evidence is missing."""

    criterion: Criterion
    level: float | None


@attrs.frozen(kw_only=True)
class QuotedLevel:
    """One interviewer's level for one criterion, the answer's own words for it, and the reason."""

    criterion: Criterion
    level: int
    quote: str
    reason: str


@attrs.frozen(kw_only=True)
class Opinion:
    """One interviewer's verified evidence on one answer.

    Attributes:
        interviewer: The seat that judged.
        family: Model family of the judge ("heuristic" for the offline one).
        evidence: At most one entry per criterion.
        flags: Codes for what a reader should know.
        missed_points: Indices of the question's key points that the answer did not cover.
    """

    interviewer: SeatId
    family: str
    evidence: tuple[QuotedLevel, ...]
    flags: tuple[str, ...]
    missed_points: tuple[int, ...] = ()


@attrs.frozen(kw_only=True)
class EarlierOverlap:
    """The earlier answer to the same question that an answer is most like.

    Attributes:
        seat_id, turn_id: Whose answer it was.
        ratio: 0-1, four decimals.
        flagged: True from the ratio on that texts of this length don't reach by chance.
    """

    seat_id: SeatId
    turn_id: TurnId
    ratio: float
    flagged: bool


@attrs.frozen(kw_only=True)
class AnswerReport:
    """One candidate's turn, as far as it may be shown.

    Attributes:
        turn_id, seat_id: The turn and whose it is.
        outcome: How it ended; None while it is open.
        text: The answer; empty without one, or when it was deleted.
        text_deleted: The answer was given, and deleted since.
        by_clock: The latest draft was submitted when time ran out.
        opened_at: When the turn began.
        used_ms: Time used; of an AI candidate, the time that its speech takes, skipped or not.
        allowed_ms: Time allowed, with everything that was given back.
        total: The panel's verdict, 0-100; None while there is none to show.
        provisional: Evidence is missing.
        floored: Scored at the explicit floor, for a turn without an answer.
        spread: Largest distance between two interviewers' totals, 0-100.
        levels: Median level per criterion, in `Criterion` order; empty without a verdict.
        opinions: The interviewers' evidence.
        opinions_deleted: How many interviewers' evidence was deleted with the words it quoted.
        overlap: The most alike of the earlier answers to the same question; None for the first speaker.
    """

    turn_id: TurnId
    seat_id: SeatId
    outcome: Outcome | None
    text: str
    text_deleted: bool
    by_clock: bool
    opened_at: Millis
    used_ms: Millis | None
    allowed_ms: Millis
    total: float | None
    provisional: bool
    floored: bool
    spread: float
    levels: tuple[CriterionLevel, ...]
    opinions: tuple[Opinion, ...]
    opinions_deleted: int
    overlap: EarlierOverlap | None
