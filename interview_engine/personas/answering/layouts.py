"""The build of an answer for each kind of question."""

from __future__ import annotations

from collections.abc import Callable

from interview_engine.personas.answering import story_lines
from interview_engine.personas.answering.asking import asks_for_a_story, holds_against
from interview_engine.personas.answering.draft import Draft
from interview_engine.personas.answering.lines import Line
from interview_engine.personas.answering.point_lines import point_lines
from interview_engine.personas.answering.presenting import asks_why, closing_words, introduction, motivation
from interview_engine.personas.answering.stories import is_related
from interview_engine.personas.answering.weak import own_share, weak_phrases
from interview_engine.vocabulary import Competency, QuestionKind

OPENING, LEAD, REACTION, PRINCIPLE, CLOSING = 5.0, 7.4, 8.8, 5.2, 3.5
# Points of a technical question beside which a story from elsewhere is left out.
_ENOUGH_KNOWN = 2
_Kind = QuestionKind


def lay_out(draft: Draft) -> tuple[Line, ...]:
    """Return the lines of an answer in speaking order.

    Args:
        draft: What the answer is made of.
    """
    layout = _LAYOUTS.get(draft.request.kind)
    if layout is None:
        layout = _told if asks_for_a_story(draft.request) else _argued
    return layout(draft)


def _told(draft: Draft) -> tuple[Line, ...]:
    """The question's points, then a story in STAR order as a whole: the points tell of something else."""
    points = point_lines(draft)
    related = draft.story is not None and is_related(draft.story, draft.request)
    return (
        *_reacted(draft),
        *_opened(draft),
        *points,
        *_led(draft, related=related, after_points=bool(points)),
        *story_lines.beginning(draft),
        *story_lines.actions(draft),
        *story_lines.ending(draft),
        *story_lines.lesson(draft),
        *_closed(draft),
    )


def _argued(draft: Draft) -> tuple[Line, ...]:
    """A view with the question's points first, and a story as its proof."""
    return (
        *_reacted(draft),
        *_opened(draft),
        *point_lines(draft),
        *_proved(draft),
        *_principled(draft),
    )


def _proved(draft: Draft) -> tuple[Line, ...]:
    """A story as proof of a view, in full only when about the same thing; weak technical ones have none."""
    story, depth = draft.story, draft.depth
    if story is None or (draft.request.kind is _Kind.TECHNICAL and not depth.figures):
        return ()
    if not is_related(story, draft.request):
        # A question of knowledge is answered by knowing; a story from elsewhere would only lead away.
        knows = draft.request.kind is _Kind.TECHNICAL and len(draft.points) >= _ENOUGH_KNOWN
        return () if knows else _loosely_proved(draft)
    steps = story_lines.actions(draft)
    if not steps:
        return ()
    lead = draft.lines(draft.persona.voice.evidence_leads, "evidence", LEAD) if depth.figures else ()
    return (*lead, *story_lines.beginning(draft)[:1], *steps[:3], *story_lines.ending(draft))


def _loosely_proved(draft: Draft) -> tuple[Line, ...]:
    """A story from elsewhere in brief; without its lead it would sound like a slip."""
    return story_lines.brief(draft, own_share(draft, weak_phrases().loose_leads, 1))


def _pressed(draft: Draft) -> tuple[Line, ...]:
    """Concede what is true, then answer with points and proof."""
    voice, depth = draft.persona.voice, draft.depth
    charged = holds_against(draft.request.question)
    conceded = draft.lines(voice.concessions, "concession", OPENING) if charged and depth.figures else ()
    return (
        *conceded,
        *point_lines(draft),
        *_stood(draft),
        *_principled(draft),
    )


def _stood(draft: Draft) -> tuple[Line, ...]:
    """What stands behind an answer to pressure: why this company, or a failure that was made good."""
    if draft.request.probed is Competency.COMPANY_FIT:
        if not asks_why(draft):
            return _loosely_proved(draft)
        wanted = draft.persona.presentation.motivation
        return draft.lines(wanted, "wanted", story_lines.SITUATION, 1 + draft.depth.figures)
    if not draft.depth.actions:
        return ()
    recovery = own_share(draft, weak_phrases().recoveries, 1) if draft.depth.figures else ()
    # The last action told is the remedy, and the result speaks of it.
    return (
        *draft.lines(recovery, "recovery", LEAD),
        *story_lines.beginning(draft)[:1],
        *story_lines.kept_with_result(story_lines.actions(draft)[:2][-1:]),
        *story_lines.ending(draft),
        *story_lines.lesson(draft),
    )


def _compared(draft: Draft) -> tuple[Line, ...]:
    """React to another candidate's answer, then set one's own beside it."""
    return (
        *_reacted(draft),
        *point_lines(draft),
        *_proved(draft),
        *_principled(draft),
    )


def _followed_up(draft: Draft) -> tuple[Line, ...]:
    """Stay with the story of the answer before, and tell what was left out; repeats are dropped later."""
    story, language = draft.story, draft.request.language
    left_out = story.sentences(language) if story else ()
    ranked = (8.5, 4.0, 7.0, 6.5, 6.0, 7.5, 8.0, 5.0)
    weights = dict(zip(left_out, (*ranked, *(4.0 for _ in left_out)), strict=False))
    told_before = draft.request.parent_answer
    count = 1 + draft.depth.actions + 2 * draft.depth.reasoning
    fresh = tuple(text for text in left_out if text not in told_before)
    if not draft.depth.figures:
        fresh = fresh[:1]
    best = sorted(fresh, key=lambda text: -weights[text])[:count]
    detail = tuple(Line(text=text, weight=weights[text]) for text in fresh if text in best)
    return (
        *_opened(draft),
        *point_lines(draft),
        *detail,
        *_principled(draft),
    )


def _reacted(draft: Draft) -> tuple[Line, ...]:
    return tuple(Line(text=text, weight=REACTION) for text in draft.reaction)


def _opened(draft: Draft) -> tuple[Line, ...]:
    if not draft.depth.opens or draft.reaction:
        return ()
    return draft.lines(draft.persona.voice.openings, "opening", OPENING)


def _led(draft: Draft, *, related: bool, after_points: bool) -> tuple[Line, ...]:
    """Announce the story, when something else came before it or nothing at all."""
    voice, depth = draft.persona.voice, draft.depth
    if draft.story is None or not depth.situation:
        return ()
    if after_points and not related:
        return draft.lines(own_share(draft, weak_phrases().loose_leads, 1), "loose", story_lines.SITUATION)
    if after_points and depth.figures:
        return draft.lines(voice.evidence_leads, "evidence", story_lines.SITUATION)
    return draft.lines(voice.story_leads, "lead", LEAD)


def _closed(draft: Draft) -> tuple[Line, ...]:
    return draft.lines(draft.persona.voice.closings, "closing", CLOSING) if draft.depth.closes else ()


def _principled(draft: Draft) -> tuple[Line, ...]:
    """The principle that bears on what the question probes."""
    if not draft.depth.principle:
        return ()
    fitting = tuple(p.text for p in draft.persona.principles if p.competency is draft.request.probed)
    return draft.lines(fitting, "principle", PRINCIPLE)


_LAYOUTS: dict[QuestionKind, Callable[[Draft], tuple[Line, ...]]] = {
    _Kind.SELF_INTRODUCTION: introduction,
    _Kind.MOTIVATION: motivation,
    _Kind.CLOSING: closing_words,
    _Kind.SITUATIONAL: _argued,
    _Kind.TECHNICAL: _argued,
    _Kind.PRESSURE: _pressed,
    _Kind.CROSS_REFERENCE: _compared,
    _Kind.FOLLOW_UP: _followed_up,
}
