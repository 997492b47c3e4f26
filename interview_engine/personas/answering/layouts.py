"""The build of an answer for each kind of question."""

from __future__ import annotations

import re
from collections.abc import Callable

from interview_engine.personas.answering import story_lines
from interview_engine.personas.answering.draft import Draft
from interview_engine.personas.answering.lines import Line
from interview_engine.personas.answering.point_lines import point_lines
from interview_engine.personas.answering.presenting import closing_words, introduction, motivation
from interview_engine.vocabulary import Language, QuestionKind

OPENING, LEAD, REACTION, PRINCIPLE, CLOSING = 5.0, 4.0, 8.8, 5.2, 3.5
_Kind = QuestionKind
_PAST_KO = re.compile(r"[았었였했됐렸]습니다")
_PAST_EN = re.compile(r"\bI (?:\w+ly )?(?:\w+ed|took|made|went|wrote|built|told|found|set|put|gave|kept|chose|met|ran|let|said|saw|split)\b")


def lay_out(draft: Draft) -> tuple[Line, ...]:
    """Return the lines of an answer in speaking order.

    Args:
        draft: What the answer is made of.
    """
    layout = _LAYOUTS.get(draft.request.kind)
    if layout is None:
        layout = _told if _asks_for_a_story(draft) else _argued
    return layout(draft)


def _told(draft: Draft) -> tuple[Line, ...]:
    """A story in STAR order, with the question's points at their places."""
    steps = story_lines.actions(draft)
    return (
        *_reacted(draft),
        *_opened(draft),
        *_led(draft),
        *story_lines.beginning(draft),
        *point_lines(draft, 0.0, 0.3),
        *steps[:1],
        *point_lines(draft, 0.3, 0.6),
        *steps[1:],
        *point_lines(draft, 0.6, 0.9),
        *story_lines.ending(draft),
        *point_lines(draft, 0.9),
        *story_lines.lesson(draft),
        *_closed(draft),
    )


def _argued(draft: Draft) -> tuple[Line, ...]:
    """A view with the question's points first, and a story as its proof."""
    voice = draft.persona.voice
    steps = story_lines.actions(draft)
    proof = draft.lines(voice.evidence_leads, "evidence", LEAD) if draft.story and draft.depth.figures else ()
    return (
        *_reacted(draft),
        *_opened(draft),
        *point_lines(draft, 0.0, 0.9),
        *proof,
        *story_lines.beginning(draft)[:1],
        *steps[:2],
        *story_lines.ending(draft),
        *steps[2:3],
        *point_lines(draft, 0.9),
        *_principled(draft),
        *_closed(draft),
    )


def _pressed(draft: Draft) -> tuple[Line, ...]:
    """Concede what is true, then answer with points and proof."""
    voice = draft.persona.voice
    conceded = draft.lines(voice.concessions, "concession", OPENING) if draft.request.quality >= 40 else ()  # noqa: PLR2004
    return (
        *conceded,
        *point_lines(draft, 0.0, 0.6),
        *story_lines.beginning(draft)[:1],
        *story_lines.actions(draft)[:1],
        *story_lines.ending(draft),
        *point_lines(draft, 0.6),
        *story_lines.lesson(draft),
    )


def _compared(draft: Draft) -> tuple[Line, ...]:
    """React to another candidate's answer, then set one's own beside it."""
    return (
        *_reacted(draft),
        *point_lines(draft, 0.0, 0.6),
        *story_lines.beginning(draft)[:1],
        *story_lines.actions(draft)[:1],
        *story_lines.ending(draft),
        *point_lines(draft, 0.6),
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
    return (*_opened(draft), *point_lines(draft, 0.0, 0.6), *detail, *point_lines(draft, 0.6), *_principled(draft))


def _reacted(draft: Draft) -> tuple[Line, ...]:
    return tuple(Line(text=text, weight=REACTION) for text in draft.reaction)


def _opened(draft: Draft) -> tuple[Line, ...]:
    if not draft.depth.opens or draft.reaction:
        return ()
    return draft.lines(draft.persona.voice.openings, "opening", OPENING)


def _led(draft: Draft) -> tuple[Line, ...]:
    if draft.story is None or draft.depth.opens or draft.depth.hesitates or draft.reaction:
        return ()
    return draft.lines(draft.persona.voice.story_leads, "lead", LEAD)


def _closed(draft: Draft) -> tuple[Line, ...]:
    return draft.lines(draft.persona.voice.closings, "closing", CLOSING) if draft.depth.closes else ()


def _principled(draft: Draft) -> tuple[Line, ...]:
    """The principle that bears on what the question probes."""
    if not draft.depth.principle:
        return ()
    fitting = tuple(p.text for p in draft.persona.principles if p.competency is draft.request.probed)
    return draft.lines(fitting, "principle", PRINCIPLE)


def _asks_for_a_story(draft: Draft) -> bool:
    """Whether the question's own sentences tell of the past; questions without any ask for a story."""
    if draft.request.kind is _Kind.EXPERIENCE or draft.request.bank_question is None:
        return True
    language = draft.request.language
    past = _PAST_KO if language is Language.KO else _PAST_EN
    spoken = [point.spoken[0].spoken_in(language) for point in draft.request.bank_question.key_points]
    return sum(past.search(sentence) is not None for sentence in spoken) * 2 >= len(spoken)


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
