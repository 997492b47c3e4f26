from __future__ import annotations

from adapters.websocket_server.token_bucket import Pace, TokenBucket


def paces(bucket: TokenBucket, count: int, at: float = 0.0) -> list[Pace]:
    return [bucket.take(at) for _ in range(count)]


def test_a_burst_is_fine_then_warned_of_then_refused_then_the_end() -> None:
    taken = paces(TokenBucket(10.0, 8, 0.0), 16)
    assert taken == [Pace.FINE] * 6 + [Pace.WARN] + [Pace.FINE] + [Pace.REFUSE] * 7 + [Pace.CLOSE]


def test_the_sustained_rate_is_always_fine() -> None:
    bucket = TokenBucket(10.0, 8, 0.0)
    assert {bucket.take(number / 10) for number in range(1_000)} == {Pace.FINE}


def test_whoever_slows_down_recovers_and_is_warned_again() -> None:
    bucket = TokenBucket(10.0, 8, 0.0)
    assert Pace.REFUSE in paces(bucket, 10)
    assert paces(bucket, 8, at=100.0).count(Pace.WARN) == 1


def test_a_long_rest_gives_no_more_than_a_burst() -> None:
    assert paces(TokenBucket(10.0, 8, 0.0), 9, at=1e9)[-1] is Pace.REFUSE


def test_a_clock_that_goes_back_gives_nothing_and_takes_nothing() -> None:
    bucket = TokenBucket(10.0, 8, 50.0)
    assert bucket.take(10.0, cost=7.0) is not Pace.CLOSE
    assert bucket.take(10.0) is Pace.FINE
