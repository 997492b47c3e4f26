"""One pass over an answer: everything that the heuristic judge's criteria are computed from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from interview_engine.scoring.heuristic.coverage import Coverage, cover, outline
from interview_engine.scoring.heuristic.hostile import spoken_part
from interview_engine.scoring.heuristic.lexicon import CUES, FINITE, Cue
from interview_engine.scoring.heuristic.wording import STOP_WORDS, character_grams, content_stems, cosine, tokens
from interview_engine.scoring.plain_text import plain_text
from interview_engine.vocabulary import Language

if TYPE_CHECKING:
    from interview_engine.scoring.heuristic.coverage import Outline

_SATURATION = {Language.KO: 120, Language.EN: 240}
"""Characters from which an answer is long enough: more of them earn nothing."""
_GRAM_SIZE = {Language.KO: 2, Language.EN: 4}
_TOKENS_PER_CLAUSE = {Language.KO: 16.0, Language.EN: 9.0}
_WHOLE_SENTENCE = 3
"""Tokens from which a sentence can show something by its cues."""
_ECHO = 0.8
"""Share of a sentence's content words from the question above which it only repeats the question."""


@attrs.frozen(kw_only=True)
class Sentence:
    """A sentence with what was noticed in it."""

    text: str
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
        repeated: Share of sentences that repeat another.
        echoed: Share of sentences that repeat the question.
        vague: Share of sentences with hedges and empty phrases.
        injected: True when spans that talk to the judge were dropped.
    """

    sentences: tuple[Sentence, ...]
    coverage: Coverage
    closeness: float
    topicality: float
    length: float
    fluency: float
    repeated: float
    echoed: float
    vague: float
    injected: bool

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
        fluency=_fluency(text, language),
        repeated=repeated / total,
        echoed=echoed / total,
        vague=vague / max(1, len(kept)),
        injected=part.injected,
    )


def _worth_reading(
    sentences: tuple[str, ...], plan: Outline, language: Language
) -> tuple[list[Sentence], int, int]:
    kept: list[Sentence] = []
    seen: set[frozenset[str]] = set()
    repeated = echoed = 0
    for text in sentences:
        stems = frozenset(content_stems(text))
        if stems and stems in seen:
            repeated += 1
        elif _is_echo(stems, plan):
            echoed += 1
        else:
            kept.append(Sentence(text=text, stems=stems, cues=_cues(text, language)))
        seen.add(stems)
    return kept, repeated, echoed


def _is_echo(stems: frozenset[str], plan: Outline) -> bool:
    return len(stems) > 1 and len(stems & plan.asked) >= _ECHO * len(stems)


def _cues(text: str, language: Language) -> frozenset[Cue]:
    if len(text.split()) < _WHOLE_SENTENCE:
        return frozenset()
    lowered = text.lower()
    return frozenset(cue for cue, pattern in CUES[language].items() if pattern.search(lowered))


def _reference_grams(text: str, size: int) -> dict[str, int]:
    return character_grams(plain_text(text), size)


def _topicality(plan: Outline, sentences: list[Sentence], reference: str) -> float:
    wanted = {root for point in plan.points for root, _ in point} | plan.asked
    if reference:
        wanted |= set(content_stems(plain_text(reference)))
    spoken = {root for sentence in sentences for root in sentence.stems}
    if not wanted:
        return 1.0
    return min(1.0, len(wanted & spoken) / min(6.0, max(1.0, 0.3 * len(wanted))))


def _fluency(text: str, language: Language) -> float:
    words = tokens(text)
    if not words:
        return 0.0
    clauses = len(FINITE[language].findall(text.lower()))
    fluent = min(1.0, clauses * _TOKENS_PER_CLAUSE[language] / len(words))
    if language is Language.EN:
        glue = sum(word in STOP_WORDS for word in words) / len(words)
        fluent *= min(1.0, glue / 0.3)
    return fluent
