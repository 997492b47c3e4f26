"""Who may be seated: built-in personas and people's own, by id.

Custom personas come from the directory at start and when they are made; a deleted one can't be seated any
more, while rooms in which it sits go on.
"""

from __future__ import annotations

import attrs

from interview_engine.ids import PersonaId
from interview_engine.personas.candidate import CandidatePersona
from interview_engine.personas.catalogue import Catalogue
from interview_engine.personas.errors import UnknownInterviewer, UnknownPersona
from interview_engine.profiles import CandidateProfile, InterviewerProfile
from interview_engine.vocabulary import Language


class Casting:
    """The personas of one process.

    Attributes:
        catalogue: All of them, with the question bank: what writers work with.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        """Begin with the built-in ones."""
        self.catalogue = catalogue
        self._withdrawn: set[PersonaId] = set()

    def add(self, persona: CandidatePersona) -> None:
        """Add a custom persona, or replace the one with its id."""
        others = tuple(known for known in self.catalogue.candidates if known.id != persona.id)
        self.catalogue = attrs.evolve(self.catalogue, candidates=(*others, persona))
        self._withdrawn.discard(persona.id)

    def withdraw(self, persona_id: PersonaId) -> None:
        """Seat a persona no more; where it sits, it stays."""
        self._withdrawn.add(persona_id)

    def candidate(self, persona_id: PersonaId, language: Language) -> CandidateProfile | None:
        """Return a candidate's profile in a room's language, or None."""
        if persona_id in self._withdrawn:
            return None
        try:
            return self.catalogue.candidate(persona_id).profile(language)
        except UnknownPersona:
            return None

    def interviewer(self, persona_id: PersonaId, language: Language) -> InterviewerProfile | None:
        """Return an interviewer's profile in a room's language, or None."""
        try:
            return self.catalogue.interviewer(persona_id).profile(language)
        except UnknownInterviewer:
            return None
