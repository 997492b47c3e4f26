"""What an AI candidate is told: who it is, what was said in the room, the question, and how well to do."""

from __future__ import annotations

from typing import Final

from adapters.llm.asking import Prompt, Task
from adapters.llm.defences.fence import Fence
from adapters.llm.defences.shown_text import one_line
from adapters.llm.defences.tripwire import told
from adapters.llm.prompts.book import PromptText, prompt_text
from adapters.llm.tasks.answer_level import Length, band_of, depth_text
from interview_engine.core.effects import Heard, WriteAnswer
from interview_engine.personas.candidate import CandidatePersona
from interview_engine.personas.companies import places
from interview_engine.vocabulary import Bilingual, Language, QuestionKind

_MOST_HEARD: Final = 8
"""Answers of others that are shown, the latest: nobody in the room remembers more word for word."""
_LONGEST_HEARD: Final = 700
"""Characters that are shown of each."""
_TOKENS_PER_LETTER: Final = {Language.KO: 1.4, Language.EN: 0.4}
_TOKENS_AROUND: Final = 120


def answer_prompt(
    effect: WriteAnswer, persona: CandidatePersona | None, length: Length, fence: Fence
) -> Prompt:
    """Return the prompt for one answer.

    Args:
        effect: What is asked, and what this candidate may know.
        persona: Who answers; None for one whom the catalogue doesn't know.
        length: How long the answer is to be.
        fence: This call's marks.
    """
    text = prompt_text(Task.ANSWER, effect.language)
    tokens = int(length.high * 1.3 * _TOKENS_PER_LETTER[effect.language]) + _TOKENS_AROUND
    return Prompt(
        version=text.version,
        stable=text.fill("stable"),
        room=_room(effect, persona, text),
        turn=text.fill(
            "turn",
            heard=_said("heard", effect.heard, text, fence),
            own=_said("own", effect.own, text, fence),
            parent=_parent(effect, text, fence),
            kind=text.fill(f"kind.{effect.kind.value}"),
            question=effect.question,
            band=text.fill(f"band.{band_of(effect.quality)}"),
            depth=depth_text(effect.quality, effect.kind, text),
            low=length.low,
            high=length.high,
            name=effect.candidate.name,
        ),
        most_output_tokens=tokens,
    )


def _room(effect: WriteAnswer, persona: CandidatePersona | None, text: PromptText) -> str:
    language = effect.language
    company = places().company_name(effect.settings.company).spoken_in(language)
    role = places().role_name(effect.settings.role).spoken_in(language)
    name, headline = one_line(effect.candidate.name), one_line(effect.candidate.headline)
    if persona is None:
        return text.fill("room.unknown", company=company, role=role, name=name, headline=headline)
    none = text.fill("none")
    stories = (
        text.fill("story", number=number, sentences=" ".join(story.sentences(language)))
        for number, story in enumerate(persona.stories, 1)
    )
    return text.fill(
        "room",
        company=company,
        role=role,
        name=name,
        headline=headline,
        background=persona.background.spoken_in(language),
        style=persona.speaking_style.spoken_in(language),
        patterns=_joined(persona.answer_patterns, language, " ") or none,
        strengths=_joined(persona.strengths, language, ", ") or none,
        blind_spots=_joined(persona.blind_spots, language, ", ") or none,
        stories="\n".join(stories) or none,
        principles="\n".join(f"- {one.text.spoken_in(language)}" for one in persona.principles) or none,
    )


def _joined(lines: tuple[Bilingual, ...], language: Language, between: str) -> str:
    return between.join(line.spoken_in(language) for line in lines)


def _said(part: str, heard: tuple[Heard, ...], text: PromptText, fence: Fence) -> str:
    """Return earlier answers behind a fence, without what in them gives orders."""
    lines = [
        text.fill(
            "said",
            speaker=one_line(said.speaker, 40),
            question=one_line(said.question),
            answer=_clean(said.answer),
        )
        for said in heard[-_MOST_HEARD:]
    ]
    if not lines:
        return ""
    block = fence.around(part, "\n".join(lines), _MOST_HEARD * (_LONGEST_HEARD + 300))
    return text.fill(part, block=block) + "\n\n"


def _parent(effect: WriteAnswer, text: PromptText, fence: Fence) -> str:
    answer = told(effect.parent_answer)
    if not answer:
        return ""
    block = fence.around("parent", answer)
    if effect.kind is QuestionKind.CROSS_REFERENCE:
        filled = text.fill("parent.other", speaker=one_line(effect.parent_speaker, 40), block=block)
    else:
        filled = text.fill("parent.own", block=block)
    return filled + "\n\n"


def _clean(answer: str) -> str:
    return one_line(told(answer), _LONGEST_HEARD) or "-"
