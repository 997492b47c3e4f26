"""The lines of a story, as many as the depth of the answer allows."""

from __future__ import annotations

from interview_engine.personas.answering.draft import Draft
from interview_engine.personas.answering.lines import Line
from interview_engine.personas.candidate import Lines
from interview_engine.vocabulary import Bilingual

SITUATION, RESULT, ACTION, REASONING, LESSON, TASK = 8.5, 8.0, 7.5, 6.0, 5.5, 4.5


def beginning(draft: Draft) -> tuple[Line, ...]:
    """Return where the story began and what had to be done."""
    if draft.story is None or not draft.depth.situation:
        return ()
    task = (_line(draft, draft.story.task, TASK),) if draft.depth.task else ()
    return (_line(draft, draft.story.situation, SITUATION), *task)


def actions(draft: Draft) -> tuple[Line, ...]:
    """Return what was done and which alternative was weighed."""
    if draft.story is None:
        return ()
    told = draft.story.actions[: draft.depth.actions]
    lines = tuple(_line(draft, action, ACTION - step) for step, action in enumerate(told))
    if not draft.depth.reasoning:
        return lines
    return (*lines[:2], _line(draft, draft.story.reasoning, REASONING), *lines[2:])


def ending(draft: Draft) -> tuple[Line, ...]:
    """Return how it ended: with figures, or vaguely when the answer is weak."""
    if draft.story is None:
        return ()
    if draft.depth.figures:
        return (_line(draft, draft.story.result, RESULT),)
    return draft.lines(draft.persona.voice.outcomes, "outcome", RESULT) if draft.depth.actions else ()


def kept_with_result(steps: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return steps as weighty as the result: it speaks of them, and goes first when time is short."""
    return tuple(Line(text=step.text, weight=RESULT) for step in steps)


def brief(draft: Draft, leads: Lines) -> tuple[Line, ...]:
    """Return a story in three lines, led up to; without its lead it would sound like a slip.

    Args:
        draft: The answer in the making.
        leads: Ways to lead up to it.
    """
    steps = kept_with_result(actions(draft)[:1])
    if not steps:
        return ()
    return (*draft.lines(leads, "brief", SITUATION), *beginning(draft)[:1], *steps, *ending(draft))


def lesson(draft: Draft) -> tuple[Line, ...]:
    """Return what stayed."""
    if draft.story is None or not draft.depth.lesson:
        return ()
    return (_line(draft, draft.story.lesson, LESSON),)


def _line(draft: Draft, text: Bilingual, weight: float) -> Line:
    return Line(text=text.spoken_in(draft.request.language), weight=weight)
