"""From a closed or open turn, as a viewer may see it, to an answer in the report."""

from __future__ import annotations

from interview_engine.core.turns import Round, Turn
from interview_engine.ids import Millis, SeatId, TurnId
from interview_engine.reports.answer import AnswerReport, CriterionLevel, EarlierOverlap, Opinion, QuotedLevel
from interview_engine.reports.deletion import DeletedText, Deletion
from interview_engine.reports.retelling import Retelling, TurnTime
from interview_engine.scoring import Criterion, Evaluation, overlap
from interview_engine.vocabulary import Language


def answers_of(
    home: Round, told: Retelling, gone: tuple[Deletion, ...], language: Language
) -> tuple[AnswerReport, ...]:
    """Return the answers of a round whose turns have begun, in the order of speaking.

    Args:
        home: The round as the viewer may see it.
        told: What the events tell beside it.
        gone: What was deleted.
        language: The language of the answers.
    """
    begun = [turn for turn in home.turns if turn.opened_at is not None or turn.outcome is not None]
    return tuple(
        _answer(turn, () if home.simultaneous else tuple(begun[:place]), told, gone, language)
        for place, turn in enumerate(begun)
    )


def levels_of(levels: tuple[float, ...]) -> tuple[CriterionLevel, ...]:
    """Return levels in `Criterion` order by name; 0.0, which means no evidence, becomes None."""
    return tuple(
        CriterionLevel(criterion=criterion, level=level or None)
        for criterion, level in zip(Criterion, levels, strict=False)
    )


def _answer(
    turn: Turn,
    before: tuple[Turn, ...],
    told: Retelling,
    gone: tuple[Deletion, ...],
    language: Language,
) -> AnswerReport:
    lost = [entry.what for entry in gone if entry.turn_id == turn.turn_id]
    allowed = Millis(turn.allowance_ms + _sum_of(told.given, turn.turn_id))
    score = turn.score
    return AnswerReport(
        turn_id=turn.turn_id,
        seat_id=turn.seat_id,
        outcome=turn.outcome,
        text=turn.text,
        text_deleted=DeletedText.ANSWER in lost,
        by_clock=turn.by_clock,
        opened_at=turn.opened_at if turn.opened_at is not None else Millis(0),
        used_ms=_used(turn, allowed, told.speeches),
        allowed_ms=allowed,
        total=score.total if score else None,
        provisional=bool(score and score.provisional),
        floored=bool(score and score.floored),
        spread=score.spread if score else 0.0,
        levels=levels_of(score.levels) if score and not score.floored else (),
        opinions=tuple(_opinion(evaluation) for evaluation in _judged(turn, told).evaluations),
        opinions_deleted=lost.count(DeletedText.EVIDENCE),
        overlap=_overlap(turn, before, language),
    )


def _used(turn: Turn, allowed: Millis, speeches: tuple[TurnTime, ...]) -> Millis | None:
    """Return the time used; what was left at the deadline is free of pauses, which moved the deadline.

    A speech counts whole, as its text does, whether or not people heard it to its end.
    """
    if turn.outcome is None or turn.opened_at is None or turn.deadline is None or turn.closed_at is None:
        return None
    spoken = [speech.ms for speech in speeches if speech.turn_id == turn.turn_id]
    if spoken:
        return spoken[-1]
    left = max(0, turn.deadline - turn.closed_at)
    return Millis(max(0, allowed - left))


def _judged(turn: Turn, told: Retelling) -> Turn:
    return next((judged for judged in told.judged if judged.turn_id == turn.turn_id), turn)


def _sum_of(times: tuple[TurnTime, ...], turn_id: TurnId) -> int:
    return sum(time.ms for time in times if time.turn_id == turn_id)


def _opinion(evaluation: Evaluation) -> Opinion:
    return Opinion(
        interviewer=SeatId(evaluation.judge_id),
        family=evaluation.family,
        evidence=tuple(
            QuotedLevel(
                criterion=entry.criterion, level=int(entry.level), quote=entry.quote, reason=entry.reason
            )
            for entry in evaluation.evidence
        ),
        flags=evaluation.flags,
        missed_points=evaluation.missed_points,
    )


def _overlap(turn: Turn, before: tuple[Turn, ...], language: Language) -> EarlierOverlap | None:
    earlier = tuple((other.turn_id, other.text) for other in before if other.text)
    if not turn.text or not earlier:
        return None
    nearest = overlap(turn.text, earlier, language)[0]
    whose = next(other.seat_id for other in before if other.turn_id == nearest.turn_id)
    return EarlierOverlap(
        seat_id=whose, turn_id=nearest.turn_id, ratio=nearest.ratio, flagged=nearest.flagged
    )
