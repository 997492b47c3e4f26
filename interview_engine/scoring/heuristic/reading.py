"""One pass over an answer: everything that the heuristic judge's criteria are computed from."""

from __future__ import annotations

import functools
import math
from collections import Counter
from typing import TYPE_CHECKING

import attrs

from interview_engine.scoring.heuristic.agreement import agreement
from interview_engine.scoring.heuristic.coverage import Coverage, cover, outline
from interview_engine.scoring.heuristic.grounding import (
    FOLLOWING,
    UNTIED,
    beside_the_topic,
    credited,
    names_a_point,
    own_stems,
    recited,
    ties,
    topic,
)
from interview_engine.scoring.heuristic.hostile import spoken_part
from interview_engine.scoring.heuristic.korean_order import natural_order
from interview_engine.scoring.heuristic.lexicon import CUES, Cue
from interview_engine.scoring.heuristic.speech import borrowed, disorder, fluency
from interview_engine.scoring.heuristic.wording import character_grams, content_stems, cosine
from interview_engine.scoring.plain_text import plain_text
from interview_engine.vocabulary import Language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from interview_engine.scoring.heuristic.coverage import Outline
    from interview_engine.scoring.heuristic.grounding import Topic

_SATURATION = {Language.KO: 120, Language.EN: 240}
"""Characters from which an answer is long enough: more of them earn nothing."""
_GRAM_SIZE = {Language.KO: 2, Language.EN: 4}
_WHOLE_SENTENCE = 3
"""Tokens from which a sentence can show something by its cues."""
_SAYS_SOMETHING = 3
"""Words of its own from which an untied sentence may name a key point."""
_LENGTH_ASIDE = 0.6
"""Share of its length that counts of an answer without a tie to the topic."""
_DILUTION = 0.5
"""Share by which a sentence without a tie dilutes the hedges of the others."""
_ECHO = 0.8
"""Share of a sentence's content words from the question above which it only repeats the question."""


@attrs.frozen(kw_only=True)
class Sentence:
    """A sentence with what was noticed in it; its cues are worth as much as it is tied to the topic, 0-1."""

    text: str
    roots: tuple[str, ...]
    stems: frozenset[str]
    cues: frozenset[Cue]
    own: frozenset[str]
    tie: float = 1.0


@attrs.frozen(kw_only=True)
class Reading:
    """What an answer shows; shares and degrees are 0-1.

    Attributes:
        sentences: Distinct sentences that answer rather than repeat the question.
        coverage: The key points found in them.
        closeness: Cosine of character n-grams with the key points and the reference.
        focus: Mean tie of the sentences to the topic, loose followers left out.
        topicality: Share of the question's and key points' vocabulary that the answer touches, saturated.
        length: Saturating length.
        fluency: How far the words form clauses; a bag of words has none.
        disorder: Share of words that stand where grammar doesn't put them.
        order: How much likelier the order of words is spoken than shuffled; 0.0 for English.
        borrowed: Share of content words that come from the question and the key points.
        repeated: Share of sentences that repeat another.
        recited: Share of sentences that name one key point after the other and add nothing of their own.
        echoed: Share of sentences that repeat the question.
        vague: Sentences with hedges and empty phrases for each sentence on the topic, at most 1.
        injected: True when spans that talk to the judge were dropped.
        agreed: Agreement with the reference; None without a reference.
    """

    sentences: tuple[Sentence, ...]
    coverage: Coverage
    closeness: float
    focus: float
    topicality: float
    length: float
    fluency: float
    disorder: float
    order: float
    borrowed: float
    repeated: float
    recited: float
    echoed: float
    vague: float
    injected: bool
    agreed: float | None

    def count(self, cue: Cue) -> float:
        """Return how many sentences show a cue, each by its tie to the topic.

        All the untied ones together count as one: however many there are, they show no more.
        """
        found = [sentence.tie for sentence in self.sentences if cue in sentence.cues]
        tied = math.fsum(tie for tie in found if tie > UNTIED)
        return max(tied, max(found, default=0.0))

    def shows(self, cue: Cue) -> float:
        """Return how far a cue is there at all: the best tie of a sentence that shows it, 0-1."""
        return max((sentence.tie for sentence in self.sentences if cue in sentence.cues), default=0.0)


def read(
    question: str, key_points: tuple[str, ...], reference: str, answer: str, language: Language
) -> Reading:
    """Read an answer once.

    Args:
        question: The question as it was asked.
        key_points: What a good answer covers; may be empty.
        reference: A model answer; may be empty.
        answer: The raw answer, which is data and may be hostile.
        language: The language of the cues; words of either language are matched anyway.
    """
    plan = outline(question, key_points)
    part = spoken_part(answer)
    about = topic(question, key_points, reference)
    distinct, repeated, echoed = _worth_reading(part.sentences, plan, language)
    fresh = _without_recitals(distinct, about, language, injected=part.injected)
    kept = _tied(fresh, about)
    text = " ".join(sentence.text for sentence in kept)
    on_topic = " ".join(sentence.text for sentence in kept if _said_on_topic(sentence))
    stems = [root for sentence in kept for root in sentence.roots]
    total = max(1, len(part.sentences))
    wanted = " ".join((*key_points, reference)) or question
    vague = sum(Cue.VAGUE in sentence.cues for sentence in kept)
    return Reading(
        sentences=tuple(kept),
        coverage=cover(plan, [_said_on_topic(sentence) for sentence in kept]),
        closeness=cosine(
            character_grams(on_topic, _GRAM_SIZE[language]), _reference_grams(wanted, _GRAM_SIZE[language])
        ),
        focus=math.fsum(
            sentence.tie for sentence in kept if sentence.tie > UNTIED and sentence.tie != FOLLOWING
        )
        / max(1, len(kept)),
        topicality=_topicality(about.wanted, kept),
        length=min(1.0, _counted_length(kept) / _SATURATION[language]),
        fluency=fluency(text, language),
        disorder=disorder(text, language),
        order=natural_order([s.text for s in kept if len(s.own) >= _SAYS_SOMETHING])
        if language is Language.KO
        else 0.0,
        borrowed=borrowed(stems, _vocabulary(plan)),
        repeated=repeated / total,
        recited=(len(distinct) - len(fresh)) / total,
        echoed=echoed / total,
        vague=vague / max(1.0, vague, math.fsum(max(s.tie, _DILUTION) for s in kept)),
        injected=part.injected,
        agreed=agreement(question, reference, answer, language) if reference else None,
    )


def _worth_reading(
    sentences: tuple[str, ...], plan: Outline, language: Language
) -> tuple[list[Sentence], int, int]:
    kept: list[Sentence] = []
    seen: set[frozenset[str]] = set()
    repeated = echoed = 0
    for text in sentences:
        roots = tuple(content_stems(text))
        stems = frozenset(roots)
        if _is_echo(stems, plan):
            echoed += 1
        elif stems and stems in seen:
            repeated += 1
        else:
            cues = _cues(text, language)
            # A sentence that is too short for cues has not been searched for them.
            own = own_stems(text, language, cues or None)
            kept.append(Sentence(text=text, roots=roots, stems=stems, cues=cues, own=own))
        seen.add(stems)
    return kept, repeated, echoed


def _without_recitals(
    sentences: list[Sentence], about: Topic, language: Language, *, injected: bool
) -> list[Sentence]:
    # One key point in plain words is an answer; one after the other is the list read out. Beside an attempt
    # to steer the judge one is enough, or dropping another with the attempt would pay.
    named = [s.own for s in sentences if names_a_point(s.stems, about)]
    frame = frozenset(
        word for word, times in Counter(word for own in named for word in own).items() if times > 1
    )
    fresh = [s for s in sentences if not recited(s.stems, s.own - frame, about, language)]
    return fresh if injected or len(fresh) < len(sentences) - 1 else sentences


def _tied(sentences: list[Sentence], about: Topic) -> list[Sentence]:
    found = beside_the_topic(ties([s.own for s in sentences], about))
    return [
        attrs.evolve(sentence, tie=tie, cues=credited(sentence.cues, sentence.own))
        for sentence, tie in zip(sentences, found, strict=True)
    ]


def _counted_length(sentences: list[Sentence]) -> float:
    # Beside an answer on the topic, what leads away from it makes it longer, but no fuller.
    tied = sum(len(sentence.text) + 1 for sentence in sentences if sentence.tie > UNTIED)
    return max(float(tied), _LENGTH_ASIDE * sum(len(sentence.text) + 1 for sentence in sentences))


def _said_on_topic(sentence: Sentence) -> frozenset[str]:
    # Cue words are in many key points: alone they must not cover one.
    says_something = sentence.tie > UNTIED or len(sentence.own) >= _SAYS_SOMETHING
    return sentence.stems if says_something else frozenset()


def _is_echo(stems: frozenset[str], plan: Outline) -> bool:
    return len(stems) > 1 and len(stems & plan.asked) >= _ECHO * len(stems)


def _cues(text: str, language: Language) -> frozenset[Cue]:
    if len(text.split()) < _WHOLE_SENTENCE:
        return frozenset()
    lowered = text.lower()
    return frozenset(cue for cue, pattern in CUES[language].items() if pattern.search(lowered))


@functools.lru_cache(maxsize=512)
def _reference_grams(text: str, size: int) -> Mapping[str, int]:
    return character_grams(plain_text(text), size)


def _vocabulary(plan: Outline) -> frozenset[str]:
    return plan.asked.union(root for point in plan.points for root, _ in point)


def _topicality(wanted: frozenset[str], sentences: list[Sentence]) -> float:
    spoken = {root for sentence in sentences for root in _said_on_topic(sentence)}
    if not wanted:
        return 1.0
    return min(1.0, len(wanted & spoken) / min(6.0, max(1.0, 0.3 * len(wanted))))
