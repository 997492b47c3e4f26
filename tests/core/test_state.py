from __future__ import annotations

from interview_engine.core import commands as c
from interview_engine.core.seats import SeatKind
from interview_engine.core.state import CHAT_KEPT
from interview_engine.ids import EffectId, SeatId, TurnId
from tests.core.play import KIM, LEE, TWO, asked, started, waiting


def test_a_seat_is_found_by_its_id() -> None:
    room = waiting().room
    assert room.seat(KIM) is not None
    assert room.seat(SeatId("nobody")) is None


def test_candidates_stand_in_the_order_of_their_numbers() -> None:
    room = asked(humans=2, ai=2).room
    assert [seat.number for seat in room.candidates()] == [1, 2, 3, 4]
    assert {seat.kind for seat in room.candidates()} == {SeatKind.HUMAN, SeatKind.AI}
    assert [seat.seat_id for seat in room.humans()] == [KIM, LEE]
    assert len(room.panel()) == 1


def test_a_turn_is_found_in_the_current_round_and_in_closed_ones() -> None:
    play = asked(TWO)
    assert play.room.turn(TurnId("r1-2")) == play.turn(LEE)
    play.answer(KIM)
    play.answer(LEE)
    play.serve()
    assert play.room.round_of(TurnId("r1-1")) == play.room.rounds[0]
    assert play.room.round_of(TurnId("r2-1")) == play.room.current
    assert play.room.turn(TurnId("r3-1")) is None
    assert play.room.round_of(TurnId("r3-1")) is None


def test_between_questions_no_turn_is_open() -> None:
    assert started().room.open_turns() == ()


def test_without_trouble_there_is_none() -> None:
    assert asked().room.trouble(EffectId("question:r1")) is None


def test_the_room_keeps_the_latest_chat_and_the_log_keeps_all() -> None:
    play = waiting()
    for number in range(CHAT_KEPT + 5):
        play.after(2_000).do(c.SendChat(**play.of(KIM), text=f"{number}번째"))
    assert len(play.room.chat) == CHAT_KEPT
    assert play.room.chat[-1].text == f"{CHAT_KEPT + 4}번째"
    assert len(play.events) == CHAT_KEPT + 5
