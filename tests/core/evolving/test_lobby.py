from __future__ import annotations

from interview_engine.core import events as e
from interview_engine.core.evolve import evolve
from interview_engine.core.seats import Seat, SeatKind
from interview_engine.ids import Millis, SeatId
from tests.core.play import KIM, asked, waiting


def test_a_seat_disappears_before_the_start_and_is_marked_afterwards() -> None:
    for play, gone in ((waiting(), True), (asked(), False)):
        after = evolve(play.room, e.SeatVacated(at=play.now, seat_id=KIM))
        seat = after.seat(KIM)
        assert (seat is None) is gone
        assert seat is None or seat.left


def test_a_redacted_name_leaves_the_seat() -> None:
    room = waiting().room
    seat = Seat(seat_id=SeatId("new"), kind=SeatKind.HUMAN, name="")
    after = evolve(room, e.SeatTaken(at=room.now, seat_id=seat.seat_id, seat=seat))
    assert after.seat(seat.seat_id).name == ""  # type: ignore[union-attr]


def test_who_comes_back_is_no_longer_absent() -> None:
    room = asked().room
    absent = evolve(room, e.SeatAbsent(at=room.now, seat_id=KIM))
    away = evolve(absent, e.PresenceNoted(at=Millis(room.now + 1), seat_id=KIM, connected=False))
    back = evolve(away, e.PresenceNoted(at=Millis(room.now + 2), seat_id=KIM, connected=True))
    assert [each.seat(KIM).absent for each in (absent, away, back)] == [True, True, False]  # type: ignore[union-attr]
