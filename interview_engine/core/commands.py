"""Commands: what somebody asks the room to do, in three families.

A transport decodes only the family that its peer is entitled to:
`ParticipantCommand` from a seat's owner, `OperatorCommand` from the host or a moderator,
`Report` from the shell (the clock, connections, and results of effects).
"""

from __future__ import annotations

from interview_engine.core.provenance import OFFLINE, Provenance
from interview_engine.core.questions import Question
from interview_engine.core.settings import Settings
from interview_engine.ids import CommandId, EffectId, Millis, RoomId, RoundId, SeatId, Seed, TurnId
from interview_engine.profiles import CandidateProfile, InterviewerProfile
from interview_engine.scoring.comparison import Comparison
from interview_engine.scoring.evaluation import Evaluation
from interview_engine.scoring.feedback.evidence import Feedback
from interview_engine.values import value


@value(kw_only=True)
class Command:
    """Anything put to a room. `now` is the shell's clock: the only way in which time enters."""

    now: Millis


@value(kw_only=True)
class ParticipantCommand(Command):
    """A command from the owner of `seat_id`, with an id that makes a retry harmless."""

    id: CommandId
    seat_id: SeatId


@value(kw_only=True)
class OperatorCommand(Command):
    """A command from the host (`by` is the host's seat) or from a moderator (`by` is None)."""

    id: CommandId
    by: SeatId | None = None


@value(kw_only=True)
class Report(Command):
    """News from the shell. A `reply` is what a model answered, word for word, if the shell keeps it."""


# Participants


@value(kw_only=True)
class JoinRoom(ParticipantCommand):
    """Take a seat as a candidate, or as an observer."""

    name: str
    observer: bool = False


@value(kw_only=True)
class LeaveRoom(ParticipantCommand):
    """Give the seat up for good."""


@value(kw_only=True)
class SetReady(ParticipantCommand):
    """Say that one is ready for the start, or no longer."""

    ready: bool = True


@value(kw_only=True)
class ShareResume(ParticipantCommand):
    """Hand in facts from one's résumé for individual questions; an empty tuple withdraws them."""

    facts: tuple[str, ...]


@value(kw_only=True)
class SaveDraft(ParticipantCommand):
    """Save the answer so far; the latest draft is submitted when time runs out."""

    turn_id: TurnId
    text: str


@value(kw_only=True)
class SubmitAnswer(ParticipantCommand):
    """Answer one's own open turn."""

    turn_id: TurnId
    text: str


@value(kw_only=True)
class SkipTurn(ParticipantCommand):
    """Give one's own open turn up; it scores the floor."""

    turn_id: TurnId


@value(kw_only=True)
class SkipSpeech(ParticipantCommand):
    """Vote to skip ahead of an AI candidate's speech; it ends when every connected person agrees."""

    turn_id: TurnId


@value(kw_only=True)
class SendChat(ParticipantCommand):
    """Say something to the room, outside the interview."""

    text: str


# Operators


@value(kw_only=True)
class CreateRoom(OperatorCommand):
    """Open a room. `seed` comes from the shell's source of secrets; rivals and panel are seated at once."""

    room_id: RoomId
    seed: Seed
    settings: Settings = Settings()
    rivals: tuple[CandidateProfile, ...] = ()
    panel: tuple[InterviewerProfile, ...] = ()


@value(kw_only=True)
class ChangeSettings(OperatorCommand):
    """Replace the settings, before the start."""

    settings: Settings


@value(kw_only=True)
class AddAiCandidate(OperatorCommand):
    """Seat an AI candidate, before the start."""

    seat_id: SeatId
    profile: CandidateProfile


@value(kw_only=True)
class RemoveAiCandidate(OperatorCommand):
    """Unseat an AI candidate, before the start."""

    seat_id: SeatId


@value(kw_only=True)
class AddInterviewer(OperatorCommand):
    """Seat an interviewer, before the start."""

    seat_id: SeatId
    profile: InterviewerProfile


@value(kw_only=True)
class RemoveInterviewer(OperatorCommand):
    """Unseat an interviewer, before the start."""

    seat_id: SeatId


@value(kw_only=True)
class SetAccommodation(OperatorCommand):
    """Give a seat more answer time for all its turns: 100 to 300 percent, before the start."""

    seat_id: SeatId
    time_percent: int


@value(kw_only=True)
class StartInterview(OperatorCommand):
    """Begin: candidates get their numbers and the first question is written."""


@value(kw_only=True)
class PauseInterview(OperatorCommand):
    """Stop every clock."""


@value(kw_only=True)
class ResumeInterview(OperatorCommand):
    """Go on; the time of the pause is given back."""


@value(kw_only=True)
class SkipCandidate(OperatorCommand):
    """End a candidate's open turn; a person's scores the floor, an AI candidate's speech just ends."""

    turn_id: TurnId


@value(kw_only=True)
class SkipQuestion(OperatorCommand):
    """Withdraw the question being answered; its open and waiting turns become void."""

    round_id: RoundId


@value(kw_only=True)
class AddTime(OperatorCommand):
    """Give an open turn more time: 1,000 to 600,000 ms."""

    turn_id: TurnId
    ms: Millis


@value(kw_only=True)
class KickSeat(OperatorCommand):
    """Remove a person from the room."""

    seat_id: SeatId


@value(kw_only=True)
class HandOverHost(OperatorCommand):
    """Make another person the host."""

    seat_id: SeatId


@value(kw_only=True)
class EndEarly(OperatorCommand):
    """Stop asking; judge and give feedback on what was answered."""


# Reports


@value(kw_only=True)
class Tick(Report):
    """Time has passed: every deadline up to `now` is due."""


@value(kw_only=True)
class PresenceChanged(Report):
    """A seat's last connection was lost, or its first came (back)."""

    seat_id: SeatId
    connected: bool


@value(kw_only=True)
class OutageEnded(Report):
    """The service was down from `since` to `now`; the time is given back."""

    since: Millis


@value(kw_only=True)
class QuestionWritten(Report):
    """A question for a planned round."""

    effect_id: EffectId
    question: Question
    provenance: Provenance = OFFLINE
    reply: str = ""


@value(kw_only=True)
class AnswerWritten(Report):
    """An AI candidate's answer."""

    effect_id: EffectId
    text: str
    provenance: Provenance = OFFLINE
    reply: str = ""


@value(kw_only=True)
class EvaluationWritten(Report):
    """One judge's evidence on one answer."""

    effect_id: EffectId
    evaluation: Evaluation
    provenance: Provenance = OFFLINE
    reply: str = ""


@value(kw_only=True)
class ComparisonWritten(Report):
    """One judge's verdicts on a pair, in both orders."""

    effect_id: EffectId
    comparison: Comparison
    provenance: Provenance = OFFLINE
    reply: str = ""


@value(kw_only=True)
class FeedbackWritten(Report):
    """One person's feedback."""

    effect_id: EffectId
    feedback: Feedback
    provenance: Provenance = OFFLINE
    reply: str = ""


@value(kw_only=True)
class EffectFailed(Report):
    """An effect's attempt failed. `code` is a stable word ("timeout", "refused", ...), never a traceback."""

    effect_id: EffectId
    attempt: int
    code: str
