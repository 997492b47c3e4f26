"""The board from the evidence: the same evidence, in whatever order it came, gives the same board."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import attrs

from interview_engine.scoring.board import Board, BoardRow, Contender
from interview_engine.scoring.bradley_terry import Pairing, most_probable_strengths
from interview_engine.scoring.comparison import Duel, Verdict
from interview_engine.scoring.rubric import Criterion
from interview_engine.scoring.standing import standings

if TYPE_CHECKING:
    from interview_engine.ids import SeatId, TurnId

LOGITS_PER_POINT = 0.04
"""Prior strength of one point of total: 25 points ahead is one logit, a 73 % chance to win a duel."""
ANSWER_VARIANCE = 0.5
"""Prior variance of a strength known by one answer; it shrinks with the number of answers."""
UNSCORED_VARIANCE = 1.0
"""Prior variance of a candidate of whom nothing is scored yet: placed at the room's mean, barely held."""


@attrs.frozen(kw_only=True)
class _Record:
    """One candidate's scores, boiled down."""

    seat_id: SeatId
    mean: float | None
    levels: tuple[float, ...]
    answers: int
    provisional: bool


def build_board(
    contenders: tuple[Contender, ...],
    duels: tuple[Duel, ...],
    previous: Board | None = None,
    because: tuple[TurnId, ...] = (),
) -> Board:
    """Rank the candidates by all evidence so far.

    Strengths are MAP Bradley-Terry (see `bradley_terry`) with each candidate's mean total as the prior
    mean. A candidate of whom nothing is scored stands provisionally at the room's mean, never at zero;
    floored answers count as the floor.

    Args:
        contenders: Every candidate once, in any order.
        duels: Agreed verdicts in any order; duels with anyone who is not a contender don't count.
        previous: The board before, for the movement.
        because: The answers that are new since `previous`.

    Returns:
        The board, best first, equal strengths in seat-id order.
    """
    records = [_record(contender) for contender in contenders]
    known = [record.mean for record in records if record.mean is not None]
    centre = math.fsum(known) / len(known) if known else 0.0
    # A fixed order of computation: by evidence first, so that renaming seats changes nothing either.
    records.sort(key=lambda r: (-1.0 if r.mean is None else r.mean, r.answers, r.seat_id))
    pairings, compared = _pairings(tuple(record.seat_id for record in records), duels)
    posterior = most_probable_strengths(
        [0.0 if r.mean is None else LOGITS_PER_POINT * (r.mean - centre) for r in records],
        [ANSWER_VARIANCE / r.answers if r.answers else UNSCORED_VARIANCE for r in records],
        pairings,
    )
    middle = math.fsum(posterior.strengths) / len(records) if records else 0.0
    strengths = [round(strength - middle, 4) + 0.0 for strength in posterior.strengths]
    before = {row.seat_id: row.rank for row in previous.rows} if previous is not None else {}
    causes = tuple(sorted(set(because)))
    rows: list[BoardRow] = []
    for record, strength, standing in zip(records, strengths, standings(strengths, posterior), strict=True):
        movement = before.get(record.seat_id, standing.rank) - standing.rank
        rows.append(
            BoardRow(
                seat_id=record.seat_id,
                rank=standing.rank,
                rank_best=standing.best,
                rank_worst=standing.worst,
                total=None if record.mean is None else round(record.mean, 2),
                strength=strength,
                levels=record.levels,
                movement=movement,
                because=causes if movement else (),
                answers=record.answers,
                provisional=record.provisional,
            )
        )
    rows.sort(key=lambda row: (-row.strength, row.seat_id))
    return Board(rows=tuple(rows), answers=sum(row.answers for row in rows), comparisons=compared)


def _record(contender: Contender) -> _Record:
    totals = [score.total for score in contender.scores if score.total is not None]
    levels = [score.levels for score in contender.scores if score.levels]
    return _Record(
        seat_id=contender.seat_id,
        mean=math.fsum(totals) / len(totals) if totals else None,
        levels=tuple(map(_mean_level, zip(*levels, strict=True))) if levels else (0.0,) * len(Criterion),
        answers=len(totals),
        provisional=not totals or any(score.provisional for score in contender.scores),
    )


def _mean_level(column: tuple[float, ...]) -> float:
    seen = tuple(filter(None, column)) if 0.0 in column else column
    return round(math.fsum(seen) / len(seen), 2) if seen else 0.0


def _pairings(seats: tuple[SeatId, ...], duels: tuple[Duel, ...]) -> tuple[list[Pairing], int]:
    index_of = {seat: index for index, seat in enumerate(seats)}
    size = len(seats)
    # Wins are multiples of one half, so their sums are exact whatever the order of the duels.
    won = [[0.0] * size for _ in range(size)]
    first_won, second_won = Verdict.FIRST, Verdict.SECOND
    counted = 0
    for duel in duels:
        first, second = index_of.get(duel.first), index_of.get(duel.second)
        if first is None or second is None or first == second:
            continue
        counted += 1
        verdict = duel.verdict
        share = 1.0 if verdict is first_won else 0.0 if verdict is second_won else 0.5
        won[first][second] += share
        won[second][first] += 1.0 - share
    return [
        Pairing(first=first, second=second, games=won[first][second] + lost, wins=won[first][second])
        for first in range(size)
        for second in range(first + 1, size)
        if (lost := won[second][first]) or won[first][second]
    ], counted
