from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from interview_engine.ids import SeatId, TurnId
from interview_engine.scoring import (
    AnswerScore,
    Board,
    BoardRow,
    Contender,
    Duel,
    Verdict,
    build_board,
    floor_score,
)


def scored(seat: str, place: int, total: float | None, *, provisional: bool = False) -> AnswerScore:
    levels = () if total is None else tuple(1.0 + total / 25.0 for _ in range(5))
    return AnswerScore(
        turn_id=TurnId(f"{seat}-{place}"),
        seat_id=SeatId(seat),
        total=total,
        levels=levels,
        provisional=provisional or total is None,
    )


def contender(seat: str, *totals: float | None) -> Contender:
    return Contender(
        seat_id=SeatId(seat), scores=tuple(scored(seat, place, total) for place, total in enumerate(totals))
    )


def duel(first: str, second: str, verdict: Verdict = Verdict.FIRST) -> Duel:
    return Duel(first=SeatId(first), second=SeatId(second), verdict=verdict)


def row(board: Board, seat: str) -> BoardRow:
    return next(row for row in board.rows if row.seat_id == SeatId(seat))


def order(board: Board) -> list[str]:
    return [str(row.seat_id) for row in board.rows]


def test_an_empty_room_has_an_empty_board() -> None:
    assert build_board((), ()) == Board()


def test_scores_alone_rank_best_first() -> None:
    board = build_board((contender("a", 40.0, 50.0), contender("b", 80.0), contender("c", 10.0)), ())
    assert order(board) == ["b", "a", "c"]
    assert [r.rank for r in board.rows] == [1, 2, 3]
    assert [r.total for r in board.rows] == [80.0, 45.0, 10.0]
    assert row(board, "a").levels == (2.8,) * 5
    assert (board.answers, board.comparisons) == (4, 0)


def test_duels_decide_between_equal_scores() -> None:
    level = contender("a", 50.0), contender("b", 50.0)
    assert order(build_board(level, (duel("b", "a"),))) == ["b", "a"]
    assert order(build_board(level, (duel("b", "a", Verdict.SECOND),))) == ["a", "b"]


def test_a_tie_pulls_two_candidates_together() -> None:
    apart = contender("a", 60.0), contender("b", 40.0)
    before = build_board(apart, ())
    after = build_board(apart, (duel("a", "b", Verdict.TIE),) * 3)
    assert 0 < row(after, "a").strength < row(before, "a").strength


def test_no_evidence_at_all_is_one_big_provisional_tie() -> None:
    board = build_board((contender("b"), contender("a"), contender("c", None)), ())
    assert order(board) == ["a", "b", "c"]
    for one in board.rows:
        assert (one.rank, one.rank_best, one.rank_worst, one.total, one.answers) == (1, 1, 3, None, 0)
        assert one.provisional
        assert one.levels == (0.0,) * 5


def test_a_candidate_without_scores_comes_after_the_others_and_may_still_end_anywhere() -> None:
    board = build_board((contender("good", 80.0), contender("new"), contender("bad", 20.0)), ())
    assert order(board) == ["good", "bad", "new"]
    assert [one.rank for one in board.rows] == [1, 2, 3]
    assert [(one.rank_best, one.rank_worst) for one in board.rows] == [(1, 2), (2, 3), (1, 3)]
    assert row(board, "new").provisional
    assert row(board, "new").total is None
    assert not row(board, "good").provisional


def test_a_missing_score_is_left_out_of_the_mean() -> None:
    board = build_board((contender("a", 80.0, None), contender("b", 60.0, 60.0)), ())
    assert row(board, "a").total == 80.0
    assert row(board, "a").answers == 1
    assert row(board, "a").provisional


def test_a_floored_answer_counts_as_the_floor() -> None:
    silent = Contender(
        seat_id=SeatId("a"), scores=(scored("a", 0, 80.0), floor_score(TurnId("a-1"), SeatId("a")))
    )
    board = build_board((silent, contender("b", 60.0, 60.0)), ())
    assert row(board, "a").total == 40.0
    assert row(board, "a").answers == 2
    assert not row(board, "a").provisional
    assert order(board) == ["b", "a"]


def test_unknown_levels_are_left_out_of_the_mean_level() -> None:
    partial = AnswerScore(
        turn_id=TurnId("1"), seat_id=SeatId("a"), total=50.0, levels=(3.0, 0.0, 2.0, 0.0, 1.0)
    )
    whole = AnswerScore(
        turn_id=TurnId("2"), seat_id=SeatId("a"), total=50.0, levels=(4.0, 4.0, 2.5, 0.0, 1.0)
    )
    board = build_board((Contender(seat_id=SeatId("a"), scores=(partial, whole)),), ())
    assert board.rows[0].levels == (3.5, 4.0, 2.25, 0.0, 1.0)


def test_duels_with_strangers_or_oneself_do_not_count() -> None:
    two = contender("a", 50.0), contender("b", 50.0)
    board = build_board(two, (duel("a", "ghost"), duel("ghost", "b"), duel("a", "a")))
    assert board == build_board(two, ())
    assert board.comparisons == 0


def test_movement_and_its_reasons_appear_only_where_a_rank_changed() -> None:
    before = build_board((contender("a", 60.0), contender("b", 50.0), contender("c", 10.0)), ())
    new = TurnId("b-1"), TurnId("a-1"), TurnId("b-1")
    after = build_board(
        (contender("a", 60.0, 20.0), contender("b", 50.0, 90.0), contender("c", 10.0)), (), before, new
    )
    assert (row(after, "b").movement, row(after, "a").movement, row(after, "c").movement) == (1, -1, 0)
    assert row(after, "b").because == (TurnId("a-1"), TurnId("b-1"))
    assert row(after, "c").because == ()


def test_a_newcomer_has_not_moved() -> None:
    before = build_board((contender("a", 60.0),), ())
    after = build_board((contender("a", 60.0), contender("b", 90.0)), (), before)
    assert row(after, "b").movement == 0
    assert row(after, "a").movement == -1


def test_more_evidence_narrows_the_interval() -> None:
    few = build_board((contender("a", 65.0), contender("b", 45.0)), ())
    many = build_board((contender("a", *[65.0] * 12), contender("b", *[45.0] * 12)), (duel("a", "b"),) * 12)
    assert (row(few, "a").rank_best, row(few, "a").rank_worst) == (1, 2)
    assert (row(many, "a").rank_best, row(many, "a").rank_worst) == (1, 1)


def test_strengths_are_centred_and_never_minus_zero() -> None:
    board = build_board((contender("a", 70.0), contender("b", 50.0), contender("c", 30.0)), ())
    assert sum(one.strength for one in board.rows) == 0.0
    assert str(row(board, "b").strength) == "0.0"


SEATS = ("a", "b", "c", "d", "e")


@st.composite
def rooms(draw: st.DrawFn) -> tuple[tuple[Contender, ...], tuple[Duel, ...]]:
    seats = SEATS[: draw(st.integers(2, 5))]
    totals = st.one_of(st.none(), st.integers(0, 10000).map(lambda cents: cents / 100))
    contenders = tuple(contender(seat, *draw(st.lists(totals, max_size=4))) for seat in seats)
    fights = st.tuples(st.sampled_from(seats), st.sampled_from(seats), st.sampled_from(Verdict))
    duels = tuple(duel(*fight) for fight in draw(st.lists(fights, max_size=12)))
    return contenders, duels


@given(rooms(), st.integers())
def test_the_order_of_the_evidence_does_not_matter(
    room: tuple[tuple[Contender, ...], tuple[Duel, ...]], seed: int
) -> None:
    contenders, duels = room
    chance = random.Random(seed)
    shuffled = tuple(
        Contender(seat_id=c.seat_id, scores=tuple(chance.sample(c.scores, len(c.scores))))
        for c in chance.sample(contenders, len(contenders))
    )
    turned = tuple(
        Duel(first=d.second, second=d.first, verdict=_TURNED[d.verdict]) if chance.random() < 0.5 else d
        for d in chance.sample(duels, len(duels))
    )
    assert repr(build_board(shuffled, turned)) == repr(build_board(contenders, duels))


_TURNED = {Verdict.FIRST: Verdict.SECOND, Verdict.SECOND: Verdict.FIRST, Verdict.TIE: Verdict.TIE}


@given(rooms(), st.permutations(SEATS))
def test_renaming_the_seats_renames_the_board_and_nothing_else(
    room: tuple[tuple[Contender, ...], tuple[Duel, ...]], names: list[str]
) -> None:
    contenders, duels = room
    new_name = dict(zip(SEATS, names, strict=True))
    renamed = build_board(
        tuple(Contender(seat_id=SeatId(new_name[c.seat_id]), scores=c.scores) for c in contenders),
        tuple(
            Duel(first=SeatId(new_name[d.first]), second=SeatId(new_name[d.second]), verdict=d.verdict)
            for d in duels
        ),
    )
    for one in build_board(contenders, duels).rows:
        other = row(renamed, new_name[one.seat_id])
        assert (one.rank, one.rank_best, one.rank_worst, one.total, one.strength) == (
            other.rank,
            other.rank_best,
            other.rank_worst,
            other.total,
            other.strength,
        )


def stronger_than_a(board: Board, among: set[SeatId]) -> set[SeatId]:
    """Who of some candidates stands above `a` by strength: a rank also hangs on whom others tie with."""
    return {other.seat_id for other in board.rows if other.strength > row(board, "a").strength} & among


@given(rooms())
def test_a_better_score_or_one_more_win_lets_nobody_pass(
    room: tuple[tuple[Contender, ...], tuple[Duel, ...]],
) -> None:
    contenders, duels = room
    compared = {seat for one in duels for seat in (one.first, one.second)}
    # Of whom nothing was known may come in anywhere.
    known = {
        c.seat_id for c in contenders if c.seat_id in compared or any(s.total is not None for s in c.scores)
    }
    before = stronger_than_a(build_board(contenders, duels), known)
    won = build_board(contenders, (*duels, duel("a", "b")))
    assert SeatId("a") not in known or stronger_than_a(won, known) <= before
    raised = contender(
        "a", *(None if s.total is None else min(100.0, s.total + 5.0) for s in contenders[0].scores)
    )
    assert stronger_than_a(build_board((raised, *contenders[1:]), duels), known) <= before
