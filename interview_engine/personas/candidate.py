"""A company candidate: who they are, how they speak, and the career that they can tell of."""

from __future__ import annotations

import attrs

from interview_engine.ids import PersonaId
from interview_engine.profiles import CandidateProfile, QualityRange
from interview_engine.vocabulary import Bilingual, Company, Competency, JobRole, Language, QuestionKind

Lines = tuple[Bilingual, ...]


@attrs.frozen(kw_only=True)
class SpeakingRate:
    """Characters that a persona speaks in one minute, in each language."""

    ko: int = 330
    en: int = 850

    def spoken_in(self, language: Language) -> int:
        """Return the rate in the given language, in characters per minute."""
        return self.ko if language is Language.KO else self.en


@attrs.frozen(kw_only=True)
class Story:
    """One thing that happened in a career, in the pieces of a STAR answer.

    Attributes:
        id: Unique within the persona, kebab-case.
        situation: One sentence: where it began.
        task: One sentence: what this person had to do; may be blank, like reasoning and lesson.
        actions: What this person did, in order.
        reasoning: One sentence: which alternative was weighed, and why it lost.
        result: One sentence with figures.
        lesson: One sentence: what stayed.
        competencies: What the story shows, strongest first.
        kinds: Question kinds that it suits best.
        roles: Jobs that it suits; empty for all.
        keywords: Words of a question (Korean or English, lower case) that call for it.
    """

    id: str
    situation: Bilingual
    task: Bilingual
    actions: Lines
    reasoning: Bilingual
    result: Bilingual
    lesson: Bilingual
    competencies: tuple[Competency, ...]
    kinds: tuple[QuestionKind, ...] = ()
    roles: tuple[JobRole, ...] = ()
    keywords: tuple[str, ...] = ()

    def sentences(self, language: Language) -> tuple[str, ...]:
        """Return every sentence of the story in telling order; pieces left blank are passed over."""
        parts = (self.situation, self.task, *self.actions, self.reasoning, self.result, self.lesson)
        return tuple(text for text in (part.spoken_in(language) for part in parts) if text)


@attrs.frozen(kw_only=True)
class Voice:
    """The phrases by which one persona is known; every field holds several wordings.

    Attributes:
        openings: Start of a considered answer.
        hesitations: Start of a weak answer.
        story_leads: Announce a story.
        evidence_leads: Announce a story as proof of an opinion given before.
        connectives: Join two sentences; each ends where the next sentence starts.
        outcomes: A result told without figures.
        vague: Statements that say nothing checkable.
        drifts: Statements that leave the question.
        concessions: Answer to pressure: accept the point first.
        closings: End of a full answer.
    """

    openings: Lines
    hesitations: Lines
    story_leads: Lines
    evidence_leads: Lines
    connectives: Lines
    outcomes: Lines
    vague: Lines
    drifts: Lines
    concessions: Lines
    closings: Lines


@attrs.frozen(kw_only=True)
class SelfPresentation:
    """What a persona says of itself, most important first.

    Attributes:
        introduction: Sentences of the one-minute introduction (1분 자기소개).
        home_motivation: Why the persona's own company.
        motivation: Why any company; `{company}` and `{role}` stand for what the interview is for.
        plans: What the persona would do first; same placeholders.
        closing: Last words (마지막 할 말); same placeholders.
    """

    introduction: Lines
    home_motivation: Lines
    motivation: Lines
    plans: Lines
    closing: Lines


@attrs.frozen(kw_only=True)
class Principle:
    """A working principle with the competency on which it bears."""

    competency: Competency
    text: Bilingual


@attrs.frozen(kw_only=True)
class CandidatePersona:
    """A candidate who is not a person: an invented career that stands for a company's way of working.

    Attributes:
        id: Unique in a catalogue.
        name: Invented display name.
        company: The company that the persona stands for; None for a custom persona.
        headline: One line that every seat may read.
        background: A short paragraph for whoever picks an opponent.
        strengths: What the persona does well, short phrases.
        blind_spots: What it tends to overlook, short phrases.
        speaking_style: How it speaks, one sentence.
        answer_patterns: How its answers are built, one sentence each.
        rate: Speaking rate.
        variant: Number that keeps apart the wordings of personas which answer the same question.
        qualities: Range of answer quality for each competency, 0-100.
        stories: The career.
        principles: Working principles.
        presentation: What it says of itself.
        voice: How it says things.
    """

    id: PersonaId
    name: Bilingual
    headline: Bilingual
    background: Bilingual
    strengths: Lines
    blind_spots: Lines
    speaking_style: Bilingual
    answer_patterns: Lines
    variant: int
    qualities: tuple[QualityRange, ...]
    stories: tuple[Story, ...]
    principles: tuple[Principle, ...]
    presentation: SelfPresentation
    voice: Voice
    rate: SpeakingRate = SpeakingRate()
    company: Company | None = None

    def profile(self, language: Language) -> CandidateProfile:
        """Return what the rules must know of this persona.

        Args:
            language: The room's language.
        """
        return CandidateProfile(
            persona_id=self.id,
            name=self.name.spoken_in(language),
            headline=self.headline.spoken_in(language),
            company=self.company,
            characters_per_minute=self.rate.spoken_in(language),
            qualities=self.qualities,
        )
