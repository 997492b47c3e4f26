"""Events: what happened, as past facts. Everything that was computed or drawn is frozen into them.

Each event says at which instant it happened (`at`), and the first event of a committed command which
command caused it (`cause`). `audience` says who may see the event at all, field metadata who may see what
of it. Personal text belongs to the event's `seat_id` and can be redacted from the log. A `reply` is what a
model answered, word for word; empty offline.
"""

from __future__ import annotations

from typing import ClassVar

from attrs import field

from interview_engine.core.provenance import OFFLINE, Provenance
from interview_engine.core.questions import Question
from interview_engine.core.seats import Seat
from interview_engine.core.settings import Settings
from interview_engine.core.stages import Stage
from interview_engine.core.turns import Outcome, Round, Turn
from interview_engine.core.visibility import (
    EVERYONE,
    EVERYONE_PERSONAL,
    HIDDEN_PERSONAL,
    LIVE,
    OWNER_PERSONAL,
    REVEALED,
    REVEALED_PERSONAL,
    ROUND,
    ROUND_PERSONAL,
    Audience,
)
from interview_engine.ids import CommandId, EffectId, Millis, RoomId, RoundId, SeatId, Seed, Seq, TurnId
from interview_engine.scoring.board import Board
from interview_engine.scoring.comparison import Comparison
from interview_engine.scoring.evaluation import AnswerScore, Evaluation
from interview_engine.scoring.feedback.evidence import Feedback
from interview_engine.values import value

NO_SEAT = SeatId("")


@value(kw_only=True)
class Event:
    """Something that happened in a room."""

    audience: ClassVar[Audience] = Audience.EVERYONE
    at: Millis = field(metadata=EVERYONE)
    cause: CommandId = CommandId("")


@value(kw_only=True)
class ParentRoom:
    """Where a forked room comes from."""

    room_id: RoomId
    seq: Seq
    hash: str


@value(kw_only=True)
class RoomCreated(Event):
    """A room was opened. The seed stays secret until the end; its commitment is public."""

    room_id: RoomId = field(metadata=EVERYONE)
    settings: Settings = field(metadata=EVERYONE)
    rules_version: int = field(metadata=EVERYONE)
    seed_commitment: str = field(metadata=EVERYONE)
    seed: Seed = Seed("")
    parent: ParentRoom | None = field(default=None, metadata=EVERYONE)


@value(kw_only=True)
class SettingsChanged(Event):
    """The host changed the settings."""

    settings: Settings = field(metadata=EVERYONE)


@value(kw_only=True)
class SeatTaken(Event):
    """Somebody took a seat: a person, an AI candidate or an interviewer. A person's name is personal."""

    seat_id: SeatId = field(metadata=EVERYONE)
    seat: Seat = field(metadata=EVERYONE)
    name: str = field(default="", metadata=EVERYONE_PERSONAL)


@value(kw_only=True)
class SeatVacated(Event):
    """A seat was given up, or its owner was removed (`removed`)."""

    seat_id: SeatId = field(metadata=EVERYONE)
    removed: bool = field(default=False, metadata=EVERYONE)


@value(kw_only=True)
class HostChanged(Event):
    """Another person is the host now."""

    seat_id: SeatId | None = field(metadata=EVERYONE)


@value(kw_only=True)
class ReadinessChanged(Event):
    """A candidate is ready, or no longer."""

    seat_id: SeatId = field(metadata=EVERYONE)
    ready: bool = field(metadata=EVERYONE)


@value(kw_only=True)
class AccommodationSet(Event):
    """A seat got more answer time for all its turns."""

    audience: ClassVar[Audience] = Audience.OWNER
    seat_id: SeatId = field(metadata=EVERYONE)
    time_percent: int = field(metadata=EVERYONE)


@value(kw_only=True)
class ResumeShared(Event):
    """A candidate handed in facts from a résumé."""

    audience: ClassVar[Audience] = Audience.OWNER
    seat_id: SeatId = field(metadata=EVERYONE)
    facts: tuple[str, ...] = field(default=(), metadata=OWNER_PERSONAL)


@value(kw_only=True)
class PresenceNoted(Event):
    """A seat's owner was disconnected, or is back."""

    seat_id: SeatId = field(metadata=EVERYONE)
    connected: bool = field(metadata=EVERYONE)


@value(kw_only=True)
class SeatAbsent(Event):
    """A seat's owner stayed away longer than the grace."""

    seat_id: SeatId = field(metadata=EVERYONE)


@value(kw_only=True)
class InterviewStarted(Event):
    """The interview began with the plan's first stage; candidates are numbered in this order."""

    order: tuple[SeatId, ...] = field(metadata=EVERYONE)
    stage: Stage = field(metadata=EVERYONE)


@value(kw_only=True)
class RoundsPlanned(Event):
    """What is asked next, by whom, to whom; the questions are still to be written."""

    audience: ClassVar[Audience] = Audience.NOBODY
    rounds: tuple[Round, ...]
    first: bool = False
    """They come before what is already planned (follow-ups)."""
    slots_used: int = 0
    """How many slots of the plan this uses up."""


@value(kw_only=True)
class QuestionAdded(Event):
    """The question of a planned round was written.

    A question about somebody's answer or résumé may quote it, so it is personal text of `seat_id`; a
    question about nobody belongs to `NO_SEAT`.
    """

    audience: ClassVar[Audience] = Audience.NOBODY
    seat_id: SeatId = NO_SEAT
    round_id: RoundId
    question: Question | None = field(default=None, metadata=HIDDEN_PERSONAL)
    provenance: Provenance = OFFLINE
    reply: str = field(default="", metadata=HIDDEN_PERSONAL)


@value(kw_only=True)
class QuestionAwaited(Event):
    """The room waits for a question; at `until` it turns to the offline one, and then goes on without."""

    round_id: RoundId = field(metadata=EVERYONE)
    until: Millis = field(metadata=EVERYONE)
    stretched: bool = False


@value(kw_only=True)
class RoundDropped(Event):
    """A planned round will not be asked."""

    audience: ClassVar[Audience] = Audience.NOBODY
    round_id: RoundId
    code: str


@value(kw_only=True)
class RoundOpened(Event):
    """A question was asked. The order, the times and the AI candidates' drawn qualities are in its turns.

    The question is filled in for viewers; in the log it stands in `QuestionAdded`.
    """

    round: Round = field(metadata=EVERYONE)


@value(kw_only=True)
class TurnOpened(Event):
    """A turn began. For an AI candidate `deadline` is how long the room waits for its answer."""

    turn_id: TurnId = field(metadata=EVERYONE)
    deadline: Millis = field(metadata=EVERYONE)


@value(kw_only=True)
class DraftSaved(Event):
    """A candidate's answer so far."""

    audience: ClassVar[Audience] = Audience.OWNER
    seat_id: SeatId = field(metadata=EVERYONE)
    turn_id: TurnId = field(metadata=EVERYONE)
    text: str = field(default="", metadata=OWNER_PERSONAL)


@value(kw_only=True)
class AnswerPrepared(Event):
    """An AI candidate's answer was written, before it is spoken."""

    audience: ClassVar[Audience] = Audience.NOBODY
    seat_id: SeatId
    turn_id: TurnId
    text: str = field(default="", metadata=HIDDEN_PERSONAL)
    provenance: Provenance = OFFLINE
    reply: str = field(default="", metadata=HIDDEN_PERSONAL)


@value(kw_only=True)
class SpeechStarted(Event):
    """An AI candidate speaks its prepared answer until `ends_at`.

    `text` is filled in for viewers; in the log it stands in `AnswerPrepared`.
    """

    seat_id: SeatId = field(metadata=EVERYONE)
    turn_id: TurnId = field(metadata=EVERYONE)
    ends_at: Millis = field(metadata=EVERYONE)
    text: str = field(default="", metadata=REVEALED)


@value(kw_only=True)
class SpeechSkipVoted(Event):
    """A person wants to skip ahead of a speech."""

    seat_id: SeatId = field(metadata=EVERYONE)
    turn_id: TurnId = field(metadata=EVERYONE)


@value(kw_only=True)
class TurnStretched(Event):
    """The room waits longer for an AI candidate's answer, now from the offline writer."""

    audience: ClassVar[Audience] = Audience.NOBODY
    turn_id: TurnId
    deadline: Millis


@value(kw_only=True)
class TurnClosed(Event):
    """A turn ended. `text` is a person's answer; an AI candidate's is what it prepared."""

    seat_id: SeatId = field(metadata=EVERYONE)
    turn_id: TurnId = field(metadata=EVERYONE)
    outcome: Outcome = field(metadata=EVERYONE)
    by_clock: bool = field(default=False, metadata=EVERYONE)
    text: str = field(default="", metadata=REVEALED_PERSONAL)


@value(kw_only=True)
class TimeGiven(Event):
    """An open turn got more time: from the host, or back for its owner's disconnect (`returned`)."""

    seat_id: SeatId = field(metadata=EVERYONE)
    turn_id: TurnId = field(metadata=EVERYONE)
    ms: Millis = field(metadata=EVERYONE)
    returned: bool = field(default=False, metadata=EVERYONE)


@value(kw_only=True)
class PlannedPair:
    """Two answers of a round that will be compared."""

    first: TurnId
    second: TurnId


@value(kw_only=True)
class RoundClosed(Event):
    """Every turn of the round has ended; its answers are public, and these pairs will be compared.

    `turns` and `board` are filled in for viewers who could not see the answers or the results before; in
    the log they are empty.
    """

    round_id: RoundId = field(metadata=EVERYONE)
    pairs: tuple[PlannedPair, ...] = ()
    turns: tuple[Turn, ...] = field(default=(), metadata=EVERYONE)
    board: Board = field(default=Board(), metadata=ROUND)


@value(kw_only=True)
class InterviewPaused(Event):
    """Every clock stopped. `by` is None when the room paused itself because nobody was there."""

    by: SeatId | None = field(default=None, metadata=EVERYONE)
    empty: bool = field(default=False, metadata=EVERYONE)


@value(kw_only=True)
class InterviewResumed(Event):
    """The clocks go on; `lost_ms` was given back."""

    lost_ms: Millis = field(metadata=EVERYONE)


@value(kw_only=True)
class OutageNoted(Event):
    """The service was down; `lost_ms` was given back."""

    since: Millis = field(metadata=EVERYONE)
    lost_ms: Millis = field(metadata=EVERYONE)


@value(kw_only=True)
class ChatSent(Event):
    """Somebody said something outside the interview."""

    seat_id: SeatId = field(metadata=EVERYONE)
    text: str = field(default="", metadata=EVERYONE_PERSONAL)


@value(kw_only=True)
class EvaluationRecorded(Event):
    """One judge's verified evidence on one answer; it may quote the answer, so it is its owner's."""

    audience: ClassVar[Audience] = Audience.ROUND
    seat_id: SeatId = field(metadata=EVERYONE)
    turn_id: TurnId = field(metadata=EVERYONE)
    judge: SeatId = field(metadata=EVERYONE)
    evaluation: Evaluation | None = field(default=None, metadata=ROUND_PERSONAL)
    provenance: Provenance = OFFLINE
    reply: str = field(default="", metadata=HIDDEN_PERSONAL)


@value(kw_only=True)
class AnswerScored(Event):
    """The panel's verdict on one answer is complete."""

    audience: ClassVar[Audience] = Audience.ROUND
    seat_id: SeatId = field(metadata=EVERYONE)
    turn_id: TurnId = field(metadata=EVERYONE)
    score: AnswerScore = field(metadata=EVERYONE)


@value(kw_only=True)
class ComparisonRecorded(Event):
    """One judge's verdicts on a pair."""

    audience: ClassVar[Audience] = Audience.ROUND
    seat_id: SeatId = NO_SEAT
    round_id: RoundId = field(metadata=EVERYONE)
    comparison: Comparison = field(metadata=EVERYONE)
    provenance: Provenance = OFFLINE
    reply: str = field(default="", metadata=HIDDEN_PERSONAL)


@value(kw_only=True)
class BoardUpdated(Event):
    """The ranking, computed from all evidence so far."""

    audience: ClassVar[Audience] = Audience.LIVE
    board: Board = field(default=Board(), metadata=LIVE)


@value(kw_only=True)
class EffectTroubled(Event):
    """An effect's attempt failed: the next one, `not_before`, may be the offline one's, or there is none."""

    audience: ClassVar[Audience] = Audience.NOBODY
    effect_id: EffectId
    code: str
    attempts: int
    not_before: Millis
    offline: bool = False
    given_up: bool = False


@value(kw_only=True)
class DeliberationBegan(Event):
    """No more questions; the panel judges. `until` is how long the room waits for it."""

    until: Millis = field(metadata=EVERYONE)
    early: bool = field(default=False, metadata=EVERYONE)


@value(kw_only=True)
class DeliberationStretched(Event):
    """The room waits longer, now for offline judges and coaches only."""

    audience: ClassVar[Audience] = Audience.NOBODY
    until: Millis


@value(kw_only=True)
class ComparisonsDropped(Event):
    """The comparisons that are still missing will not come."""

    audience: ClassVar[Audience] = Audience.NOBODY


@value(kw_only=True)
class FeedbackRequested(Event):
    """The final board stands; these people get feedback."""

    seats: tuple[SeatId, ...] = field(metadata=EVERYONE)
    until: Millis = field(metadata=EVERYONE)


@value(kw_only=True)
class FeedbackRecorded(Event):
    """One person's feedback; for their eyes."""

    audience: ClassVar[Audience] = Audience.OWNER
    seat_id: SeatId = field(metadata=EVERYONE)
    feedback: Feedback | None = field(default=None, metadata=OWNER_PERSONAL)
    provenance: Provenance = OFFLINE
    reply: str = field(default="", metadata=HIDDEN_PERSONAL)


@value(kw_only=True)
class InterviewFinished(Event):
    """The end. The seed is revealed, so that everybody can check the draws.

    `rounds` and `board` are filled in for viewers who could not see the results before; in the log they
    are empty.
    """

    seed: Seed = field(metadata=EVERYONE)
    early: bool = field(default=False, metadata=EVERYONE)
    rounds: tuple[Round, ...] = field(default=(), metadata=EVERYONE)
    board: Board = field(default=Board(), metadata=EVERYONE)
