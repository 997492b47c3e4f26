"""The offline judge: levels with verbatim quotes for any question with key points or a reference answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from interview_engine.scoring.anchors import anchor
from interview_engine.scoring.evaluation import CriterionEvidence, Evaluation
from interview_engine.scoring.heuristic.agreement import agreement
from interview_engine.scoring.heuristic.coverage import COVERED
from interview_engine.scoring.heuristic.criteria import Qualities, level_of, overall, qualities
from interview_engine.scoring.heuristic.lexicon import Cue
from interview_engine.scoring.heuristic.reading import Reading, read
from interview_engine.scoring.rubric import Criterion
from interview_engine.scoring.verification import TWO_LETTERS
from interview_engine.vocabulary import Language, QuestionKind

if TYPE_CHECKING:
    from interview_engine.ids import JudgeId, TurnId

HEURISTIC_FAMILY = "heuristic"
"""The model family that this judge's evaluations and comparisons carry."""

_LONGEST_QUOTE = 160
_SHUFFLED = -0.03
"""Order of words, in nats for each pair, below which a text is taken for a bag of words."""
_TELLING: dict[Criterion, tuple[Cue, ...]] = {
    Criterion.EVIDENCE: (Cue.FIGURE, Cue.RESULT, Cue.OWN_PART, Cue.ACTION),
    Criterion.STRUCTURE: (Cue.ORDER, Cue.SITUATION, Cue.TASK),
    Criterion.REASONING: (Cue.REASON, Cue.CAUSE, Cue.ALTERNATIVE, Cue.LIMIT),
    Criterion.REFLECTION: (Cue.LESSON, Cue.APPLIED, Cue.CONTRIBUTION),
}


@attrs.frozen(kw_only=True)
class HeuristicJudge:
    """A judge without a model: fast, deterministic, the same on every machine.

    It reads wording, not truth: it can't tell a correct explanation from a fluent wrong one.

    Attributes:
        severity: -100 (lenient) to 100 (strict); shifts the level cuts, not the continuous quality.
    """

    severity: int = attrs.field(default=0, kw_only=False)

    def evaluate(
        self,
        *,
        turn_id: TurnId,
        judge_id: JudgeId,
        question: str,
        key_points: tuple[str, ...],
        answer: str,
        language: Language,
        kind: QuestionKind = QuestionKind.COMMON,
        reference: str = "",
    ) -> Evaluation:
        """Level one answer on the five criteria.

        Args:
            turn_id: The answer's turn.
            judge_id: Who this opinion is.
            question: The question as it was asked.
            key_points: What a good answer covers; may be empty.
            answer: The raw answer.
            language: The language of cues and reasons.
            kind: What the question is for.
            reference: A model answer, when there is one.

        Returns:
            Evidence for all criteria; every quote is verbatim in the answer after `plain_text`.
        """
        reading = read(question, key_points, reference, answer, language)
        found = qualities(reading, kind)
        return Evaluation(
            turn_id=turn_id,
            judge_id=judge_id,
            family=HEURISTIC_FAMILY,
            evidence=tuple(self._evidence(criterion, found, reading, language) for criterion in Criterion),
            missed_points=tuple(
                index for index, degree in enumerate(reading.coverage.degrees) if degree < COVERED
            ),
            flags=_flags(reading),
        )

    def score(
        self,
        question: str,
        key_points_or_reference: tuple[str, ...] | str,
        answer: str,
        language: Language,
        kind: QuestionKind = QuestionKind.COMMON,
    ) -> float:
        """Return the continuous quality of an answer.

        Key points ask for an interview answer (coverage and how it is told); a single reference text
        asks for a short factual answer (agreement with the reference).

        Args:
            question: The question as it was asked.
            key_points_or_reference: The key points, or one reference answer.
            answer: The raw answer.
            language: The language of the cues.
            kind: What the question is for; a reference asks for facts, whatever the kind.

        Returns:
            0-1, six decimals.
        """
        if isinstance(key_points_or_reference, str):
            return round(agreement(question, key_points_or_reference, answer, language), 6)
        reading = read(question, key_points_or_reference, "", answer, language)
        return round(overall(qualities(reading, kind)), 6)

    def _evidence(
        self, criterion: Criterion, found: Qualities, reading: Reading, language: Language
    ) -> CriterionEvidence:
        level = level_of(found.of(criterion), self.severity)
        return CriterionEvidence(
            criterion=criterion,
            level=level,
            quote=_quote(criterion, reading),
            reason=anchor(criterion, level, language),
        )


def _quote(criterion: Criterion, reading: Reading) -> str:
    """Choose the sentence that shows the criterion best; the earlier one of equals."""
    if not reading.sentences:
        return ""
    if criterion is Criterion.RELEVANCE:
        strength = [0.0] * len(reading.sentences)
        for degree, place in zip(reading.coverage.degrees, reading.coverage.places, strict=True):
            if place >= 0:
                strength[place] += degree
    else:
        telling = _TELLING[criterion]
        strength = [float(sum(cue in sentence.cues for cue in telling)) for sentence in reading.sentences]
    best = max(range(len(strength)), key=lambda index: (strength[index], -index))
    return _shortened(reading.sentences[best].text)


def _shortened(sentence: str) -> str:
    if TWO_LETTERS.search(sentence) is None:
        return ""
    if len(sentence) <= _LONGEST_QUOTE:
        return sentence
    head = sentence[:_LONGEST_QUOTE]
    return head.rsplit(" ", 1)[0]


def _flags(reading: Reading) -> tuple[str, ...]:
    covered = reading.coverage.mean
    flags = []
    if reading.echoed > 0.5:
        flags.append("echo")
    if reading.injected:
        flags.append("injection")
    if (
        reading.topicality < 0.2
        and covered < 0.1
        and reading.closeness < 0.15
        and not (reading.agreed or 0.0) > 0.3
    ):
        flags.append("off_topic")
    if reading.repeated >= 0.25:
        flags.append("repetition")
    wordless = reading.fluency < 0.3 and (covered >= 0.3 or reading.length >= 0.5)
    if (
        wordless
        or reading.borrowed > 0.65
        or reading.disorder > 0.4
        or reading.order < _SHUFFLED
        or reading.recited >= 0.3
    ):
        flags.append("stuffing")
    if reading.length < 0.35:
        flags.append("too_short")
    return tuple(flags)
