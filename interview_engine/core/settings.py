"""A room's settings: what is asked, in which order, for how long, and who may see the ranking when."""

from __future__ import annotations

import enum

from interview_engine.core.stages import Stage
from interview_engine.ids import Millis
from interview_engine.values import value
from interview_engine.vocabulary import Company, JobRole, Language, QuestionKind

RULES_VERSION = 1
"""The version of the rules that new rooms are created with, fixed per room."""


class Preset(enum.Enum):
    """How long the interview is."""

    SHORT = "short"
    STANDARD = "standard"
    FULL = "full"


class OrderPolicy(enum.Enum):
    """In which order candidates answer one question."""

    SEAT = "seat"
    ROTATING = "rotating"
    """Seat order, led by the next candidate each time: everyone leads equally often."""
    SHUFFLED = "shuffled"
    SIMULTANEOUS = "simultaneous"
    """All write at once; the answers are revealed together."""
    INDIVIDUAL = "individual"
    """One candidate alone."""


class Visibility(enum.Enum):
    """When candidates see the ranking."""

    LIVE = "live"
    AFTER_ROUND = "after_round"
    END = "end"


class Adaptation(enum.Enum):
    """How difficulty follows the candidates' results."""

    FIXED = "fixed"
    ADAPTIVE = "adaptive"
    """One step up after a round whose people average 70 or more, one down below 40."""


class Asked(enum.Enum):
    """To whom a slot of the plan puts its question."""

    ALL = "all"
    EACH = "each"
    """A question of their own for every candidate, one round each."""
    ONE = "one"
    """One candidate, drawn by keyed chance among those asked alone least often."""


@value(kw_only=True)
class Slot:
    """One place in the plan: what kind of question, to whom, for how long.

    `order` overrides the room's policy; `follow_ups` allows follow-up questions on its answers.
    """

    stage: Stage
    kind: QuestionKind
    asked: Asked = Asked.ALL
    answer_ms: Millis = Millis(120_000)
    order: OrderPolicy | None = None
    follow_ups: bool = False


@value(kw_only=True)
class Settings:
    """Everything about a room that its host chooses before the start.

    Attributes:
        language: The language that is spoken.
        company: Whose interview it is; None for a general one.
        role: The job.
        preset: Names the plan that is used when `plan` is empty.
        plan: The slots in order; empty means the preset's.
        difficulty: 1 to 5.
        adaptation: How difficulty moves.
        order: Turn order for questions put to all.
        visibility: When the ranking is shown to seats.
        follow_up_budget: Follow-ups that each interviewer may ask, 0 to 10.
        reading_ms: Extra time on top of the answer time, for reading the question.
        disconnect_grace_ms: How long a seat is held for its owner before its turns are given up.
        disconnect_cap_ms: Most answer time that one turn gets back for its owner's disconnects.
        question_patience_ms: How long the room waits for a question before it turns to the offline one.
        answer_patience_ms: The same for an AI candidate's answer once its turn is open.
        judging_patience_ms: The same for judging and feedback at the end.
        dormant_ms: A paused room with nobody in it ends after this time.
        comparison_budget: Most pairs compared per round; 0 for the default (all up to 7 candidates).
    """

    language: Language = Language.KO
    company: Company | None = None
    role: JobRole = JobRole.BACKEND
    preset: Preset = Preset.STANDARD
    plan: tuple[Slot, ...] = ()
    difficulty: int = 3
    adaptation: Adaptation = Adaptation.FIXED
    order: OrderPolicy = OrderPolicy.ROTATING
    visibility: Visibility = Visibility.LIVE
    follow_up_budget: int = 1
    reading_ms: Millis = Millis(5_000)
    disconnect_grace_ms: Millis = Millis(120_000)
    disconnect_cap_ms: Millis = Millis(60_000)
    question_patience_ms: Millis = Millis(20_000)
    answer_patience_ms: Millis = Millis(30_000)
    judging_patience_ms: Millis = Millis(60_000)
    dormant_ms: Millis = Millis(86_400_000)
    comparison_budget: int = 0

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The plan that counts: the room's own, or its preset's."""
        return self.plan or PLANS[self.preset]


_INTRO = Slot(stage=Stage.SELF_INTRO, kind=QuestionKind.SELF_INTRODUCTION, answer_ms=Millis(90_000))
_COMMON = Slot(stage=Stage.COMMON, kind=QuestionKind.COMMON, follow_ups=True)
_EXPERIENCE = Slot(stage=Stage.COMMON, kind=QuestionKind.EXPERIENCE, follow_ups=True)
_SITUATION = Slot(stage=Stage.COMMON, kind=QuestionKind.SITUATIONAL)
_MOTIVATION = Slot(stage=Stage.COMMON, kind=QuestionKind.MOTIVATION)
_TECHNICAL = Slot(stage=Stage.INDIVIDUAL, kind=QuestionKind.TECHNICAL, asked=Asked.EACH, follow_ups=True)
_CROSS = Slot(
    stage=Stage.COMMON, kind=QuestionKind.CROSS_REFERENCE, asked=Asked.ONE, answer_ms=Millis(90_000)
)
_PRESSURE = Slot(stage=Stage.PRESSURE, kind=QuestionKind.PRESSURE, asked=Asked.EACH, answer_ms=Millis(60_000))
_CLOSING = Slot(stage=Stage.CLOSING, kind=QuestionKind.CLOSING, answer_ms=Millis(60_000))

PLANS: dict[Preset, tuple[Slot, ...]] = {
    Preset.SHORT: (_INTRO, _COMMON, _TECHNICAL, _CLOSING),
    Preset.STANDARD: (_INTRO, _MOTIVATION, _EXPERIENCE, _CROSS, _TECHNICAL, _PRESSURE, _CLOSING),
    Preset.FULL: (
        _INTRO,
        _MOTIVATION,
        _COMMON,
        _EXPERIENCE,
        _CROSS,
        _SITUATION,
        _TECHNICAL,
        _TECHNICAL,
        _PRESSURE,
        _CLOSING,
    ),
}
"""The preset plans: self-introduction first, "마지막 할 말" last."""

FOLLOW_UP_MS = Millis(60_000)
"""Time to answer a follow-up question."""
