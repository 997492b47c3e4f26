"""The board: is it the same in any order, does it agree with choix, and how fast is it?"""

from __future__ import annotations

import json
import random
import timeit

import choix  # type: ignore[import-untyped,import-not-found,unused-ignore]
from scipy.stats import kendalltau  # type: ignore[import-untyped,unused-ignore]

from interview_engine.ids import SeatId, TurnId
from interview_engine.scoring import AnswerScore, Contender, Duel, Verdict, build_board
from interview_engine.scoring.bradley_terry import most_probable_strengths

_SHUFFLES = 1000
_ROOMS = 60


def random_room(
    seats: int, scores: int, duels: int, chance: random.Random
) -> tuple[tuple[Contender, ...], tuple[Duel, ...]]:
    """Return contenders with hidden strengths and duels that follow them."""
    strengths = [chance.gauss(0.0, 1.0) for _ in range(seats)]
    contenders = tuple(
        Contender(
            seat_id=SeatId(f"seat{seat}"),
            scores=tuple(
                AnswerScore(
                    turn_id=TurnId(f"turn{seat}-{place}"),
                    seat_id=SeatId(f"seat{seat}"),
                    total=round(
                        min(100.0, max(0.0, 50.0 + 15.0 * strengths[seat] + chance.gauss(0.0, 12.0))), 2
                    ),
                    levels=tuple(float(chance.randint(1, 5)) for _ in range(5)),
                )
                for place in range(scores)
            ),
        )
        for seat in range(seats)
    )
    fought = []
    for _ in range(duels):
        first, second = chance.sample(range(seats), 2)
        odds = 1.0 / (1.0 + 2.718281828 ** (strengths[second] - strengths[first]))
        verdict = (
            Verdict.TIE
            if chance.random() < 0.15
            else Verdict.FIRST
            if chance.random() < odds
            else Verdict.SECOND
        )
        fought.append(Duel(first=SeatId(f"seat{first}"), second=SeatId(f"seat{second}"), verdict=verdict))
    return contenders, tuple(fought)


def different_boards_in_shuffles() -> int:
    """Return how many shuffles of one evidence gave another board."""
    chance = random.Random(7)
    contenders, duels = random_room(6, 7, 42, chance)
    previous = build_board(contenders[:4], duels[:10])
    reference = repr(build_board(contenders, duels, previous, (TurnId("b"), TurnId("a"))))
    different = 0
    for _ in range(_SHUFFLES):
        shuffled = tuple(
            Contender(seat_id=c.seat_id, scores=tuple(chance.sample(c.scores, len(c.scores))))
            for c in chance.sample(contenders, len(contenders))
        )
        fought = tuple(chance.sample(duels, len(duels)))
        different += repr(build_board(shuffled, fought, previous, (TurnId("a"), TurnId("b")))) != reference
    return different


def agreement_with_choix() -> tuple[float, float]:
    """Return the least Kendall tau and the largest difference of strengths on connected data without ties.

    The prior is made nearly flat and equal, which is what choix's regularised maximum likelihood assumes.
    """
    chance = random.Random(11)
    least, largest = 1.0, 0.0
    for _ in range(_ROOMS):
        size = chance.randint(3, 9)
        games = [(first, second) for first in range(size) for second in range(size) if first != second]
        for _ in range(10 * size):
            winner, loser = chance.sample(range(size), 2)
            games.append((winner, loser))
        alpha = 0.01
        theirs = choix.opt_pairwise(size, games, alpha=alpha)
        counted: dict[tuple[int, int], list[int]] = {}
        for winner, loser in games:
            pair = (min(winner, loser), max(winner, loser))
            record = counted.setdefault(pair, [0, 0])
            record[0] += 1
            record[1] += winner == pair[0]
        # choix penalises alpha * |strengths|^2: a Gaussian prior of variance 1 / (2 alpha).
        ours = most_probable_strengths(
            [0.0] * size,
            [1.0 / (2.0 * alpha)] * size,
            [
                (pair[0], pair[1], float(record[0]), float(record[1]))
                for pair, record in sorted(counted.items())
            ],
        ).strengths
        middle, centre = sum(ours) / size, float(sum(theirs)) / size
        gap = max(abs((a - middle) - (float(b) - centre)) for a, b in zip(ours, theirs, strict=True))
        largest = max(largest, gap)
        if len({round(value, 6) for value in ours}) == size:
            least = min(least, float(kendalltau(ours, theirs).statistic))
    return least, largest


def main() -> None:
    """Print the figures, as JSON in the last line."""
    figures: dict[str, float | str] = {"benchmark": "board"}
    figures["different_boards_in_1000_shuffles"] = different_boards_in_shuffles()
    tau, gap = agreement_with_choix()
    figures["choix_least_kendall_tau"], figures["choix_largest_difference"] = round(tau, 4), round(gap, 6)
    for seats, duels in ((4, 30), (12, 200)):
        contenders, fought = random_room(seats, 8, duels, random.Random(3))
        best = min(timeit.repeat(lambda c=contenders, f=fought: build_board(c, f), number=50, repeat=7)) / 50  # type: ignore[misc]
        figures[f"microseconds_n{seats}"] = round(best * 1e6, 1)
    for name, value in figures.items():
        print(f"{name:36} {value}")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
