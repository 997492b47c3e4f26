from __future__ import annotations

import pytest

from interview_engine.scoring.heuristic.generic_words import GENERIC_STEMS
from interview_engine.scoring.heuristic.points import points_of, share_of_points
from interview_engine.scoring.heuristic.wording import content_stems, stem

NOTHING_ASKED: frozenset[str] = frozenset()


def stems(*sentences: str) -> list[frozenset[str]]:
    return [frozenset(content_stems(sentence)) for sentence in sentences]


@pytest.mark.parametrize(
    "reference, count",
    [
        ("Queries slow down. The pool is exhausted.", 2),
        ("Benefits:\n- cheaper switches\n- faster convergence", 3),
        ("1. a routing table 2) selective forwarding", 2),
        ("Caches help reads, because memory is fast; writes gain nothing", 3),
        ("연결이 고갈됩니다 요청은 실패합니다", 2),
        ("풀이 고갈되고, 요청은 기다리며, 결국 실패합니다.", 3),
        ("the of and", 0),
    ],
)
def test_each_clause_and_each_item_of_a_list_is_a_point(reference: str, count: int) -> None:
    assert len(points_of(reference, NOTHING_ASKED)) == count


def test_generic_and_asked_words_weigh_less() -> None:
    (point,) = points_of("example connection exhausted", frozenset({stem("connection")}))
    weights = dict(point.roots)
    assert stem("example") in GENERIC_STEMS
    assert weights[stem("exhausted")] > weights[stem("connection")] > weights[stem("example")] > 0
    assert point.weight == pytest.approx(sum(weights.values()))


def test_a_syllable_weighs_as_two_letters() -> None:
    (point,) = points_of("고갈 대기열", NOTHING_ASKED)
    assert [weight for _, weight in point.roots] == [4, 6]


def test_the_words_of_a_point_must_stand_together() -> None:
    points = points_of("The exhausted pool rejects newcomers.", NOTHING_ASKED)
    together = share_of_points(points, stems("Newcomers are rejected by an exhausted pool."))
    scattered = share_of_points(points, stems("The pool is blue.", "I felt exhausted.", "Newcomers arrived."))
    assert together > 0.9
    assert scattered < 0.5 * together


def test_each_further_point_adds() -> None:
    points = points_of(
        "Switches get cheaper. Routing converges globally. Updates happen remotely.", NOTHING_ASKED
    )
    said = ("Switches get cheaper.", "Routing converges globally.", "Updates happen remotely.")
    shares = [share_of_points(points, stems(*said[:count])) for count in range(4)]
    assert shares[0] == 0.0
    assert shares == sorted(set(shares))
    assert shares[3] == pytest.approx(1.0)


def test_no_points_are_no_share() -> None:
    assert share_of_points((), stems("Anything at all.")) == 0.0
