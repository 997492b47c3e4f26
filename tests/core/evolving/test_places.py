from __future__ import annotations

from interview_engine.core.changed import changed
from interview_engine.core.evolving.places import with_seat, with_turn
from interview_engine.ids import SeatId, TurnId
from tests.core.play import KIM, LEE, TWO, asked


def test_one_seat_changes_and_the_others_are_the_same_objects() -> None:
    room = asked().room
    after = with_seat(room, KIM, lambda seat: changed(seat, absent=True))
    assert after.seat(KIM).absent  # type: ignore[union-attr]
    assert after.seat(LEE) is room.seat(LEE)


def test_a_turn_changes_in_the_current_round() -> None:
    room = asked().room
    after = with_turn(room, TurnId("r1-2"), lambda turn: changed(turn, text="답"))
    assert after.turn(TurnId("r1-2")).text == "답"  # type: ignore[union-attr]
    assert after.turn(TurnId("r1-1")) is room.turn(TurnId("r1-1"))


def test_a_turn_changes_in_a_closed_round_while_another_is_open() -> None:
    play = asked(TWO)
    play.answer(KIM)
    play.answer(LEE)
    play.serve()
    assert play.room.current is not None
    after = with_turn(play.room, TurnId("r1-1"), lambda turn: changed(turn, text="다른 답"))
    assert after.rounds[0].turns[0].text == "다른 답"
    assert after.current == play.room.current


def test_a_turn_that_is_not_there_changes_nothing() -> None:
    room = asked().room
    assert with_turn(room, TurnId("r9-9"), lambda turn: changed(turn, text="답")) == room
    assert with_seat(room, SeatId("nobody"), lambda seat: changed(seat, absent=True)) == room
