"""Sentences that carry a key point by its name, so that rivals never need one another's wordings."""

from __future__ import annotations

import functools
import re

import attrs

from interview_engine.personas.answering.asking import asks_for_a_story
from interview_engine.personas.answering.request import AnswerRequest
from interview_engine.personas.candidate import CandidatePersona
from interview_engine.personas.chance import keyed_number
from interview_engine.personas.package_data import read_file
from interview_engine.personas.particles import fill
from interview_engine.vocabulary import Bilingual, Language, QuestionKind

_KIND = QuestionKind
_MANNERS = {
    _KIND.SELF_INTRODUCTION: "self",
    _KIND.MOTIVATION: "self",
    _KIND.CLOSING: "self",
    _KIND.EXPERIENCE: "told",
    _KIND.FOLLOW_UP: "told",
    _KIND.SITUATIONAL: "plan",
    _KIND.TECHNICAL: "know",
    _KIND.PRESSURE: "view",
    _KIND.CROSS_REFERENCE: "view",
}
# The shipped personas' variants; each has a style of its own, all others share what is left.
_OWN_STYLES = 6
_KEEPS_CAPITAL = re.compile(r"^(?:I\b|[A-Z]{2,}|[A-Z]\w*[A-Z])")
_TO_THE_CANDIDATE = {"you": "I", "your": "my", "yours": "mine", "yourself": "myself"}
_ADDRESS = re.compile(r"\b(?:you|your|yours|yourself)\b")
# A key point is named in plain words; spoken to an interviewer, they turn humble.
_FAMILIAR = re.compile(r"(?<!\S)(내|나의) ")


@attrs.frozen(kw_only=True)
class FrameSet:
    """Frames for one manner of speaking.

    Attributes:
        manner: What the answer does: told, plan, know, view or self.
        styles: Frames with a place `{point}` that takes a noun phrase, one tuple per persona's variant.
    """

    manner: str
    styles: tuple[tuple[Bilingual, ...], ...]


@functools.cache
def frame_sets() -> tuple[FrameSet, ...]:
    """Return the shipped frames."""
    return read_file("phrases/frames.json", tuple[FrameSet, ...])


def framed(persona: CandidatePersona, request: AnswerRequest, point: str, index: int, rank: int) -> str:
    """Return a sentence that carries a key point by its name, in this persona's own style.

    Args:
        persona: Who answers.
        request: What is asked.
        point: The key point, a noun phrase in the room's language.
        index: The point's number among the question's points.
        rank: How many of this answer's points are framed before this one.
    """
    styles = _styles(request)
    turn = keyed_number(request.question, "frame")
    if persona.variant < _OWN_STYLES:
        own = styles[persona.variant]
        number = rank + turn
    else:
        own = tuple(frame for style in styles[_OWN_STYLES:] for frame in style)
        # Two of these at different places never meet on the same frame for the same point.
        number = index + turn + request.lane_of(persona.variant, keyed_number(persona.id, request.question))
    frame = own[number % len(own)].spoken_in(request.language)
    return fill(frame, (("point", _in_the_sentence(point, request.language)),))


def _styles(request: AnswerRequest) -> tuple[tuple[Bilingual, ...], ...]:
    manner = _MANNERS.get(request.kind) or ("told" if asks_for_a_story(request) else "view")
    return next(found.styles for found in frame_sets() if found.manner == manner)


def _in_the_sentence(point: str, language: Language) -> str:
    """Return a point as it stands inside a candidate's sentence."""
    if language is Language.KO:
        return _FAMILIAR.sub(lambda found: {"내": "제", "나의": "저의"}[found[1]] + " ", point)
    mine = _ADDRESS.sub(lambda found: _TO_THE_CANDIDATE[found[0]], point)
    return mine if _KEEPS_CAPITAL.match(mine) else mine[0].lower() + mine[1:]
