"""One pass over an answer: everything that the heuristic judge's criteria are computed from."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import attrs

from interview_engine.scoring.heuristic.agreement import agreement
from interview_engine.scoring.heuristic.coverage import Coverage, cover, outline
from interview_engine.scoring.heuristic.hostile import spoken_part
from interview_engine.scoring.heuristic.lexicon import CUES, Cue
from interview_engine.scoring.heuristic.speech import borrowed, disorder, fluency
from interview_engine.scoring.heuristic.wording import character_grams, content_stems, cosine
from interview_engine.scoring.plain_text import plain_text
from interview_engine.vocabulary import Language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from interview_engine.scoring.heuristic.coverage import Outline

_SATURATION = {Language.KO: 120, Language.EN: 240}
"""Characters from which an answer is long enough: more of them earn nothing."""
_GRAM_SIZE = {Language.KO: 2, Language.EN: 4}
_WHOLE_SENTENCE = 3
"""Tokens from which a sentence can show something by its cues."""
_ECHO = 0.8
"""Share of a sentence's content words from the question above which it only repeats the question."""


@attrs.frozen(kw_only=True)
class Sentence:
    """A sentence with what was noticed in it."""

    text: str
    roots: tuple[str, ...]
    stems: frozenset[str]
    cues: frozenset[Cue]


@attrs.frozen(kw_only=True)
class Reading:
    """What an answer shows; shares and degrees are 0-1.

    Attributes:
        sentences: Distinct sentences that answer rather than repeat the question.
        coverage: The key points found in them.
        closeness: Cosine of character n-grams with the key points and the reference.
        topicality: Share of the question's and key points' vocabulary that the answer touches, saturated.
        length: Saturating length.
        fluency: How far the words form clauses; a bag of words has none.
        disorder: Share of words that stand where grammar doesn't put them.
        borrowed: Share of content words that come from the question and the key points.
        repeated: Share of sentences that repeat another.
        echoed: Share of sentences that repeat the question.
        vague: Share of sentences with hedges and empty phrases.
        injected: True when spans that talk to the judge were dropped.
        agreed: Agreement with the reference; None without a reference.
    """

    sentences: tuple[Sentence, ...]
    coverage: Coverage
    closeness: float
    topicality: float
    length: float
    fluency: float
    disorder: float
    borrowed: float
    repeated: float
    echoed: float
    vague: float
    injected: bool
    agreed: float | None

    def count(self, cue: Cue) -> int:
        """Return how many sentences show a cue."""
        return sum(cue in sentence.cues for sentence in self.sentences)


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
    kept, repeated, echoed = _worth_reading(part.sentences, plan, language)
    text = " ".join(sentence.text for sentence in kept)
    stems = [root for sentence in kept for root in sentence.roots]
    total = max(1, len(part.sentences))
    wanted = " ".join((*key_points, reference)) or question
    vague = sum(Cue.VAGUE in sentence.cues for sentence in kept)
    return Reading(
        sentences=tuple(kept),
        coverage=cover(plan, [sentence.stems for sentence in kept]),
        closeness=cosine(
            character_grams(text, _GRAM_SIZE[language]), _reference_grams(wanted, _GRAM_SIZE[language])
        ),
        topicality=_topicality(plan, kept, reference),
        length=min(1.0, len(text) / _SATURATION[language]),
        fluency=fluency(text, language),
        disorder=disorder(text, language),
        borrowed=borrowed(stems, _vocabulary(plan)),
        repeated=repeated / total,
        echoed=echoed / total,
        vague=vague / max(1, len(kept)),
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
            kept.append(Sentence(text=text, roots=roots, stems=stems, cues=_cues(text, language)))
        seen.add(stems)
    return kept, repeated, echoed


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


def _topicality(plan: Outline, sentences: list[Sentence], reference: str) -> float:
    wanted = set(_vocabulary(plan))
    if reference:
        wanted |= set(content_stems(plain_text(reference)))
    spoken = {root for sentence in sentences for root in sentence.stems}
    if not wanted:
        return 1.0
    return min(1.0, len(wanted & spoken) / min(6.0, max(1.0, 0.3 * len(wanted))))
