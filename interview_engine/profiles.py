"""What the engine must know of a persona to seat it: frozen into the room's log when it joins."""

from __future__ import annotations

from interview_engine.ids import PersonaId
from interview_engine.values import value
from interview_engine.vocabulary import Company, Competency


@value(kw_only=True)
class QualityRange:
    """The range in which the quality of a candidate's answers on one competency is drawn, 0-100."""

    competency: Competency
    low: int
    high: int


@value(kw_only=True)
class CandidateProfile:
    """An AI candidate as the rules see it.

    Attributes:
        persona_id: The persona in a catalogue.
        name: Display name in the room's language.
        headline: One line that every seat may read, in the room's language.
        company: The company that the persona stands for; None for a custom persona.
        characters_per_minute: Speaking rate, used to pace the answer.
        qualities: One range per competency; hidden from every view.
    """

    persona_id: PersonaId
    name: str
    headline: str = ""
    company: Company | None = None
    characters_per_minute: int = 330
    qualities: tuple[QualityRange, ...] = ()


@value(kw_only=True)
class InterviewerProfile:
    """An interviewer as the rules see it.

    Attributes:
        persona_id: The persona in a catalogue.
        name: Display name in the room's language.
        title: The interviewer's post, in the room's language.
        competencies: What this interviewer asks about, strongest interest first.
        follow_up_percent: How readily this interviewer asks a follow-up, 0-100.
        severity: Shift of this interviewer's standard, -100 (lenient) to 100 (strict).
    """

    persona_id: PersonaId
    name: str
    title: str = ""
    competencies: tuple[Competency, ...] = ()
    follow_up_percent: int = 40
    severity: int = 0
