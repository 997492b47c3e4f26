"""Sentences that tie a key point to something the candidate did: naming a point alone says nothing."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

import attrs

from interview_engine.personas.answering.asking import asks_for_a_story
from interview_engine.personas.answering.lines import fold
from interview_engine.personas.answering.request import AnswerRequest
from interview_engine.personas.candidate import CandidatePersona, Story
from interview_engine.personas.chance import keyed_number
from interview_engine.personas.deeds import Deed, deeds_of
from interview_engine.personas.package_data import read_file
from interview_engine.personas.particles import fill
from interview_engine.personas.question import KeyPoint
from interview_engine.personas.themes import Theme, themes_of
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
# What the question is about helps where the point's own words say little.
_QUESTION_WEIGHT = 0.2
# Almost anything can be called one of these: a theme that says more goes first.
_BROAD = frozenset(
    {Theme.PREVENT, Theme.CHANGE, Theme.LEARN, Theme.CRITERIA, Theme.DEADLINE, Theme.CREDIT, Theme.PLAN}
)
_BROAD_WEIGHT = 0.7
# The point of a technical question is narrow: a fact bears it out when several words of its theme agree, or
# when the theme is one of these, whose words mean the same everywhere.
_STRONG = 2
_PLAIN = frozenset(
    {
        Theme.STATS,
        Theme.MEASURE,
        Theme.TRIAL,
        Theme.ROLLBACK,
        Theme.EXPLAIN,
        Theme.TRADEOFF,
        Theme.LISTEN,
        Theme.USERS,
        Theme.AGREE,
        Theme.HABIT,
        Theme.HONEST,
    }
)
# Share of a deed's words in the story of the same answer from which both tell the same.
_TOLD_ALREADY = 0.4
_WORD = re.compile(r"[가-힣]{2,}|[a-zA-Z]{4,}|\d+")
_PLACE = re.compile(r"\{[a-z]+(?::[가-힣]+)?\}")
_LONG_WORD = re.compile(r"[a-z]{4,}")
_KEEPS_CAPITAL = re.compile(r"^(?:I\b|[A-Z]{2,}|[A-Z]\w*[A-Z])")
_TO_THE_CANDIDATE = {"you": "I", "your": "my", "yours": "mine", "yourself": "myself"}
_ADDRESS = re.compile(r"\b(?:you|your|yours|yourself)\b")
# A key point is named in plain words; spoken to an interviewer, they turn humble.
_FAMILIAR = re.compile(r"(?<!\S)(내가|내|나의) ")
_HUMBLE = {"내가": "제가", "내": "제", "나의": "저의"}


@attrs.frozen(kw_only=True)
class FrameSet:
    """Frames for one manner of speaking.

    Attributes:
        manner: What the answer does: told, plan, know, view or self.
        frames: Sentences with a place `{point}` for a noun phrase and a place `{deed}` for what was done.
    """

    manner: str
    frames: tuple[Bilingual, ...]


@functools.cache
def frame_sets() -> tuple[FrameSet, ...]:
    """Return the shipped frames."""
    return read_file("phrases/frames.json", tuple[FrameSet, ...])


@functools.cache
def _folded(did: str) -> str:
    """Return what is shipped as a deed, folded; an answer would be kept for ever."""
    return fold(did)


def choose_deed(
    persona: CandidatePersona,
    request: AnswerRequest,
    point: KeyPoint,
    told: Sequence[Deed],
    story: Story | None,
) -> Deed | None:
    """Choose what a persona did that bears out a key point best and has not been told in this interview.

    Args:
        persona: Who answers.
        request: What is asked.
        point: The key point; one without written sentences is borne out by whatever comes closest.
        told: Deeds that this answer tells already.
        story: The story that this answer tells; a deed out of it would be told twice.

    Returns:
        The deed, or None when the persona did nothing of the kind.
    """
    language = request.language
    narrow = request.kind is QuestionKind.TECHNICAL and point.spoken
    about = {
        theme: strength
        for theme, strength in themes_of(point.point).items()
        if strength >= _STRONG or not narrow or theme in _PLAIN
    }
    asked = {} if point.spoken else themes_of(Bilingual(ko=request.question, en=request.question))
    said = "".join(fold(answer) for answer in (*request.own_answers, request.parent_answer))
    sentences = story.sentences(language) if story else ()
    story_words = frozenset(word for sentence in sentences for word in _WORD.findall(sentence.lower()))
    # Personas who share a set of deeds take every second one each.
    lane = request.lane_of(persona.variant, keyed_number(persona.id))

    def fitness(number: int, deed: Deed) -> tuple[float, bool, int]:
        fit = about.get(deed.theme, 0) + _QUESTION_WEIGHT * asked.get(deed.theme, 0)
        fit *= _BROAD_WEIGHT if deed.theme in _BROAD else 1.0
        draw = keyed_number(persona.id, request.question, point.point.en, request.variation, number)
        return fit, (number + lane) % 2 == 0, draw

    fitting = [
        (fitness(number, deed), number, deed)
        for number, deed in enumerate(deeds_of(persona.variant))
        if (deed.theme in about or not point.spoken)
        and deed not in told
        and _folded(deed.did.spoken_in(language)) not in said
        and not _is_told(deed, story_words, language)
    ]
    return max(fitting)[2] if fitting else None


def framed(request: AnswerRequest, point: str, deed: Deed, index: int, lane: int) -> str:
    """Return a sentence that names a key point and says what the candidate did about it.

    Args:
        request: What is asked.
        point: The key point, a noun phrase in the room's language.
        deed: What the candidate did.
        index: The point's number among the question's points.
        lane: Turns the frames, so that candidates at different places never begin alike.
    """
    language = request.language
    frames = tuple(frame.spoken_in(language) for frame in _frames(request))
    start = (index + lane + keyed_number(request.question, "frame")) % len(frames)
    turned = (*frames[start:], *frames[:start])
    # "The reason why I put the reason first": a word of the point is not said again around it.
    frame = next((frame for frame in turned if not _echoes(frame, point, language)), turned[0])
    words = (
        ("point", _in_the_sentence(point, language)),
        ("deed", deed.did.spoken_in(language)),
    )
    text = fill(frame, words)
    return text[0].upper() + text[1:]


def _echoes(frame: str, point: str, language: Language) -> bool:
    around = _PLACE.sub(" ", frame).lower()
    if language is Language.KO:
        return any(word[:2] in around for word in point.split() if len(word) > 1) or (
            "도 " in point and ":도}" in frame
        )
    return any(word[:5] in around for word in _LONG_WORD.findall(point.lower()))


def _is_told(deed: Deed, story_words: frozenset[str], language: Language) -> bool:
    words = _WORD.findall(f"{deed.did.spoken_in(language)} {deed.outcome.spoken_in(language)}".lower())
    return sum(word in story_words for word in words) >= _TOLD_ALREADY * len(words)


def _frames(request: AnswerRequest) -> tuple[Bilingual, ...]:
    manner = _MANNERS.get(request.kind) or ("told" if asks_for_a_story(request) else "view")
    return next(found.frames for found in frame_sets() if found.manner == manner)


def _in_the_sentence(point: str, language: Language) -> str:
    """Return a point as it stands inside a candidate's sentence."""
    if language is Language.KO:
        return _FAMILIAR.sub(lambda found: _HUMBLE[found[1]] + " ", point)
    mine = _ADDRESS.sub(lambda found: _TO_THE_CANDIDATE[found[0]], point)
    return mine if _KEEPS_CAPITAL.match(mine) else mine[0].lower() + mine[1:]
