from __future__ import annotations

import attrs

from interview_engine.core.clocks import later, shifted, with_time
from interview_engine.core.turns import Outcome, Turn
from interview_engine.ids import Millis, SeatId, TurnId
from tests.core.play import KIM, LEE, asked, started

TURN = Turn(turn_id=TurnId("r1-1"), seat_id=SeatId("kim"), opened_at=Millis(10), deadline=Millis(100))


def test_only_an_open_turn_gets_more_time() -> None:
    waiting = attrs.evolve(TURN, opened_at=None, deadline=None)
    closed = attrs.evolve(TURN, outcome=Outcome.SKIPPED)
    assert with_time(TURN, Millis(5)).deadline == 105
    assert with_time(waiting, Millis(5)) == waiting
    assert with_time(closed, Millis(5)) == closed
    assert later(Millis(1), Millis(2)) == 3


def test_every_running_clock_moves_together() -> None:
    play = asked()
    play.after(1_000).away(LEE)
    before = play.room
    after = shifted(before, Millis(500), Millis(play.now + 10_000))
    assert after.current is not None
    assert after.current.turns[0].deadline == before.current.turns[0].deadline + 500  # type: ignore[union-attr, operator]
    assert after.seat(LEE).away_since == before.seat(LEE).away_since + 500  # type: ignore[union-attr, operator]
    assert after.seat(KIM) == before.seat(KIM)


def test_a_wait_moves_too() -> None:
    room = started().room
    assert room.wait is not None
    after = shifted(room, Millis(500), Millis(room.now + 500)).wait
    assert after is not None
    assert after.until == room.wait.until + 500


def test_nobody_is_gone_since_the_future() -> None:
    play = asked()
    play.away(LEE)
    after = shifted(play.room, Millis(9_000), Millis(play.now + 100))
    assert after.seat(LEE).away_since == play.now + 100  # type: ignore[union-attr]


def test_an_empty_room_has_no_clocks() -> None:
    room = attrs.evolve(asked().room, current=None, wait=None)
    assert shifted(room, Millis(500), room.now) == room
