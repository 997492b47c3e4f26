"""What the answer writer is asked for: one turn of one candidate, with only what that candidate may know."""

from __future__ import annotations

import attrs
from attrs import validators

from interview_engine.personas.question import BankQuestion
from interview_engine.vocabulary import Company, Competency, JobRole, Language, QuestionKind

# The shipped personas: where places are unknown, a question's sentences are dealt to these.
_LANES = 6


@attrs.frozen(kw_only=True)
class HeardAnswer:
    """An earlier speaker's answer, as everyone in the room heard it.

    Attributes:
        speaker: Display name, without 님.
        question: The question that was answered.
        answer: What was said.
    """

    speaker: str
    question: str
    answer: str


@attrs.frozen(kw_only=True)
class AnswerRequest:
    """One answer to write.

    Attributes:
        question: The question as the interviewer said it.
        kind: What the question is for.
        language: The room's language.
        quality: How good the answer shall be, 0-100.
        variation: Keyed chance from outside; the same request always gives the same text.
        competency: What the question probes; taken from the bank question when None.
        bank_question: The question's entry in the bank, when it has one.
        key_points: What a good answer covers, for a question that is not of the bank.
        seconds: Speaking time.
        max_characters: Longest answer; 0 means what the persona can say in the time.
        company: The company that the interview is for.
        role: The job that the interview is for.
        heard: Earlier public answers, oldest first.
        own_answers: What this candidate said earlier in this interview, oldest first.
        parent_question: For a follow-up, the question before it.
        parent_answer: For a follow-up, this candidate's answer before it.
        round_number: Which round this is, from 0; rotates stories when `own_answers` is empty.
        place: Which of the written candidates who get this question this is, from 0; None when unknown.
        places: How many written candidates get this question; 0 when unknown.
    """

    question: str
    kind: QuestionKind
    language: Language
    quality: int = attrs.field(validator=(validators.ge(0), validators.le(100)))
    variation: int = 0
    competency: Competency | None = None
    bank_question: BankQuestion | None = None
    key_points: tuple[str, ...] = ()
    seconds: int = attrs.field(default=120, validator=validators.gt(0))
    max_characters: int = attrs.field(default=0, validator=validators.ge(0))
    company: Company | None = None
    role: JobRole | None = None
    heard: tuple[HeardAnswer, ...] = ()
    own_answers: tuple[str, ...] = ()
    parent_question: str = ""
    parent_answer: str = ""
    round_number: int = 0
    place: int | None = None
    places: int = attrs.field(default=0, validator=validators.ge(0))

    @property
    def probed(self) -> Competency | None:
        """What the question probes, from the request or its bank question."""
        if self.competency is None and self.bank_question is not None:
            return self.bank_question.competency
        return self.competency

    @property
    def lanes(self) -> int:
        """Among how many candidates a question's written sentences are dealt."""
        return self.places if self.place is not None and self.places else _LANES

    def lane_of(self, variant: int, chance: int | None = None) -> int:
        """Return which of the lanes a candidate speaks in; no two candidates at two places share one.

        Args:
            variant: The persona's variant, which decides when the place is unknown.
            chance: Decides in its stead when the place is unknown.
        """
        if self.place is not None:
            return self.place
        return variant if chance is None else chance % _LANES
