"""Answers about oneself: the introduction, the motivation and the last words."""

from __future__ import annotations

import re

from interview_engine.personas.answering import story_lines
from interview_engine.personas.answering.draft import Draft
from interview_engine.personas.answering.lines import Line
from interview_engine.personas.answering.point_lines import point_lines
from interview_engine.personas.answering.weak import own_share, weak_phrases
from interview_engine.personas.candidate import Lines
from interview_engine.personas.chance import keyed_number
from interview_engine.personas.companies import places
from interview_engine.vocabulary import Bilingual

_FULL, _MIDDLE, _SOME = 72, 48, 28
# Why one applies is what a motivation is about: it goes last when time is short.
_SELF, _REASON = 7.8, 9.2
_WHY = re.compile(
    r"왜|이유|동기|계기|지원|선택|끌|\b(?:why|reason|apply|applied|drew|draws?|choose|chose|motivat\w*)\b",
    re.IGNORECASE,
)


def introduction(draft: Draft) -> tuple[Line, ...]:
    """1분 자기소개: who I am, what I did, what I bring; more of it at higher quality."""
    own = draft.persona.presentation.introduction
    told = own[: _amount(draft, (1, 2, 4, 5))]
    lines = _in_order(draft, told)
    return (
        *lines[:4],
        *point_lines(draft),
        *lines[4:],
    )


def motivation(draft: Draft) -> tuple[Line, ...]:
    """지원 동기: what draws me, what I bring with a proof, what I would do."""
    persona, request = draft.persona, draft.request
    reasons = _reasons(draft)
    full = request.quality >= _MIDDLE
    proof = (
        story_lines.brief(draft, own_share(draft, weak_phrases().recoveries, 1))
        if full and asks_why(draft)
        else ()
    )
    plans = draft.lines(persona.presentation.plans, "plan", 6.0) if full else ()
    return (
        *reasons,
        *point_lines(draft),
        *proof,
        *plans,
    )


def _reasons(draft: Draft) -> tuple[Line, ...]:
    """Return why this company; nothing but what the persona brings when the question is not why."""
    persona, request = draft.persona, draft.request
    presentation = persona.presentation
    draw = (_draw(draft),) if asks_why(draft) else ()
    at_home = persona.company is not None and persona.company is request.company and asks_why(draft)
    told = presentation.home_motivation if at_home else (*draw, *presentation.motivation)
    return _in_order(draft, told[: _amount(draft, (1, 1, 2, 3))], _REASON)


def _draw(draft: Draft) -> Bilingual:
    """Return what draws this candidate to the company: one of the few known reasons for one each."""
    request, variant = draft.request, draft.persona.variant
    lane = request.lane_of(variant)
    known, own = places().draws(request.company), places().own_draws
    slot = (lane + keyed_number(request.question)) % max(request.lanes, len(known))
    return (
        known[slot] if slot < len(known) else own[(lane if variant >= len(own) - 2 else variant) % len(own)]
    )


def asks_why(draft: Draft) -> bool:
    """Return whether the question asks for reasons to apply."""
    return _WHY.search(draft.request.question) is not None


def closing_words(draft: Draft) -> tuple[Line, ...]:
    """마지막 할 말: one thing to remember, and thanks."""
    own = draft.persona.presentation.closing
    count = _amount(draft, (1, 1, 2, 3))
    lines = draft.lines(own[:-1], "closing words", _SELF, count)
    thanks = _in_order(draft, own[-1:])
    return (*lines[:1], *point_lines(draft), *lines[1:], *thanks)


def _amount(draft: Draft, amounts: tuple[int, int, int, int]) -> int:
    """Return how much to say: one of four amounts by quality."""
    quality = draft.request.quality
    return amounts[(quality >= _SOME) + (quality >= _MIDDLE) + (quality >= _FULL)]


def _in_order(draft: Draft, texts: Lines, weight: float = _SELF) -> tuple[Line, ...]:
    """Return texts as lines without changing their order, the first ones weightiest."""
    return tuple(
        Line(text=text, weight=weight - index * 0.4) for index, text in enumerate(draft.filled(texts))
    )
