"""Seats: the places in a room, who holds them, and whether their owners are there."""

from __future__ import annotations

import enum

from attrs import field

from interview_engine.core.visibility import EVERYONE, OWNER
from interview_engine.ids import Millis, PersonaId, SeatId
from interview_engine.profiles import CandidateProfile, InterviewerProfile
from interview_engine.values import value
from interview_engine.vocabulary import Company

MOST_HUMANS = 4
MOST_AI = 11
FEWEST_CANDIDATES = 2
MOST_CANDIDATES = 12
MOST_INTERVIEWERS = 5
MOST_OBSERVERS = 20


class SeatKind(enum.Enum):
    """What a seat is for."""

    HUMAN = "human"
    AI = "ai"
    INTERVIEWER = "interviewer"
    OBSERVER = "observer"

    @property
    def candidate(self) -> bool:
        """True for the seats that answer questions."""
        return self in (SeatKind.HUMAN, SeatKind.AI)


@value(kw_only=True)
class Seat:
    """A place in the room.

    Attributes:
        seat_id: The place.
        kind: What it is for.
        name: Display name.
        headline: One line about an AI candidate or an interviewer's post.
        persona_id, company: Of an AI candidate or an interviewer.
        number: Candidate number, given at the start; 0 before.
        ready: A human candidate is ready to start.
        time_percent: Accommodation: share of the normal answer time, 100 to 300.
        facts: What was read from the owner's résumé; only its owner sees it.
        away_since: When the owner was last seen, while disconnected.
        absent: The owner was away longer than the grace; turns are given up until the return.
        left: The owner left for good or was removed after the start.
        candidate, interviewer: The persona as the rules see it; in no view.
    """

    seat_id: SeatId = field(metadata=EVERYONE)
    kind: SeatKind = field(metadata=EVERYONE)
    name: str = field(metadata=EVERYONE)
    headline: str = field(default="", metadata=EVERYONE)
    persona_id: PersonaId | None = field(default=None, metadata=EVERYONE)
    company: Company | None = field(default=None, metadata=EVERYONE)
    number: int = field(default=0, metadata=EVERYONE)
    ready: bool = field(default=False, metadata=EVERYONE)
    time_percent: int = field(default=100, metadata=OWNER)
    facts: tuple[str, ...] = field(default=(), metadata=OWNER)
    away_since: Millis | None = field(default=None, metadata=EVERYONE)
    absent: bool = field(default=False, metadata=EVERYONE)
    left: bool = field(default=False, metadata=EVERYONE)
    candidate: CandidateProfile | None = None
    interviewer: InterviewerProfile | None = None
