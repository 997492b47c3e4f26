"""The catalogue: every candidate, interviewer and question that an interview can use."""

from __future__ import annotations

import functools

import attrs

from interview_engine.ids import PersonaId, QuestionId
from interview_engine.personas.bank import load_bank
from interview_engine.personas.candidate import CandidatePersona
from interview_engine.personas.errors import UnknownInterviewer, UnknownPersona, UnknownQuestion
from interview_engine.personas.interviewer import InterviewerPersona
from interview_engine.personas.package_data import read_folder
from interview_engine.personas.question import BankQuestion
from interview_engine.vocabulary import Company


@attrs.frozen(kw_only=True)
class Catalogue:
    """Candidates, interviewers and questions, each with unique ids."""

    candidates: tuple[CandidatePersona, ...]
    interviewers: tuple[InterviewerPersona, ...]
    questions: tuple[BankQuestion, ...]

    def candidate(self, persona_id: PersonaId) -> CandidatePersona:
        """Return the candidate persona with this id.

        Raises:
            UnknownPersona: There is none; the error lists those that exist.
        """
        for persona in self.candidates:
            if persona.id == persona_id:
                return persona
        raise UnknownPersona(persona_id, tuple(persona.id for persona in self.candidates))

    def candidate_of(self, company: Company) -> CandidatePersona:
        """Return the candidate persona that stands for a company.

        Raises:
            UnknownPersona: There is none; the error lists those that exist.
        """
        for persona in self.candidates:
            if persona.company is company:
                return persona
        raise UnknownPersona(company.value, tuple(persona.id for persona in self.candidates))

    def interviewer(self, persona_id: PersonaId) -> InterviewerPersona:
        """Return the interviewer with this id.

        Raises:
            UnknownInterviewer: There is none; the error lists those that exist.
        """
        for persona in self.interviewers:
            if persona.id == persona_id:
                return persona
        raise UnknownInterviewer(persona_id, tuple(persona.id for persona in self.interviewers))

    def question(self, question_id: QuestionId) -> BankQuestion:
        """Return the question with this id.

        Raises:
            UnknownQuestion: There is none; the error lists those that exist.
        """
        for question in self.questions:
            if question.id == question_id:
                return question
        raise UnknownQuestion(question_id, tuple(question.id for question in self.questions))

    def with_candidate(self, persona: CandidatePersona) -> Catalogue:
        """Return a catalogue that also holds this candidate, in place of one with the same id."""
        others = tuple(known for known in self.candidates if known.id != persona.id)
        return attrs.evolve(self, candidates=(*others, persona))


@functools.cache
def default_catalogue() -> Catalogue:
    """Return everything that ships with the engine; read once.

    Raises:
        BrokenPackageData: A shipped file does not read.
    """
    shipped = read_folder("catalogue", CandidatePersona)
    return Catalogue(
        candidates=tuple(sorted(shipped, key=lambda persona: persona.variant)),
        interviewers=read_folder("panel", InterviewerPersona),
        questions=load_bank(),
    )
