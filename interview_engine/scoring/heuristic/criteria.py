"""From a reading to the five criteria: each a continuous quality 0-1 before it becomes a level."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import attrs

from interview_engine.scoring.heuristic.grounding import UNTIED
from interview_engine.scoring.heuristic.lexicon import Cue
from interview_engine.scoring.rubric import Criterion, Level
from interview_engine.vocabulary import QuestionKind

if TYPE_CHECKING:
    from interview_engine.scoring.heuristic.reading import Reading

_CUTS = (0.005, 0.038, 0.185, 0.4)
"""Qualities from which an answer is at level 2, 3, 4 and 5 for a panel member of ordinary severity."""
_SEVEREST_SHIFT = 0.25
"""By which share the strictest panel member raises every cut; nothing at all stays level 1 for anyone."""
_WITHOUT_STORY = frozenset(
    {
        QuestionKind.TECHNICAL,
        QuestionKind.SITUATIONAL,
        QuestionKind.MOTIVATION,
        QuestionKind.CROSS_REFERENCE,
        QuestionKind.CLOSING,
    }
)
"""Kinds of questions that a good answer may meet without telling an experience from start to end."""
_AGREEMENT_RANGE = (0.25, 0.7)
"""Agreement with a reference from which relevance rises, and at which it is full."""
_OFF_TOPIC = 0.4
"""Share of what is told well that counts in an answer to something else."""
_UNFOCUSED, _FOCUSED = 0.6, 0.35
"""Share of credit for sentences none of which is on the topic, and the focus from which credit is full."""
INJECTION_FACTOR = 0.75
"""What an attempt to steer the judge costs: enough that dropping a weak sentence with it can't pay."""


@attrs.frozen(kw_only=True)
class Qualities:
    """The five criteria, 0-1 each."""

    relevance: float
    evidence: float
    structure: float
    reasoning: float
    reflection: float

    def of(self, criterion: Criterion) -> float:
        """Return one criterion's quality, 0-1."""
        match criterion:
            case Criterion.RELEVANCE:
                return self.relevance
            case Criterion.EVIDENCE:
                return self.evidence
            case Criterion.STRUCTURE:
                return self.structure
            case Criterion.REASONING:
                return self.reasoning
            case Criterion.REFLECTION:
                return self.reflection


def qualities(reading: Reading, kind: QuestionKind = QuestionKind.COMMON) -> Qualities:
    """Weigh what was noticed in an answer.

    Counts saturate after two or three sentences, so that neither length nor a list of cue words pays;
    everything is held down by fluency, topic and repetition.

    Args:
        reading: What was noticed.
        kind: Some kinds ask for no story, so they expect fewer figures and stages of one.
    """
    trust = _trust(reading)
    told = trust * (_OFF_TOPIC + (1.0 - _OFF_TOPIC) * _on_topic(reading)) * _focused(reading)
    return Qualities(
        relevance=_unit(trust * _relevance(reading)),
        evidence=_unit(told * _evidence(reading, kind)),
        structure=_unit(told * _structure(reading, kind)),
        reasoning=_unit(told * _reasoning(reading)),
        reflection=_unit(told * _reflection(reading)),
    )


def level_of(quality: float, severity: int) -> Level:
    """Turn a quality into a level.

    Args:
        quality: 0-1.
        severity: -100 (lenient) to 100 (strict); moves each cut by up to a quarter of itself.
    """
    standard = 1.0 + _SEVEREST_SHIFT * max(-100, min(100, severity)) / 100.0
    return Level(1 + sum(quality >= cut * standard for cut in _CUTS))


def overall(of: Qualities) -> float:
    """Return one quality for the whole answer, 0-1: relevance first, then how it is told."""
    told = 0.32 * of.evidence + 0.24 * of.structure + 0.24 * of.reasoning + 0.2 * of.reflection
    return _unit(0.5 * of.relevance + 0.5 * told)


def _trust(reading: Reading) -> float:
    clean = INJECTION_FACTOR if reading.injected else 1.0
    wordy = 0.25 + 0.75 * reading.fluency if reading.sentences else 0.0
    natural = (1.0 - 0.85 * _ramp(reading.borrowed, 0.52, 0.78)) * (
        1.0 - 0.7 * max(_ramp(reading.disorder, 0.2, 0.45), _ramp(-reading.order, 0.012, 0.04))
    )
    return (
        clean
        * wordy
        * natural
        * (0.35 + 0.65 * reading.length)
        * (1.0 - 0.5 * reading.repeated)
        * (1.0 - _ramp(reading.recited, 0.25, 0.6))
    )


def _on_topic(reading: Reading) -> float:
    return max(reading.topicality, min(1.0, 2.0 * reading.coverage.mean))


def _focused(reading: Reading) -> float:
    return _UNFOCUSED + (1.0 - _UNFOCUSED) * min(1.0, reading.focus / _FOCUSED)


def _relevance(reading: Reading) -> float:
    parts = []
    if reading.coverage.degrees:
        close = _ramp(reading.closeness, 0.05, 0.5)
        parts.append(0.72 * reading.coverage.mean + 0.18 * close + 0.1 * reading.topicality)
    if reading.agreed is not None:
        parts.append(_ramp(reading.agreed, *_AGREEMENT_RANGE))
    if parts:
        return max(parts)
    close = _ramp(reading.closeness, 0.05, 0.35)
    # Without key points only the question's own words can tell whether an answer is about it.
    return 0.25 + 0.45 * reading.topicality + 0.15 * reading.length + 0.15 * close


def _evidence(reading: Reading, kind: QuestionKind) -> float:
    figures = _saturate(reading.count(Cue.FIGURE), 1 if kind in _WITHOUT_STORY else 2)
    own = _saturate(reading.count(Cue.OWN_PART), 3)
    acted = _saturate(reading.count(Cue.ACTION), 3)
    results = _saturate(reading.count(Cue.RESULT), 2)
    return (0.3 * figures + 0.2 * own + 0.25 * acted + 0.25 * results) * (1.0 - 0.6 * reading.vague)


def _structure(reading: Reading, kind: QuestionKind) -> float:
    stages = _saturate(
        sum(reading.shows(cue) for cue in (Cue.SITUATION, Cue.TASK, Cue.ACTION, Cue.RESULT)),
        3 if kind in _WITHOUT_STORY else 4,
    )
    ordered = _saturate(reading.count(Cue.ORDER), 2)
    tied = math.fsum(sentence.tie for sentence in reading.sentences if sentence.tie > UNTIED)
    # A remark or two beside the topic belong to speech; beside more that is on it they add nothing.
    aside = 0.5 * min(3, sum(sentence.tie > 0.0 for sentence in reading.sentences))
    developed = min(1.0, max(tied, aside) / 4.0)
    return (0.45 * stages + 0.25 * ordered + 0.3 * developed) * (1.0 - 0.4 * reading.vague)


def _reasoning(reading: Reading) -> float:
    reasons = _saturate(reading.count(Cue.REASON), 2)
    causes = _saturate(reading.count(Cue.CAUSE), 2)
    weighed = _saturate(reading.count(Cue.ALTERNATIVE), 2)
    limits = _saturate(reading.count(Cue.LIMIT), 1)
    return (0.35 * reasons + 0.25 * causes + 0.22 * weighed + 0.18 * limits) * (1.0 - 0.3 * reading.vague)


def _reflection(reading: Reading) -> float:
    lessons = _saturate(reading.count(Cue.LESSON), 1)
    applied = _saturate(reading.count(Cue.APPLIED), 1)
    gives = _saturate(reading.count(Cue.CONTRIBUTION), 2)
    return (0.45 * lessons + 0.3 * applied + 0.25 * gives) * (1.0 - 0.3 * reading.vague)


def _saturate(count: float, enough: int) -> float:
    return min(1.0, count / enough)


def _ramp(value: float, low: float, high: float) -> float:
    return _unit((value - low) / (high - low))


def _unit(value: float) -> float:
    return min(1.0, max(0.0, value))
