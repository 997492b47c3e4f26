"""What a judge is told: the rubric, the question with its key points, and the answer behind a fence."""

from __future__ import annotations

import functools

from adapters.llm.asking import Prompt, Task
from adapters.llm.defences.fence import Fence
from adapters.llm.prompts.book import PromptText, prompt_text
from interview_engine.core.effects import JudgeAnswer
from interview_engine.profiles import InterviewerProfile
from interview_engine.scoring import Criterion, Level, anchor, criterion_name
from interview_engine.vocabulary import Language

TOKENS_OF_ONE = 1_200
"""Output tokens of one judged answer: five quotes and reasons in Korean take about 700."""

_MARKEDLY = 10
"""Severity, -100 to 100, from which a standard is called lenient or strict."""


def judging_prompt(effect: JudgeAnswer, answer: str, fence: Fence) -> Prompt:
    """Return the prompt for one answer.

    Args:
        effect: What is judged.
        answer: The text to show: the whole answer or the clean one.
        fence: This call's marks.
    """
    text = prompt_text(Task.JUDGE, effect.language)
    turn = text.fill("turn", label=effect.label, answer=fence.around("answer", answer))
    return _prompt(effect, text, turn, TOKENS_OF_ONE)


def round_prompt(effects: tuple[JudgeAnswer, ...], answers: tuple[str, ...], fence: Fence) -> Prompt:
    """Return the prompt for several answers to one question.

    Args:
        effects: What is judged, by one interviewer; in the order of their labels, which chance drew.
        answers: The text to show for each.
        fence: This call's marks.
    """
    text = prompt_text(Task.JUDGE, effects[0].language)
    blocks = (
        text.fill("round.answer", label=effect.label, answer=fence.around("answer", answer))
        for effect, answer in zip(effects, answers, strict=True)
    )
    turn = text.fill("round", count=len(effects), answers="\n\n".join(blocks))
    return _prompt(effects[0], text, turn, TOKENS_OF_ONE * len(effects))


@functools.cache
def rubric_text(language: Language) -> str:
    """Return the rubric with every anchor, as the judge reads it.

    Args:
        language: The room's language.
    """
    blocks = []
    for criterion in Criterion:
        lines = (f"- {level.name.lower()}: {anchor(criterion, level, language)}" for level in Level)
        blocks.append("\n".join((f"{criterion.value} ({criterion_name(criterion, language)})", *lines)))
    return "\n\n".join(blocks)


def numbered_points(points: tuple[str, ...], text: PromptText) -> str:
    """Return key points as a numbered list, from 1.

    Args:
        points: The question's key points.
        text: Has the words for a question without any.
    """
    return "\n".join(f"{number}. {point}" for number, point in enumerate(points, 1)) or text.fill("no_points")


def _prompt(effect: JudgeAnswer, text: PromptText, turn: str, tokens: int) -> Prompt:
    return Prompt(
        version=text.version,
        stable=text.fill("stable", rubric=rubric_text(effect.language)),
        room=text.fill(
            "room",
            question=effect.question,
            shows=effect.shows or text.fill("no_shows"),
            points=numbered_points(effect.key_points, text),
            standard=text.fill(f"standard.{_standard(effect.interviewer)}"),
        ),
        turn=turn,
        most_output_tokens=tokens,
    )


def _standard(interviewer: InterviewerProfile) -> str:
    if interviewer.severity <= -_MARKEDLY:
        return "lenient"
    return "strict" if interviewer.severity >= _MARKEDLY else "usual"
