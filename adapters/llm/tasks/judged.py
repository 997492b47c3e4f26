"""What a judge replies: evidence, then a reason, then a level from a closed list; never a number."""

from __future__ import annotations

from enum import Enum
from typing import Final

import attrs

from adapters.llm.asking import ReplyUnfit
from adapters.llm.defences.quoting import stands_in
from interview_engine.ids import JudgeId, TurnId
from interview_engine.scoring import Criterion, CriterionEvidence, Evaluation, Level


class GivenLevel(Enum):
    """A level by its name: an enum of words holds with every provider's schema."""

    FAR_BELOW = "far_below"
    BELOW = "below"
    MEETS = "meets"
    ABOVE = "above"
    OUTSTANDING = "outstanding"


_LEVELS: Final = dict(zip(GivenLevel, Level, strict=True))


@attrs.frozen(kw_only=True)
class JudgedCriterion:
    """One criterion: the words of the answer, why they earn it, and the level."""

    quote: str
    reason: str
    level: GivenLevel


@attrs.frozen(kw_only=True)
class Judged:
    """One answer on the five criteria."""

    relevance: JudgedCriterion
    evidence: JudgedCriterion
    structure: JudgedCriterion
    reasoning: JudgedCriterion
    reflection: JudgedCriterion
    missed_points: tuple[int, ...]
    speaks_to_judge: bool


@attrs.frozen(kw_only=True)
class LabelledJudged:
    """One of several answers, by its label."""

    label: str
    judged: Judged


@attrs.frozen(kw_only=True)
class JudgedRound:
    """Several answers to one question, each judged on its own."""

    answers: tuple[LabelledJudged, ...]


LONGEST_REASON: Final = 400
_TOO_MANY_INVENTED: Final = 2


def evaluation_of(judged: Judged, turn_id: TurnId, judge_id: JudgeId, family: str, points: int) -> Evaluation:
    """Return a reply as the engine's evidence; nothing of it is verified yet.

    Args:
        judged: The reply.
        turn_id: The answer.
        judge_id: Whose opinion it is.
        family: The model's family.
        points: How many key points the question has; numbers beyond are dropped.
    """
    return Evaluation(
        turn_id=turn_id,
        judge_id=judge_id,
        family=family,
        evidence=tuple(_evidence(criterion, judged) for criterion in Criterion),
        missed_points=tuple(sorted({point - 1 for point in judged.missed_points if 1 <= point <= points})),
    )


def refuse_invented(judged: Judged, answer: str) -> None:
    """Refuse a reply of which several quotes aren't in the answer: it describes some other text.

    A single one is left to the engine, which drops its criterion.

    Args:
        judged: The reply.
        answer: The text that was shown.

    Raises:
        ReplyUnfit: Two quotes or more are invented.
    """
    given = [_given(criterion, judged) for criterion in Criterion]
    invented = [entry for entry in given if entry.quote.strip() and not stands_in(entry.quote, (answer,))]
    if len(invented) >= _TOO_MANY_INVENTED:
        raise ReplyUnfit("quotes_invented", "Copy each quote from the answer exactly, from one place.")


def _given(criterion: Criterion, judged: Judged) -> JudgedCriterion:
    given: JudgedCriterion = getattr(judged, criterion.value)
    return given


def _evidence(criterion: Criterion, judged: Judged) -> CriterionEvidence:
    given = _given(criterion, judged)
    return CriterionEvidence(
        criterion=criterion,
        level=_LEVELS[given.level],
        quote=given.quote,
        reason=given.reason[:LONGEST_REASON],
    )
