"""A turn is one candidate's slot in a round; it ends exactly once.

It ends answered, timed_out, skipped, abandoned or void, and nothing afterwards changes how it ended.
"""

from __future__ import annotations

import enum

from attrs import field

from interview_engine.core.questions import Question
from interview_engine.core.settings import OrderPolicy
from interview_engine.core.stages import Stage
from interview_engine.core.visibility import EVERYONE, OWNER, REVEALED, ROUND
from interview_engine.ids import Millis, RoundId, SeatId, TurnId
from interview_engine.scoring.evaluation import AnswerScore, Evaluation
from interview_engine.values import value
from interview_engine.vocabulary import Competency, QuestionKind


class TurnState(enum.Enum):
    """Where a turn stands."""

    WAITING = "waiting"
    OPEN = "open"
    CLOSED = "closed"


class Outcome(enum.Enum):
    """How a turn ended."""

    ANSWERED = "answered"
    TIMED_OUT = "timed_out"
    SKIPPED = "skipped"
    ABANDONED = "abandoned"
    VOID = "void"
    """The room could not let the turn count (no AI answer came, the question was withdrawn)."""

    @property
    def floored(self) -> bool:
        """True for the outcomes that score the explicit floor."""
        return self in (Outcome.TIMED_OUT, Outcome.SKIPPED, Outcome.ABANDONED)


@value(kw_only=True)
class Turn:
    """One candidate's slot in a round.

    Attributes:
        turn_id, seat_id: The slot and whose it is.
        state, outcome: Where it stands and how it ended.
        allowance_ms: Time to answer, with reading time and the seat's accommodation.
        opened_at, deadline, closed_at: Instants; the deadline itself is late.
        returned_ms: Time given back for the owner's disconnects, up to the room's cap.
        stopped_ms: How long its clock stood still in pauses and outages.
        text: The answer.
        by_clock: The latest draft was submitted when time ran out.
        draft, drafted_at: The latest saved draft and its instant.
        speaking: An AI candidate is speaking; `deadline` is then the end of the speech.
        stretched: The room has already waited once for this AI answer and turned to the offline writer.
        skip_votes: Humans who want to skip ahead of the speech.
        quality: Drawn quality of an AI candidate's answer, 0-100; in no view.
        prepared: An AI candidate's answer before it is spoken; in no view.
        family: Model family that wrote the answer; empty for a person's.
        evaluations: The judges' verified evidence; from the end on it stands in the log alone.
        given_up: Judges whose evidence will not come.
        score: The panel's verdict, once complete.
    """

    turn_id: TurnId = field(metadata=EVERYONE)
    seat_id: SeatId = field(metadata=EVERYONE)
    state: TurnState = field(default=TurnState.WAITING, metadata=EVERYONE)
    outcome: Outcome | None = field(default=None, metadata=EVERYONE)
    allowance_ms: Millis = field(default=Millis(0), metadata=EVERYONE)
    opened_at: Millis | None = field(default=None, metadata=EVERYONE)
    deadline: Millis | None = field(default=None, metadata=EVERYONE)
    closed_at: Millis | None = field(default=None, metadata=EVERYONE)
    returned_ms: Millis = field(default=Millis(0), metadata=EVERYONE)
    stopped_ms: Millis = field(default=Millis(0), metadata=EVERYONE)
    text: str = field(default="", metadata=REVEALED)
    by_clock: bool = field(default=False, metadata=EVERYONE)
    draft: str = field(default="", metadata=OWNER)
    drafted_at: Millis | None = field(default=None, metadata=OWNER)
    speaking: bool = field(default=False, metadata=EVERYONE)
    stretched: bool = False
    skip_votes: tuple[SeatId, ...] = field(default=(), metadata=EVERYONE)
    quality: int | None = None
    prepared: str = ""
    family: str = ""
    evaluations: tuple[Evaluation, ...] = field(default=(), metadata=ROUND)
    given_up: tuple[SeatId, ...] = ()
    score: AnswerScore | None = field(default=None, metadata=ROUND)


@value(kw_only=True)
class Round:
    """One question put to one or more candidates.

    Attributes:
        round_id: The round.
        slot: Place in the plan that it came from.
        stage, kind: Part of the interview, and what the question is for.
        interviewer: The seat that asks.
        order: The turn-order policy, recorded here.
        candidates: Who answers, in order.
        competency: What the question should probe; None leaves it to the writer.
        difficulty: Asked-for difficulty, 1 to 5.
        answer_ms: Time for one answer before accommodation.
        parent: The answer that a follow-up or cross-reference question is about.
        follow_ups: Follow-ups on these answers are allowed.
        question: Once written.
        opened_at: When the question was asked; None before.
        simultaneous: All write at once; answers are public only when the round is closed.
        revealed: The answers are public.
        closed: Every turn has ended.
        turns: One per candidate, in order.
    """

    round_id: RoundId = field(metadata=EVERYONE)
    slot: int = field(default=0, metadata=EVERYONE)
    stage: Stage = field(metadata=EVERYONE)
    kind: QuestionKind = field(metadata=EVERYONE)
    interviewer: SeatId = field(metadata=EVERYONE)
    order: OrderPolicy = field(metadata=EVERYONE)
    candidates: tuple[SeatId, ...] = field(metadata=EVERYONE)
    competency: Competency | None = field(default=None, metadata=EVERYONE)
    difficulty: int = field(default=3, metadata=EVERYONE)
    answer_ms: Millis = field(metadata=EVERYONE)
    parent: TurnId | None = field(default=None, metadata=EVERYONE)
    follow_ups: bool = False
    question: Question | None = field(default=None, metadata=EVERYONE)
    opened_at: Millis | None = field(default=None, metadata=EVERYONE)
    simultaneous: bool = field(default=False, metadata=EVERYONE)
    revealed: bool = field(default=False, metadata=EVERYONE)
    closed: bool = field(default=False, metadata=EVERYONE)
    turns: tuple[Turn, ...] = field(default=(), metadata=EVERYONE)
