"""The kinds of work that a room may want done, with everything that the one who does it may know."""

from __future__ import annotations

from interview_engine.core.settings import Settings
from interview_engine.ids import EffectId, Millis, QuestionId, SeatId, TurnId
from interview_engine.profiles import CandidateProfile, InterviewerProfile
from interview_engine.scoring.feedback.evidence import FeedbackEvidence
from interview_engine.values import value
from interview_engine.vocabulary import Competency, Language, QuestionKind


@value(kw_only=True)
class Heard:
    """An earlier public answer, as everybody in the room heard it."""

    speaker: str
    question: str
    answer: str


@value(kw_only=True)
class Effect:
    """Work to be done outside.

    Attributes:
        effect_id: Made from domain ids: the same work has the same id after a crash.
        attempt: 1 for the first try; an `EffectFailed` report repeats it.
        not_before: Back-off: don't start earlier.
        offline: Only the offline implementation may run it now.
        language: The room's language.
    """

    effect_id: EffectId
    attempt: int
    not_before: Millis
    offline: bool
    language: Language


@value(kw_only=True)
class WriteQuestion(Effect):
    """Write the question of a planned round.

    `pick` is keyed chance for a writer that chooses; `asked` are questions not to repeat. For a
    follow-up or a cross-reference, `parent_*` is the answer that it is about; `facts` are the résumé
    facts of the one candidate that an individual question is for.
    """

    kind: QuestionKind
    settings: Settings
    competency: Competency | None
    difficulty: int
    answer_ms: Millis
    interviewer: InterviewerProfile
    pick: int
    asked: tuple[QuestionId, ...]
    asked_texts: tuple[str, ...]
    candidate_name: str = ""
    facts: tuple[str, ...] = ()
    parent_question_id: QuestionId | None = None
    parent_kind: QuestionKind | None = None
    parent_question: str = ""
    parent_answer: str = ""
    parent_speaker: str = ""


@value(kw_only=True)
class WriteAnswer(Effect):
    """Write an AI candidate's answer. It holds only what that candidate may know, and no key points.

    `place` of `places` counts the AI candidates who get this question, in seat order: writers who work at the
    same moment can keep apart without seeing one another's text.
    """

    turn_id: TurnId
    candidate: CandidateProfile
    settings: Settings
    question_id: QuestionId
    kind: QuestionKind
    question: str
    competency: Competency
    quality: int
    allowance_ms: Millis
    variation: int
    round_number: int
    heard: tuple[Heard, ...]
    own: tuple[Heard, ...]
    place: int = 0
    places: int = 1
    parent_question: str = ""
    parent_answer: str = ""
    parent_speaker: str = ""


@value(kw_only=True)
class JudgeAnswer(Effect):
    """Level one answer on the rubric, blind: under a shuffled label, without its author or the board.

    `written_by` is the family that wrote the answer (empty for a person's): it chooses a judge of another
    family and is never shown to one.
    """

    turn_id: TurnId
    label: str
    judge: SeatId
    interviewer: InterviewerProfile
    kind: QuestionKind
    question: str
    key_points: tuple[str, ...]
    shows: str
    answer: str
    written_by: str


@value(kw_only=True)
class ComparePair(Effect):
    """Say which of two answers to one question is better, in both orders, blind."""

    first: TurnId
    second: TurnId
    kind: QuestionKind
    question: str
    key_points: tuple[str, ...]
    first_answer: str
    second_answer: str
    written_by: tuple[str, str]


@value(kw_only=True)
class WriteFeedback(Effect):
    """Write one person's feedback from evidence only."""

    evidence: FeedbackEvidence
