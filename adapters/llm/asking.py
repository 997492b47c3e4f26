"""What a task says to a model and what it gets back; how the call is made is the path's own business."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Final, Generic, Protocol, TypeVar

import attrs

from interview_engine.core.provenance import Provenance
from interview_engine.ids import RoomId

T = TypeVar("T")


class Task(StrEnum):
    """Kinds of work, each with its own models, limits and prices in the routing table."""

    QUESTION = "question"
    ANSWER = "answer"
    JUDGE = "judge"
    COMPARE = "compare"
    FEEDBACK = "feedback"
    PROFILE = "profile"
    TRANSCRIBE = "transcribe"
    SPEAK = "speak"


SPEECH: Final = (Task.TRANSCRIBE, Task.SPEAK)
"""Tasks whose models hear or speak; what they are asked is sound or a text to read, not a prompt."""
WRITTEN: Final = tuple(task for task in Task if task not in SPEECH)
"""Tasks that are a prompt and a reply."""


@attrs.frozen(kw_only=True)
class Prompt:
    """One request's text, ordered so that providers can cache its beginning.

    Attributes:
        version: Name, language and version of the prompt's files: "judge.ko/1".
        stable: System text, the same for all calls of this task and language: the cacheable prefix.
        room: The same for all calls of one room, persona or question: the second cacheable part.
        turn: What changes: data under a per-call delimiter, then the closing instruction.
        most_output_tokens: Upper bound of the reply.
    """

    version: str
    stable: str
    room: str = ""
    turn: str = ""
    most_output_tokens: int = 1024


@attrs.frozen(kw_only=True)
class Account:
    """Whose budgets pay for a call.

    Attributes:
        room_id: The room.
        person: The person whom the room's host stands for; empty when nobody is known.
    """

    room_id: RoomId
    person: str = ""


@attrs.frozen(kw_only=True)
class Asked(Generic[T]):
    """A fit reply and how it was made."""

    reply: T
    provenance: Provenance


class AskingError(Exception):
    """Root of what goes wrong while a model is asked.

    AskingError
    ├── ReplyUnfit        a task's check refused the reply: one repair, then the next model
    └── NoModelAnswered   none of the task's models gave a fit reply in time: go offline
    """


class ReplyUnfit(AskingError):
    """A reply of the right shape that the task can't use.

    Attributes:
        code: Stable reason.
        advice: What to say to the model in the one repair attempt.
    """

    def __init__(self, code: str, advice: str) -> None:
        """Remember the reason.

        Args:
            code: Stable reason.
            advice: What to say to the model in the one repair attempt.
        """
        super().__init__(code, advice)
        self.code = code
        self.advice = advice

    def __str__(self) -> str:
        return f"unfit reply: {self.code}"


class NoModelAnswered(AskingError):
    """None of the task's models gave a fit reply in time; the caller goes offline.

    Attributes:
        task: What was asked for.
        reasons: Stable reasons in the order of the attempts, "provider:model=reason".
    """

    def __init__(self, task: Task, reasons: tuple[str, ...] = ()) -> None:
        """Remember the reasons.

        Args:
            task: What was asked for.
            reasons: Stable reasons in the order of the attempts.
        """
        super().__init__(task, reasons)
        self.task = task
        self.reasons = reasons

    def __str__(self) -> str:
        return f"no model answered {self.task}: {', '.join(self.reasons) or 'none is configured'}"


def anything(reply: object) -> None:
    """Find every reply fit: the check of a task that has none."""
    del reply


class Asking(Protocol):
    """Asks the task's models, in order, until one gives a fit reply."""

    async def ask(
        self,
        task: Task,
        prompt: Prompt,
        reply: type[T],
        *,
        check: Callable[[T], None] = anything,
        avoid: frozenset[str] = frozenset(),
        only_others: bool = False,
        budget: Account,
    ) -> Asked[T]:
        """Return a reply of the wanted class that passed the check.

        Args:
            task: Chooses the models, limits and budgets.
            prompt: What to say.
            reply: An attrs class; its schema is shown to the model, and our decoder validates the reply.
            check: Raises `ReplyUnfit` for a reply that the task can't use.
            avoid: Model families to skip while another is configured.
            only_others: Skip them even if no other is configured: then nobody is asked, and nothing paid.
            budget: Whose budgets pay.

        Raises:
            NoModelAnswered: None of the task's models gave a fit reply in time: the caller goes offline.
        """
