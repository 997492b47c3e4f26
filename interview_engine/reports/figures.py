"""The figures of a report: what charts draw and tables list, from answers that may be shown."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from interview_engine.core.seats import Seat
from interview_engine.core.turns import Outcome
from interview_engine.ids import Millis, SeatId, TurnId
from interview_engine.reports.answer import AnswerReport
from interview_engine.reports.report import (
    CompetencyFigure,
    CriterionFigure,
    InterviewerEntry,
    QuestionReport,
    SeatFigure,
    SeatResult,
    SeatSummary,
)
from interview_engine.scoring import AnswerScore, Criterion, SeatStatistics, TurnFacts, seat_statistics
from interview_engine.vocabulary import Competency

Questions = tuple[QuestionReport, ...]
_CENTRE_NEEDS = 2
"""Opinions on one answer from which it means something to be above or below their mean."""


def criterion_figures(board: tuple[SeatResult, ...]) -> tuple[CriterionFigure, ...]:
    """Return every candidate's mean level per criterion; nothing while no board may be shown."""
    if not board:
        return ()
    return tuple(
        CriterionFigure(
            criterion=criterion,
            seats=tuple(
                SeatFigure(
                    seat_id=row.seat_id,
                    value=next((entry.level for entry in row.levels if entry.criterion is criterion), None),
                )
                for row in board
            ),
        )
        for criterion in Criterion
    )


def competency_figures(questions: Questions, seats: tuple[SeatId, ...]) -> tuple[CompetencyFigure, ...]:
    """Return mean totals per competency that has at least one total, in `Competency` order.

    Args:
        questions: The questions with their answers.
        seats: The candidates, in the order to list them.
    """
    figures = []
    for competency in Competency:
        asked = [question for question in questions if question.competency is competency]
        means = tuple(SeatFigure(seat_id=seat, value=mean(_totals(asked, seat))) for seat in seats)
        if any(figure.value is not None for figure in means):
            figures.append(CompetencyFigure(competency=competency, questions=len(asked), seats=means))
    return tuple(figures)


def seat_summaries(questions: Questions, seats: tuple[SeatId, ...]) -> tuple[SeatSummary, ...]:
    """Return each candidate's figures; scores and times only of turns that ended and were not void."""
    turns = [answer.seat_id for question in questions for answer in question.answers]
    figures = {entry.seat_id: entry for entry in seat_statistics(_facts(questions))}
    return tuple(_summary(seat, turns, figures.get(seat)) for seat in seats)


def panel_entries(panel: tuple[Seat, ...], questions: Questions) -> tuple[InterviewerEntry, ...]:
    """Return the interviewers with what they asked and how they judged."""
    return tuple(_interviewer(seat, questions) for seat in panel)


def mean(values: Sequence[float]) -> float | None:
    """Return the mean with two decimals; None of nothing."""
    return round(math.fsum(values) / len(values), 2) if values else None


def _facts(questions: Questions) -> tuple[TurnFacts, ...]:
    return tuple(
        TurnFacts(
            turn_id=answer.turn_id,
            seat_id=answer.seat_id,
            round_number=question.number,
            characters=len(answer.text),
            used=answer.used_ms or Millis(0),
            allowed=answer.allowed_ms,
            score=_score(answer),
        )
        for question in questions
        for answer in question.answers
        if answer.outcome not in (None, Outcome.VOID)
    )


def _summary(seat: SeatId, turns: list[SeatId], figures: SeatStatistics | None) -> SeatSummary:
    given = turns.count(seat)
    share = round(given / len(turns), 4) if turns else 0.0
    if figures is None:
        return SeatSummary(seat_id=seat, turns=given, turn_share=share)
    return SeatSummary(
        seat_id=seat,
        turns=given,
        turn_share=share,
        answers=figures.answers,
        unanswered=figures.unanswered,
        mean=figures.mean,
        best=figures.best,
        worst=figures.worst,
        deviation=figures.deviation,
        judge_spread=figures.judge_spread,
        trend=figures.trend,
        word_share=figures.share,
        time_used=figures.time_used,
    )


def _interviewer(seat: Seat, questions: Questions) -> InterviewerEntry:
    answers = [answer for question in questions for answer in question.answers]
    own = [
        entry.level
        for answer in answers
        for opinion in answer.opinions
        if opinion.interviewer == seat.seat_id
        for entry in opinion.evidence
    ]
    leans = [lean for answer in answers for lean in _leans(answer, seat.seat_id)]
    return InterviewerEntry(
        seat_id=seat.seat_id,
        name=seat.name,
        headline=seat.headline,
        questions=sum(question.interviewer == seat.seat_id for question in questions),
        opinions=sum(
            opinion.interviewer == seat.seat_id for answer in answers for opinion in answer.opinions
        ),
        mean_level=mean(own),
        lean=mean(leans),
    )


def _leans(answer: AnswerReport, interviewer: SeatId) -> Iterable[float]:
    for criterion in Criterion:
        levels = {
            opinion.interviewer: entry.level
            for opinion in answer.opinions
            for entry in opinion.evidence
            if entry.criterion is criterion
        }
        if interviewer in levels and len(levels) >= _CENTRE_NEEDS:
            yield levels[interviewer] - math.fsum(levels.values()) / len(levels)


def _totals(questions: Iterable[QuestionReport], seat: SeatId) -> list[float]:
    return [
        answer.total
        for question in questions
        for answer in question.answers
        if answer.seat_id == seat and answer.total is not None
    ]


def _score(answer: AnswerReport) -> AnswerScore | None:
    if answer.total is None:
        return None
    return AnswerScore(
        turn_id=TurnId(answer.turn_id),
        seat_id=answer.seat_id,
        total=answer.total,
        spread=answer.spread,
        judges=len(answer.opinions),
        provisional=answer.provisional,
        floored=answer.floored,
    )
