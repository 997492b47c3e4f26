"""What an interviewer is told: who they are, what kind of question is wanted, what it may be about."""

from __future__ import annotations

from typing import Final

from adapters.llm.asking import Prompt, Task
from adapters.llm.defences.blind_interview import background_in
from adapters.llm.defences.fence import Fence
from adapters.llm.defences.shown_text import one_line
from adapters.llm.defences.tripwire import read, told
from adapters.llm.prompts.book import PromptText, prompt_text
from interview_engine.core.effects import WriteQuestion
from interview_engine.personas.companies import places
from interview_engine.personas.interviewer import InterviewerPersona
from interview_engine.vocabulary import Competency, QuestionKind

TOKENS: Final = 700
ABOUT_AN_ANSWER: Final = frozenset({QuestionKind.FOLLOW_UP, QuestionKind.CROSS_REFERENCE})
_FROM_RESUME: Final = frozenset({QuestionKind.EXPERIENCE, QuestionKind.TECHNICAL})
_MOST_ASKED: Final = 30
_MOST_FACTS: Final = 12


def question_prompt(effect: WriteQuestion, interviewer: InterviewerPersona | None, fence: Fence) -> Prompt:
    """Return the prompt for one question.

    Args:
        effect: What is wanted.
        interviewer: Who asks; None for one whom the catalogue doesn't know.
        fence: This call's marks.
    """
    text = prompt_text(Task.QUESTION, effect.language)
    language = effect.language
    return Prompt(
        version=text.version,
        stable=text.fill("stable"),
        room=text.fill(
            "room",
            company=places().company_name(effect.settings.company).spoken_in(language),
            role=places().role_name(effect.settings.role).spoken_in(language),
            name=one_line(effect.interviewer.name),
            title=one_line(effect.interviewer.title),
            style=interviewer.style.spoken_in(language) if interviewer else "",
        ),
        turn=text.fill(
            "turn",
            kind=text.fill(f"kind.{effect.kind.value}"),
            competency=text.fill(f"competency.{competency_of(effect).value}"),
            difficulty=effect.difficulty,
            seconds=effect.answer_ms // 1000,
            material=_material(effect, text, fence),
            asked=_asked(effect, text),
        ),
        most_output_tokens=TOKENS,
    )


def competency_of(effect: WriteQuestion) -> Competency:
    """Return what the question is to probe: what the plan says, or the interviewer's first interest.

    Args:
        effect: What is wanted.
    """
    return (
        effect.competency or next(iter(effect.interviewer.competencies), None)
    ) or Competency.COMMUNICATION


def usable_facts(effect: WriteQuestion) -> tuple[str, ...]:
    """Return the résumé facts that a question may be about: blind ones that give no orders.

    They begin at the draw, so that questions to one candidate walk through the facts.

    Args:
        effect: What is wanted.
    """
    if effect.kind not in _FROM_RESUME:
        return ()
    readings = (read(fact) for fact in effect.facts)
    kept = [
        one_line(one.whole)
        for one in readings
        if not one.tripped and not one.doubtful and not background_in(one.whole)
    ]
    start = effect.pick % len(kept) if kept else 0
    return tuple(fact for fact in (*kept[start:], *kept[:start]) if fact)[:_MOST_FACTS]


def parent_answer(effect: WriteQuestion) -> str:
    """Return the answer that a follow-up or a cross-reference is about, without what in it gives orders.

    Args:
        effect: What is wanted.
    """
    return told(effect.parent_answer) if effect.kind in ABOUT_AN_ANSWER else ""


def _material(effect: WriteQuestion, text: PromptText, fence: Fence) -> str:
    answer = parent_answer(effect)
    if answer:
        filled = text.fill(
            "material.answer",
            name=_name(effect.parent_speaker, text),
            question=one_line(effect.parent_question, 300),
            block=fence.around("answer", answer),
        )
        return f"\n{filled}\n"
    facts = usable_facts(effect)
    if facts:
        block = fence.around("facts", "\n".join(f"- {fact}" for fact in facts))
        return f"\n{text.fill('material.facts', name=_name(effect.candidate_name, text), block=block)}\n"
    return ""


def _name(name: str, text: PromptText) -> str:
    """Return a display name that gives no orders; a person chooses their own."""
    shown = one_line(name, 40)
    return text.fill("somebody") if not shown or read(shown).tripped else shown


def _asked(effect: WriteQuestion, text: PromptText) -> str:
    if not effect.asked_texts:
        return ""
    questions = "\n".join(f"- {one_line(asked, 300)}" for asked in effect.asked_texts[-_MOST_ASKED:])
    return f"\n{text.fill('asked', questions=questions)}\n"
