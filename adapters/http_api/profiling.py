"""A document read by a language model, as a port: what is asked for, what comes back, and why it may not."""

from __future__ import annotations

from typing import Protocol

import msgspec

from adapters.service.people.identity import Person
from interview_engine.vocabulary import Language


class ExperienceSeen(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that somebody did.

    Attributes:
        title, did, result: What it was, what they did, what came of it; any may be empty.
        source: The document's own line that says so.
        fact: All of it as one line to share with a room, edited if one likes.
    """

    title: str
    did: str
    result: str
    source: str
    fact: str


class ProfileSeen(msgspec.Struct, frozen=True, kw_only=True):
    """What a language model found in a document; only what the document says.

    Attributes:
        headline: Who this is, in a line; may be empty.
        skills: What they know, as the document says it.
        experiences: What they did.
        model: Who read it, `family:model`.
    """

    headline: str
    skills: tuple[str, ...]
    experiences: tuple[ExperienceSeen, ...]
    model: str


class NotRead(Exception):
    """No model read the document.

    Attributes:
        spent: A budget did not hold it.
    """

    def __init__(self, *, spent: bool) -> None:
        """Remember why."""
        super().__init__(spent)
        self.spent = spent

    def __str__(self) -> str:
        return "budget_spent" if self.spent else "no_model_answered"


class ProfileReader(Protocol):
    """Has documents read by language models; asked only with their owner's consent."""

    @property
    def providers(self) -> tuple[str, ...]:
        """Names of those to whom a document may be sent, in the order in which they are asked."""

    async def read(self, person: Person, document_id: str, text: str, language: Language) -> ProfileSeen:
        """Return what a document says.

        Args:
            person: Its owner, who agreed, and whose budget pays.
            document_id: Names it in the budgets; no provider is told.
            text: What it says.
            language: The owner's.

        Raises:
            NotRead: No model gave a fit profile in time.
        """
