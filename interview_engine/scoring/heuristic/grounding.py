"""Which sentences may show something by their cues: cue words alone, or about anything, show little."""

from __future__ import annotations

import functools
import math
import re
from typing import TYPE_CHECKING

import attrs

from interview_engine.scoring.heuristic.everyday_stems import EVERYDAY_STEMS
from interview_engine.scoring.heuristic.generic_words import GENERIC_STEMS
from interview_engine.scoring.heuristic.lexicon import CUES, Cue
from interview_engine.scoring.heuristic.wording import content_stems, kinship
from interview_engine.scoring.plain_text import plain_text
from interview_engine.vocabulary import Language

if TYPE_CHECKING:
    from collections.abc import Sequence

TIED, LOOSELY_TIED, FOLLOWING, UNTIED = 1.0, 0.8, 0.65, 0.15
"""What cues are worth in a sentence tied by a telling word, by an everyday word, by a neighbour, by none."""
_FEWEST_OWN_WORDS = {Language.KO: 3, Language.EN: 2}
"""Words of its own from which a sentence says something beside the key point that it names.

Korean adverbs and verbs have too many forms to be left out as everyday words.
"""
_ENOUGH_ON_TOPIC = 1.0
"""Sure ties beside which untied sentences show nothing, and ties by one everyday word count half."""
_CHANCE = 0.5
"""Share that a tie by one everyday word loses there."""
_LOOSE_WORDS = 2
"""Words of its own that a sentence needs for a tie by one everyday word."""
_STORY_WORDS = 5
"""Words of its own from which an untied sentence has all the credit that one can have."""
_RECITED = 0.9
"""Share of a key point's stems in one sentence from which the sentence says it in the paper's words."""
_LIGHT_VERBS = re.compile(r"^(?:있|없|같|다르|다른|달라|달랐|되|됐|돼|않|못|좋|많|크|컸|싶|주|드리|말씀)")
"""Korean stems that say only that something is, becomes, differs or is done: no content of their own."""
_SURE = 0.8
"""Kinship from which two stems are taken for one word."""
# What happened is told in content words; the other cues are marked by words that fit any topic.
_TOLD_IN_CONTENT = frozenset({Cue.ACTION, Cue.SITUATION})
_RAREST_FIRST = (
    Cue.LESSON,
    Cue.ALTERNATIVE,
    Cue.FIGURE,
    Cue.RESULT,
    Cue.REASON,
    Cue.CAUSE,
    Cue.APPLIED,
    Cue.LIMIT,
    Cue.ACTION,
    Cue.ORDER,
    Cue.OWN_PART,
    Cue.TASK,
    Cue.SITUATION,
    Cue.CONTRIBUTION,
)


@attrs.frozen(kw_only=True)
class Topic:
    """What a question is about, in stems.

    Attributes:
        wanted: Stems of the question, its key points and the reference, words that fit any answer left out.
        points: The stems of each key point.
    """

    wanted: frozenset[str]
    points: tuple[frozenset[str], ...]


@functools.lru_cache(maxsize=512)
def topic(question: str, key_points: tuple[str, ...], reference: str) -> Topic:
    """Prepare what a question is about; pure, so it is remembered."""
    texts = (question, *key_points, reference)
    stems = (root for text in texts for root in content_stems(plain_text(text)))
    return Topic(
        wanted=frozenset(root for root in stems if root not in GENERIC_STEMS and not root[0].isdigit()),
        points=tuple(frozenset(content_stems(plain_text(point))) for point in key_points),
    )


def own_stems(text: str, language: Language, cues: frozenset[Cue] | None = None) -> frozenset[str]:
    """Return the stems of a sentence's content words that are no number, no part of a cue and not generic.

    Args:
        text: Folded text of one sentence.
        language: The language of the cues.
        cues: The cues that are known to be in it; None: look for all.
    """
    lowered = text.lower()
    masked = list(lowered)
    patterns = CUES[language]
    for cue in patterns if cues is None else cues:
        if cue in _TOLD_IN_CONTENT:
            continue
        for found in patterns[cue].finditer(lowered):
            start, end = found.span()
            # A cue is part of a word: the whole word goes.
            while start > 0 and lowered[start - 1].isalnum():
                start -= 1
            while end < len(lowered) and lowered[end].isalnum():
                end += 1
            masked[start:end] = " " * (end - start)
    return frozenset(
        root
        for root in content_stems("".join(masked))
        if not root[0].isdigit()
        and root not in GENERIC_STEMS
        and len(root) > 1
        and _LIGHT_VERBS.match(root) is None
    )


def ties(own: Sequence[frozenset[str]], about: Topic) -> tuple[float, ...]:
    """Return for each sentence how far it is tied to the topic, 0-1, wherever it stands.

    A sentence is tied by words that it shares with the question and its key points; it follows when it
    shares a telling word with a surely tied one. A sentence without words of its own is tied to nothing,
    because cue words fit any topic.

    Args:
        own: The words of its own of each sentence.
        about: The topic; an empty one ties every sentence with own words.
    """
    found = [_tie(mine, about.wanted) for mine in own]
    telling = [mine - EVERYDAY_STEMS for mine in own]
    tied = frozenset[str]().union(*(mine for mine, tie in zip(telling, found, strict=True) if tie == TIED))
    return tuple(
        max(tie, FOLLOWING) if mine & tied else tie for tie, mine in zip(found, telling, strict=True)
    )


def beside_the_topic(found: Sequence[float]) -> tuple[float, ...]:
    """Return the ties of an answer's sentences with what is beside the topic weighed against what is on it.

    In an answer that says nothing on the topic in the paper's words, a story may still show something;
    beside an answer that does, it is something else, however well it is told. A tie by one everyday word is
    worth half as much there, because it may be chance.

    Args:
        found: How far each sentence is tied.
    """
    on_topic = math.fsum(tie for tie in found if tie >= LOOSELY_TIED)
    sure = min(1.0, sum(tie == TIED for tie in found) / _ENOUGH_ON_TOPIC)
    untied = max(0.0, 1.0 - on_topic / _ENOUGH_ON_TOPIC)
    loose = 1.0 - _CHANCE * sure
    return tuple(
        tie * untied if tie <= UNTIED else tie * loose if tie == LOOSELY_TIED else tie for tie in found
    )


def credited(cues: frozenset[Cue], own: frozenset[str]) -> frozenset[Cue]:
    """Return the cues that a sentence is credited with: no more than it has words of its own.

    A hedge always stays, for it costs.

    Args:
        cues: What was noticed in the sentence.
        own: Its own words.
    """
    # The rarer kinds come first: a crowded sentence keeps what sets it apart.
    earned = [cue for cue in _RAREST_FIRST if cue in cues][: len(own)]
    return frozenset(earned) | (cues & {Cue.VAGUE})


def recited(stems: frozenset[str], own: frozenset[str], about: Topic, language: Language) -> bool:
    """Return whether a sentence names a key point in the paper's words and adds next to nothing of its own.

    Args:
        stems: All stems of the sentence.
        own: Its own words.
        about: The topic.
        language: The language of the answer.
    """
    point = _named(stems, about)
    return point is not None and len(own - point - EVERYDAY_STEMS) < _FEWEST_OWN_WORDS[language]


def names_a_point(stems: frozenset[str], about: Topic) -> bool:
    """Return whether a sentence names a key point in the paper's words, whatever else it says."""
    return _named(stems, about) is not None


def _named(stems: frozenset[str], about: Topic) -> frozenset[str] | None:
    return next(
        (point for point in about.points if point and len(point & stems) >= _RECITED * len(point)), None
    )


def _tie(own: frozenset[str], wanted: frozenset[str]) -> float:
    if not own:
        return 0.0
    if not wanted:
        return TIED
    # A few words about something else are a remark; a story needs more.
    untied = UNTIED * min(1.0, len(own) / _STORY_WORDS)
    shared = [word for word in own if _is_among(word, wanted)]
    if len(shared) >= 2 or any(word not in EVERYDAY_STEMS for word in shared):
        return TIED
    return LOOSELY_TIED if shared and len(own) >= _LOOSE_WORDS else untied


def _is_among(word: str, wanted: frozenset[str]) -> bool:
    if word in wanted:
        return True
    return any((root[0] == word[0] or root in word) and kinship(root, word) >= _SURE for root in wanted)
