"""What the evidence says about one candidate, before any words are chosen."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from interview_engine.scoring.feedback.evidence import MissedPoint
from interview_engine.scoring.plain_text import plain_text
from interview_engine.scoring.rubric import Criterion
from interview_engine.scoring.weights import WEIGHTS
from interview_engine.values import value

if TYPE_CHECKING:
    from interview_engine.scoring.feedback.evidence import TurnEvidence

_CRITERIA = tuple(Criterion)
_LONGEST_QUOTE = 90
_MOST_MISSED = 3
_MANY_UNANSWERED = 1 / 3


@value(kw_only=True)
class Finding:
    """One criterion over the interview: its mean level and the turn that shows it best or worst."""

    criterion: Criterion
    level: float
    turn: TurnEvidence
    quote: str


@value(kw_only=True)
class Findings:
    """The candidate's interview in figures.

    Attributes:
        total: Mean total over scored turns, 0-100; None when nothing is scored.
        answered: Turns with an answer.
        unanswered: Turns scored at the floor.
        levels: Mean level per criterion over answered turns, 0.0 where unknown.
        strongest: None without any level.
        weakest: None without any level, or when turns without an answer cost most.
        missed: At most three, from the weakest turns.
    """

    total: float | None
    answered: int
    unanswered: int
    levels: tuple[float, ...]
    strongest: Finding | None
    weakest: Finding | None
    missed: tuple[MissedPoint, ...]


def findings(turns: tuple[TurnEvidence, ...]) -> Findings:
    """Sum up a candidate's turns.

    The strongest criterion has the highest mean level; the weakest is the one that costs most: the
    levels missing to 5, weighted as the questions' kinds weight them.
    """
    scored = [turn for turn in turns if turn.score is not None and turn.score.total is not None]
    floored = [turn for turn in scored if turn.score is not None and turn.score.floored]
    answered = [turn for turn in scored if turn.score is not None and not turn.score.floored]
    totals = [turn.score.total for turn in scored if turn.score is not None and turn.score.total is not None]
    levels = tuple(_mean([_level(turn, place) for turn in answered]) for place in range(len(_CRITERIA)))
    known = [place for place, level in enumerate(levels) if level]
    strongest = weakest = None
    if known:
        top = max(known, key=lambda place: (levels[place], _weight(answered, place), -place))
        strongest = _finding(answered, top, levels[top], best=True)
        rest = [place for place in known if place != top] or known
        low = max(rest, key=lambda place: (_cost(answered, place), -place))
        if len(floored) < _MANY_UNANSWERED * len(scored):
            weakest = _finding(answered, low, levels[low], best=False)
    return Findings(
        total=round(math.fsum(totals) / len(totals), 2) if totals else None,
        answered=len(answered),
        unanswered=len(floored),
        levels=levels,
        strongest=strongest,
        weakest=weakest,
        missed=_missed(answered),
    )


def _finding(turns: list[TurnEvidence], place: int, level: float, *, best: bool) -> Finding:
    sign = 1.0 if best else -1.0
    levelled = [turn for turn in turns if _level(turn, place)]
    quotes = {turn.turn_id: _quote(turn, place, best=best) for turn in levelled}
    turn = max(levelled, key=lambda turn: (sign * _level(turn, place), bool(quotes[turn.turn_id])))
    return Finding(criterion=_CRITERIA[place], level=level, turn=turn, quote=quotes[turn.turn_id])


def _quote(turn: TurnEvidence, place: int, *, best: bool) -> str:
    text = plain_text(turn.answer)
    sign = 1 if best else -1
    found = [
        (sign * int(entry.level), plain_text(entry.quote))
        for evaluation in turn.evaluations
        for entry in evaluation.evidence
        if entry.criterion is _CRITERIA[place] and entry.quote
    ]
    true_quotes = [(level, quote) for level, quote in found if quote and quote in text]
    if not true_quotes:
        return ""
    return _shortened(max(true_quotes)[1])


def _shortened(quote: str) -> str:
    if len(quote) <= _LONGEST_QUOTE:
        return quote
    head, _, _ = quote[:_LONGEST_QUOTE].rpartition(" ")
    return head or quote[:_LONGEST_QUOTE]


def _missed(turns: list[TurnEvidence]) -> tuple[MissedPoint, ...]:
    """Take one missed key point per turn, weakest turn first, then second ones, until there are three."""
    order = sorted(turns, key=lambda turn: (turn.score.total or 0.0) if turn.score else 0.0)
    waiting = [[(turn, point) for point in _missed_by_most(turn)] for turn in order]
    chosen: list[MissedPoint] = []
    for depth in range(max((len(points) for points in waiting), default=0)):
        for points in waiting:
            if depth < len(points) and len(chosen) < _MOST_MISSED:
                turn, point = points[depth]
                chosen.append(MissedPoint(turn_id=turn.turn_id, question=turn.question, point=point))
    return tuple(chosen)


def _missed_by_most(turn: TurnEvidence) -> list[str]:
    panel = len(turn.evaluations)
    return [
        point
        for index, point in enumerate(turn.key_points)
        if 2 * sum(index in evaluation.missed_points for evaluation in turn.evaluations) > panel
    ]


def _level(turn: TurnEvidence, place: int) -> float:
    levels = turn.score.levels if turn.score is not None else ()
    return levels[place] if place < len(levels) else 0.0


def _mean(levels: list[float]) -> float:
    known = [level for level in levels if level]
    return round(math.fsum(known) / len(known), 2) if known else 0.0


def _weight(turns: list[TurnEvidence], place: int) -> int:
    return sum(WEIGHTS[turn.kind][place] for turn in turns)


def _cost(turns: list[TurnEvidence], place: int) -> float:
    return math.fsum(
        WEIGHTS[turn.kind][place] * (5.0 - _level(turn, place)) for turn in turns if _level(turn, place)
    )
