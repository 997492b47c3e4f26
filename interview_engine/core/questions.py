"""A question as the room asks it: one language, its time, and what a good answer covers."""

from __future__ import annotations

from attrs import field

from interview_engine.core.visibility import ENDED, EVERYONE
from interview_engine.ids import Millis, QuestionId
from interview_engine.values import value
from interview_engine.vocabulary import Competency, QuestionKind


@value(kw_only=True)
class Question:
    """A question put to one or more candidates.

    Attributes:
        question_id: The bank's id, or an id that its writer made.
        kind: What it is for.
        text: As the interviewer says it.
        reason: Why this follow-up is asked, shown to people; empty otherwise.
        competency: What it probes.
        difficulty: 1 to 5.
        answer_ms: The writer's suggestion for the answer time, which a room's own plan overrides; None leaves
            the plan's.
        key_points: What a good answer covers; hidden until the end.
        shows: What a good answer shows; hidden until the end.
    """

    question_id: QuestionId = field(metadata=EVERYONE)
    kind: QuestionKind = field(metadata=EVERYONE)
    text: str = field(metadata=EVERYONE)
    reason: str = field(default="", metadata=EVERYONE)
    competency: Competency = field(default=Competency.COMMUNICATION, metadata=EVERYONE)
    difficulty: int = field(default=3, metadata=EVERYONE)
    answer_ms: Millis | None = field(default=None, metadata=EVERYONE)
    key_points: tuple[str, ...] = field(default=(), metadata=ENDED)
    shows: str = field(default="", metadata=ENDED)
