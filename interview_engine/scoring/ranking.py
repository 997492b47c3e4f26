"""The board from the evidence: the same evidence, in whatever order it came, gives the same board."""

from __future__ import annotations

import math
from collections.abc import Sequence

from interview_engine.ids import SeatId, TurnId
from interview_engine.scoring.board import Board, BoardRow, Contender
from interview_engine.scoring.bradley_terry import Pairing, most_probable_strengths
from interview_engine.scoring.comparison import Duel
from interview_engine.scoring.running import PairCount, RunningTotal, pair_counts, running_total
from interview_engine.scoring.standing import Standing, standings

LOGITS_PER_POINT = 0.04
"""Prior strength of one point of total: 25 points ahead is one logit, a 73 % chance to win a duel."""
ANSWER_VARIANCE = 0.5
"""Prior variance of a strength known by one answer; it shrinks with the number of answers."""
UNSCORED_VARIANCE = 1.0
"""Prior variance of a candidate who is compared but not scored yet: at the room's mean, barely held."""


def build_board(
    contenders: tuple[Contender, ...],
    duels: tuple[Duel, ...],
    previous: Board | None = None,
    because: tuple[TurnId, ...] = (),
) -> Board:
    """Rank the candidates by all evidence so far.

    Strengths are MAP Bradley-Terry (see `bradley_terry`) with each candidate's mean total as the prior
    mean; floored answers count as the floor. A candidate of whom nothing is known has no total, comes
    after those who have answered, and may still end at any rank.

    Args:
        contenders: Every candidate once, in any order.
        duels: Agreed verdicts in any order; duels with anyone who is not a contender don't count.
        previous: The board before, for the movement.
        because: The answers that are new since `previous`.

    Returns:
        The board, best first, equal strengths in seat-id order.
    """
    totals = tuple(running_total(contender.seat_id, contender.scores) for contender in contenders)
    return rank_running(totals, pair_counts(duels), previous, because)


def rank_running(
    totals: tuple[RunningTotal, ...],
    counts: tuple[PairCount, ...],
    previous: Board | None = None,
    because: tuple[TurnId, ...] = (),
) -> Board:
    """Rank the candidates like `build_board`, from sums that were kept along the way.

    Args:
        totals: Every candidate's sums, in any order.
        counts: Counted duels, in any order; those with a stranger don't count.
        previous: The board before, for the movement.
        because: The answers that are new since `previous`.
    """
    counts = _among(totals, counts)
    known, unknown = _known(totals, counts)
    strengths, places = _strengths(known, counts)
    before = {row.seat_id: row.rank for row in previous.rows} if previous is not None else {}
    causes = tuple(sorted(set(because)))
    # Whoever has not been judged yet may overtake everybody.
    rows = [
        _row(total, strength, place._replace(worst=place.worst + len(unknown)), before, causes)
        for total, strength, place in zip(known, strengths, places, strict=True)
    ]
    rows.sort(key=_by_strength)
    if unknown:
        nowhere = Standing(len(known) + 1, 1, len(totals))
        rows += [_row(total, 0.0, nowhere, before, causes) for total in unknown]
    return Board(
        rows=tuple(rows),
        answers=sum([total.answers for total in totals]),
        comparisons=sum([count.games for count in counts]),
    )


def _among(totals: tuple[RunningTotal, ...], counts: tuple[PairCount, ...]) -> tuple[PairCount, ...]:
    """Return the counts of pairs that both are candidates: usually all."""
    names = {total.seat_id for total in totals}
    return tuple([count for count in counts if count.first in names and count.second in names])


def _known(
    totals: tuple[RunningTotal, ...], counts: Sequence[PairCount]
) -> tuple[list[RunningTotal], list[RunningTotal]]:
    """Return the candidates of whom something is known in a fixed order of computation, and the others.

    They are ordered by evidence first, so that renaming seats changes nothing either.
    """
    unscored = [total for total in totals if not total.answers]
    if not unscored:
        return sorted(totals, key=_by_evidence), []
    compared = {seat_id for count in counts for seat_id in (count.first, count.second)}
    unknown = [total for total in unscored if total.seat_id not in compared]
    known = [total for total in totals if total.answers or total.seat_id in compared]
    return sorted(known, key=_by_evidence), sorted(unknown, key=_by_seat)


def _strengths(
    known: list[RunningTotal], counts: Sequence[PairCount]
) -> tuple[list[float], tuple[Standing, ...]]:
    """Return the rounded, centred strengths and the standings, by index."""
    if not known:
        return [], ()
    means = [total.mean for total in known]
    scored = [mean for mean in means if mean is not None]
    centre = math.fsum(scored) / len(scored) if scored else 0.0
    posterior = most_probable_strengths(
        [0.0 if mean is None else LOGITS_PER_POINT * (mean - centre) for mean in means],
        [ANSWER_VARIANCE / total.answers if total.answers else UNSCORED_VARIANCE for total in known],
        _pairings(known, counts),
    )
    middle = math.fsum(posterior.strengths) / len(known)
    strengths = [round(strength - middle, 4) + 0.0 for strength in posterior.strengths]
    return strengths, standings(strengths, posterior)


def _pairings(known: list[RunningTotal], counts: Sequence[PairCount]) -> list[Pairing]:
    """Return the counted duels by places among the known candidates, in a fixed order."""
    place_of = {total.seat_id: place for place, total in enumerate(known)}
    pairings: list[Pairing] = []
    for count in counts:
        first, second, games = place_of[count.first], place_of[count.second], count.games
        wins = count.half_wins / 2
        if first < second:
            pairings.append((first, second, games, wins))
        else:
            pairings.append((second, first, games, games - wins))
    pairings.sort()
    return pairings


def _row(
    total: RunningTotal,
    strength: float,
    place: Standing,
    before: dict[SeatId, int],
    causes: tuple[TurnId, ...],
) -> BoardRow:
    rank, best, worst = place
    movement = before.get(total.seat_id, rank) - rank
    mean = total.mean
    return BoardRow(
        seat_id=total.seat_id,
        rank=rank,
        rank_best=best,
        rank_worst=worst,
        total=None if mean is None else round(mean, 2),
        strength=strength,
        levels=total.mean_levels,
        movement=movement,
        because=causes if movement else (),
        answers=total.answers,
        provisional=not total.answers or total.provisional > 0,
    )


def _by_strength(row: BoardRow) -> tuple[float, SeatId]:
    return (-row.strength, row.seat_id)


def _by_evidence(total: RunningTotal) -> tuple[int, int, SeatId]:
    # Compared crosswise, equal means would need fractions; hundredths per answer, scaled, stay whole.
    scaled = total.hundredths * 1_000_000 // total.answers if total.answers else -1
    return (scaled, total.answers, total.seat_id)


def _by_seat(total: RunningTotal) -> SeatId:
    return total.seat_id
