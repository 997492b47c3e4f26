"""Who sits in a room by default: company candidates as rivals, and a panel."""

from __future__ import annotations

from interview_engine.ids import PersonaId
from interview_engine.personas.catalogue import Catalogue
from interview_engine.profiles import CandidateProfile, InterviewerProfile
from interview_engine.vocabulary import Language


def rival_profiles(
    catalogue: Catalogue, names: tuple[str, ...], language: Language
) -> tuple[CandidateProfile, ...]:
    """Return the profiles of AI candidates.

    Args:
        catalogue: Where they stand.
        names: Persona ids, or the companies' values ("naver").
        language: The room's language.

    Raises:
        UnknownPersona: For a name that is neither; the error lists those that exist.
    """
    by_company = {persona.company.value: persona for persona in catalogue.candidates if persona.company}
    return tuple(
        (by_company.get(name) or catalogue.candidate(PersonaId(name))).profile(language) for name in names
    )


def panel_profiles(
    catalogue: Catalogue, names: tuple[str, ...], language: Language
) -> tuple[InterviewerProfile, ...]:
    """Return the profiles of interviewers.

    Args:
        catalogue: Where they stand.
        names: Interviewer ids ("hr", "technical", ...).
        language: The room's language.

    Raises:
        UnknownInterviewer: For an id that doesn't exist; the error lists those that do.
    """
    return tuple(catalogue.interviewer(PersonaId(name)).profile(language) for name in names)
