"""An interviewer: what they care about, how strict they are, and how they put things."""

from __future__ import annotations

import enum

import attrs

from interview_engine.ids import PersonaId
from interview_engine.profiles import InterviewerProfile
from interview_engine.vocabulary import Bilingual, Competency, Language


class FollowUpReason(enum.Enum):
    """Why an interviewer asks on."""

    TOO_SHORT = "too_short"
    OWN_ROLE_UNCLEAR = "own_role_unclear"
    NO_RESULT = "no_result"
    NO_FIGURES = "no_figures"
    NO_REASON = "no_reason"
    GO_DEEPER = "go_deeper"


@attrs.frozen(kw_only=True)
class FollowUpWordings:
    """Several ways in which an interviewer asks on for one reason."""

    reason: FollowUpReason
    wordings: tuple[Bilingual, ...]


@attrs.frozen(kw_only=True)
class InterviewerPersona:
    """An interviewer of the panel.

    Attributes:
        id: Unique in a catalogue.
        name: Invented display name.
        title: Post on the panel.
        style: How this interviewer works, one sentence.
        competencies: What they ask about, strongest interest first.
        follow_up_percent: How readily they ask on, 0-100.
        severity: Shift of their standard, -100 (lenient) to 100 (strict).
        lead_ins: Said before a question.
        follow_ups: Wordings for every reason.
    """

    id: PersonaId
    name: Bilingual
    title: Bilingual
    style: Bilingual
    competencies: tuple[Competency, ...]
    follow_up_percent: int
    severity: int
    lead_ins: tuple[Bilingual, ...]
    follow_ups: tuple[FollowUpWordings, ...]

    def profile(self, language: Language) -> InterviewerProfile:
        """Return what the rules must know of this interviewer.

        Args:
            language: The room's language.
        """
        return InterviewerProfile(
            persona_id=self.id,
            name=self.name.spoken_in(language),
            title=self.title.spoken_in(language),
            competencies=self.competencies,
            follow_up_percent=self.follow_up_percent,
            severity=self.severity,
        )

    def wordings(self, reason: FollowUpReason) -> tuple[Bilingual, ...]:
        """Return this interviewer's ways to ask on for a reason; empty when they have none."""
        return next((entry.wordings for entry in self.follow_ups if entry.reason is reason), ())

    def lead_in(self, language: Language, pick: int) -> str:
        """Return what this interviewer says before a question.

        Args:
            language: The room's language.
            pick: Keyed chance from outside, 0 or more.
        """
        return self.lead_ins[pick % len(self.lead_ins)].spoken_in(language) if self.lead_ins else ""
