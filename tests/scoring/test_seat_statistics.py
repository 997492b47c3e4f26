from __future__ import annotations

from interview_engine.ids import Millis, SeatId, TurnId
from interview_engine.scoring import AnswerScore, SeatStatistics, TurnFacts, floor_score, seat_statistics


def facts(
    seat: str, place: int, total: float | None, *, characters: int = 100, used: int = 60, spread: float = 0.0
) -> TurnFacts:
    turn_id, seat_id = TurnId(f"{seat}{place}"), SeatId(seat)
    score = AnswerScore(turn_id=turn_id, seat_id=seat_id, total=total, spread=spread, judges=2)
    return TurnFacts(
        turn_id=turn_id,
        seat_id=seat_id,
        round_number=place,
        characters=characters,
        used=Millis(used),
        allowed=Millis(120),
        score=score,
    )


def of(seat: str, *turns: TurnFacts) -> SeatStatistics:
    return next(entry for entry in seat_statistics(turns) if entry.seat_id == SeatId(seat))


def test_mean_best_worst_and_deviation_come_from_the_totals() -> None:
    found = of("a", facts("a", 1, 40.0), facts("a", 2, 60.0), facts("a", 3, 80.0))
    assert (found.mean, found.best, found.worst, found.deviation) == (60.0, 80.0, 40.0, 16.33)
    assert found.answers == 3


def test_the_trend_is_points_per_round() -> None:
    assert of("a", facts("a", 1, 40.0), facts("a", 2, 50.0), facts("a", 4, 70.0)).trend == 10.0
    assert of("a", facts("a", 1, 40.0), facts("a", 3, 20.0)).trend == -10.0


def test_one_round_has_no_trend_and_no_deviation() -> None:
    found = of("a", facts("a", 1, 40.0))
    assert found.trend is None
    assert found.deviation == 0.0
    assert of("a", facts("a", 1, 40.0), facts("a", 1, 60.0)).trend is None


def test_a_missing_total_is_not_zero() -> None:
    found = of("a", facts("a", 1, None), facts("a", 2, 50.0))
    assert (found.answers, found.mean, found.worst) == (1, 50.0, 50.0)
    nothing = of("a", facts("a", 1, None))
    assert (nothing.mean, nothing.best, nothing.worst, nothing.answers) == (None, None, None, 0)


def test_the_floor_counts_and_is_reported() -> None:
    silent = TurnFacts(
        turn_id=TurnId("x"),
        seat_id=SeatId("a"),
        round_number=2,
        characters=0,
        used=Millis(120),
        allowed=Millis(120),
        score=floor_score(TurnId("x"), SeatId("a")),
    )
    found = of("a", facts("a", 1, 50.0), silent)
    assert (found.mean, found.unanswered) == (25.0, 1)


def test_shares_of_speech_and_time() -> None:
    turns = (
        facts("a", 1, 50.0, characters=300, used=60),
        facts("a", 2, 50.0, characters=300, used=999),
        facts("b", 1, 50.0, characters=200, used=0),
    )
    assert of("a", *turns).share == 0.75
    assert of("b", *turns).share == 0.25
    assert of("a", *turns).time_used == 0.75
    assert of("b", *turns).time_used == 0.0


def test_silence_and_no_clock_give_zero_rather_than_an_error() -> None:
    turn = TurnFacts(
        turn_id=TurnId("x"),
        seat_id=SeatId("a"),
        round_number=1,
        characters=0,
        used=Millis(5),
        allowed=Millis(0),
    )
    found = of("a", turn)
    assert (found.share, found.time_used, found.unanswered, found.judge_spread) == (0.0, 0.0, 0, 0.0)


def test_the_spread_between_judges_is_averaged() -> None:
    assert of("a", facts("a", 1, 50.0, spread=10.0), facts("a", 2, 50.0, spread=25.0)).judge_spread == 17.5


def test_seats_come_in_order_whatever_the_order_of_turns() -> None:
    turns = facts("b", 1, 50.0), facts("a", 1, 40.0), facts("b", 2, 70.0)
    assert [entry.seat_id for entry in seat_statistics(turns)] == ["a", "b"]
    assert seat_statistics(turns) == seat_statistics(turns[::-1])
