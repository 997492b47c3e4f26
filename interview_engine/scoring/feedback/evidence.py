"""What feedback is written from, and what it is made of."""

from __future__ import annotations

from interview_engine.ids import SeatId, TurnId
from interview_engine.scoring.evaluation import AnswerScore, Evaluation
from interview_engine.scoring.rubric import Criterion
from interview_engine.values import value
from interview_engine.vocabulary import QuestionKind


@value(kw_only=True)
class TurnEvidence:
    """One turn of the candidate, with all that was found in it.

    Attributes:
        turn_id: The turn.
        question: The question as it was asked.
        answer: The answer's text; empty for a turn without one.
        score: The panel's verdict; None while there is none.
        evaluations: The verified evaluations behind the score.
        key_points: What a good answer covers, in the order that `missed_points` counts.
        kind: What the question is for.
        shows: What a good answer shows, one sentence; may be empty.
    """

    turn_id: TurnId
    question: str
    answer: str
    score: AnswerScore | None
    evaluations: tuple[Evaluation, ...] = ()
    key_points: tuple[str, ...] = ()
    kind: QuestionKind = QuestionKind.COMMON
    shows: str = ""


@value(kw_only=True)
class RivalEvidence:
    """The candidate just above on the board, as far as everybody may see.

    Attributes:
        name: Display name.
        rank: Place on the board.
        total: Mean total, 0-100; None when unknown.
        levels: Mean level per criterion in `Criterion` order, 0.0 where unknown.
    """

    name: str
    rank: int
    total: float | None
    levels: tuple[float, ...] = ()


@value(kw_only=True)
class FeedbackEvidence:
    """Everything that one candidate's feedback may use.

    Attributes:
        seat_id: The candidate.
        rank: Final place; 0 when there is no board.
        candidates: How many candidates there were.
        turns: The candidate's turns in the order of the interview.
        rival: The candidate just above; None for the first.
    """

    seat_id: SeatId
    rank: int
    candidates: int
    turns: tuple[TurnEvidence, ...]
    rival: RivalEvidence | None = None


@value(kw_only=True)
class FeedbackPoint:
    """One observation.

    Attributes:
        criterion: The aspect; None when it concerns turns without an answer.
        text: What to tell the candidate.
        quote: The candidate's own words, verbatim after `plain_text`; may be empty.
        turn_id: The turn that the quote or the observation comes from; None without one.
    """

    criterion: Criterion | None
    text: str
    quote: str = ""
    turn_id: TurnId | None = None


@value(kw_only=True)
class MissedPoint:
    """A key point that an answer left out."""

    turn_id: TurnId
    question: str
    point: str


@value(kw_only=True)
class Feedback:
    """What one candidate takes home.

    Attributes:
        seat_id: The candidate.
        summary: One or two sentences: place, total, overall impression.
        strength: The strongest behaviour; None without any answer.
        obstacle: What costs most.
        drill: One exercise for the next week.
        rival: Comparison with the candidate just above.
        missed: Key points that were left out, the most important first, at most three.
        notice: The disclaimer.
    """

    seat_id: SeatId
    summary: str
    strength: FeedbackPoint | None
    obstacle: FeedbackPoint
    drill: str
    rival: str
    missed: tuple[MissedPoint, ...]
    notice: str
