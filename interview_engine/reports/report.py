"""What an interview leaves behind, as data: one value that every rendering starts from."""

from __future__ import annotations

import attrs

from interview_engine.core.settings import Preset
from interview_engine.core.stages import Stage
from interview_engine.ids import Millis, RoomId, RoundId, SeatId, TurnId
from interview_engine.reports.answer import AnswerReport, CriterionLevel
from interview_engine.reports.deletion import Deletion
from interview_engine.scoring import Criterion, Feedback
from interview_engine.vocabulary import Company, Competency, JobRole, Language, QuestionKind


@attrs.frozen(kw_only=True)
class CandidateEntry:
    """A candidate as the report names them.

    Attributes:
        seat_id: The place.
        number: Candidate number; 0 before the start.
        name: Display name; empty when it was deleted.
        headline: One line about an AI candidate.
        company: Of an AI candidate.
        ai: True for an AI candidate.
        own: True for the seat that the report is for.
        left: True for somebody who left before the end.
    """

    seat_id: SeatId
    number: int
    name: str
    headline: str
    company: Company | None
    ai: bool
    own: bool
    left: bool


@attrs.frozen(kw_only=True)
class InterviewerEntry:
    """An interviewer, and how they judged.

    Attributes:
        seat_id: The place.
        name: Display name.
        headline: The post.
        questions: How many questions they asked.
        opinions: How many answers they judged, as far as is shown.
        mean_level: Mean of the levels that they gave, 1-5, two decimals; None without any.
        lean: Mean distance of their level from the panel's on the same criterion of the same answer,
            in levels, two decimals; above 0 is more generous. None without a second opinion.
    """

    seat_id: SeatId
    name: str
    headline: str
    questions: int
    opinions: int
    mean_level: float | None
    lean: float | None


@attrs.frozen(kw_only=True)
class SeatResult:
    """One candidate's place on the latest board that is shown.

    Attributes:
        seat_id: The candidate.
        rank: 1 is best; tied candidates share the better rank.
        rank_best, rank_worst: The ranks that the evidence allows.
        total: Mean of the answers' totals, 0-100; None when nothing is scored.
        levels: Mean level per criterion, in `Criterion` order.
        answers: How many answers count.
        provisional: True while evidence is missing.
    """

    seat_id: SeatId
    rank: int
    rank_best: int
    rank_worst: int
    total: float | None
    levels: tuple[CriterionLevel, ...]
    answers: int
    provisional: bool


@attrs.frozen(kw_only=True)
class QuestionReport:
    """One question and every answer to it that may be shown.

    Attributes:
        round_id: The round.
        number: Place in the interview, from 1.
        stage, kind, competency: Part of the interview, and what the question is for.
        difficulty: 1 to 5.
        interviewer: The seat that asked.
        text: The question as it was asked.
        reason: Why a follow-up was asked; empty otherwise.
        parent: The answer that a follow-up or cross-reference question is about.
        shows: What a good answer shows; empty before the end.
        key_points: What a good answer covers; empty before the end.
        answers: In the order of speaking.
    """

    round_id: RoundId
    number: int
    stage: Stage
    kind: QuestionKind
    competency: Competency
    difficulty: int
    interviewer: SeatId
    text: str
    reason: str
    parent: TurnId | None
    shows: str
    key_points: tuple[str, ...]
    answers: tuple[AnswerReport, ...]


@attrs.frozen(kw_only=True)
class Place:
    """A candidate's rank and mean total (0-100) at one moment."""

    seat_id: SeatId
    rank: int
    total: float | None


@attrs.frozen(kw_only=True)
class TimelinePoint:
    """The board as it stood when the question after this one was asked, or at the end."""

    round_id: RoundId
    number: int
    places: tuple[Place, ...]


@attrs.frozen(kw_only=True)
class SeatFigure:
    """One candidate's figure; None when unknown."""

    seat_id: SeatId
    value: float | None


@attrs.frozen(kw_only=True)
class CriterionFigure:
    """Every candidate's mean level for one criterion, 1-5."""

    criterion: Criterion
    seats: tuple[SeatFigure, ...]


@attrs.frozen(kw_only=True)
class CompetencyFigure:
    """Every candidate's mean total for the questions on one competency, 0-100, two decimals."""

    competency: Competency
    questions: int
    seats: tuple[SeatFigure, ...]


@attrs.frozen(kw_only=True)
class SeatSummary:
    """One candidate's figures over the whole interview (see `scoring.SeatStatistics`).

    Attributes:
        seat_id: The candidate.
        turns: Turns that they were given.
        turn_share: Part of all turns, 0-1, four decimals.
        answers: Turns with a total.
        unanswered: Turns scored at the floor.
        mean, best, worst: Of their totals, 0-100; None without any.
        deviation: Standard deviation of their totals.
        judge_spread: Mean distance between interviewers on one answer, 0-100.
        trend: Points of total gained per question; None below two questions.
        word_share: Part of all characters spoken in the room, 0-1, four decimals.
        time_used: Part of the allowed time that was used, 0-1, four decimals.
    """

    seat_id: SeatId
    turns: int
    turn_share: float
    answers: int = 0
    unanswered: int = 0
    mean: float | None = None
    best: float | None = None
    worst: float | None = None
    deviation: float = 0.0
    judge_spread: float = 0.0
    trend: float | None = None
    word_share: float = 0.0
    time_used: float = 0.0


@attrs.frozen(kw_only=True)
class InterviewReport:
    """An interview as one seat, or the public, may look back on it.

    Attributes:
        room_id: The room.
        seat_id: Whose report it is; None for the public's.
        language: The language of the interview.
        company, role: What the interview was for; no company for a general one.
        preset: How long it was planned; None for a plan of its own.
        stage: Where it stands; everything below holds only what may be shown at that point.
        ended_early: The host or an empty room ended it.
        created_at, started_at, finished_at: Instants; None for what has not happened.
        latest_at: Instant of the latest event.
        candidates: In number order.
        panel: The interviewers.
        board: Everybody's result, best first; empty while no ranking may be shown.
        result: The seat's own line of the board.
        feedback: The seat's own feedback, with its missed key points.
        questions: In the order in which they were asked.
        timeline: The board after each closed round, as far as there was one to show.
        criteria, competencies: What the charts draw.
        summaries: Figures per candidate, and how the floor was shared out.
        deletions: Where a person's words were deleted from the log.
        notice: The disclaimer, in the language of the interview.
    """

    room_id: RoomId
    seat_id: SeatId | None
    language: Language
    company: Company | None
    role: JobRole
    preset: Preset | None
    stage: Stage
    ended_early: bool
    created_at: Millis
    started_at: Millis | None
    finished_at: Millis | None
    latest_at: Millis
    candidates: tuple[CandidateEntry, ...]
    panel: tuple[InterviewerEntry, ...]
    board: tuple[SeatResult, ...]
    result: SeatResult | None
    feedback: Feedback | None
    questions: tuple[QuestionReport, ...]
    timeline: tuple[TimelinePoint, ...]
    criteria: tuple[CriterionFigure, ...]
    competencies: tuple[CompetencyFigure, ...]
    summaries: tuple[SeatSummary, ...]
    deletions: tuple[Deletion, ...]
    notice: str

    @property
    def finished(self) -> bool:
        """True when the interview has come to its end."""
        return self.stage is Stage.FINISHED

    @property
    def focus(self) -> SeatId | None:
        """The seat that charts bring out: the report's own, else the first on the board."""
        own = next((entry.seat_id for entry in self.candidates if entry.own), None)
        return own or (self.board[0].seat_id if self.board else None)

    def candidate(self, seat_id: SeatId) -> CandidateEntry | None:
        """Return a candidate's entry, or None for a seat that is no candidate's."""
        return next((entry for entry in self.candidates if entry.seat_id == seat_id), None)

    def question_of(self, turn_id: TurnId | None) -> QuestionReport | None:
        """Return the question that a turn answers, or None."""
        for question in self.questions:
            if any(answer.turn_id == turn_id for answer in question.answers):
                return question
        return None
