from __future__ import annotations

import attrs

from interview_engine.core import commands as c
from interview_engine.core import events as e
from interview_engine.core.deadlines import DeadlineKind, next_deadline, time_owed, turn_deadline
from interview_engine.core.effects import WriteAnswer
from interview_engine.ids import Millis
from interview_engine.testing.rooms import ai, human
from tests.core.play import ALLOWANCE_MS, KIM, LEE, ONE, TOGETHER, Play, asked, started, waiting


def kind(play: Play) -> DeadlineKind | None:
    deadline = next_deadline(play.room)
    return deadline.kind if deadline else None


def test_nothing_runs_out_before_the_start_or_after_the_end() -> None:
    assert next_deadline(waiting().room) is None
    assert next_deadline(asked().to_the_end().room) is None


def test_an_open_turn_is_next() -> None:
    play = asked()
    deadline = next_deadline(play.room)
    assert deadline is not None
    assert (deadline.kind, deadline.turn_id, deadline.at) == (
        DeadlineKind.TURN,
        "r1-1",
        play.now + ALLOWANCE_MS,
    )


def test_then_the_grace_of_who_is_away() -> None:
    play = asked(attrs.evolve(ONE, disconnect_grace_ms=Millis(10_000)))
    play.away(LEE)
    deadline = next_deadline(play.room)
    assert deadline is not None
    assert (deadline.kind, deadline.seat_id, deadline.at) == (DeadlineKind.SEAT_GRACE, LEE, play.now + 10_000)


def test_between_questions_it_is_what_the_room_waits_for() -> None:
    assert kind(started()) is DeadlineKind.WAIT


def test_in_a_pause_only_the_long_sleep_counts() -> None:
    play = asked()
    play.away(LEE)
    play.do(c.PauseInterview(**play.by()))
    deadline = next_deadline(play.room)
    assert deadline is not None
    assert (deadline.kind, deadline.at) == (DeadlineKind.DORMANT, play.now + ONE.dormant_ms)


def test_deadlines_at_one_instant_come_in_a_fixed_order() -> None:
    play = asked(attrs.evolve(TOGETHER, disconnect_grace_ms=Millis(ALLOWANCE_MS)), humans=3)
    play.away(LEE)
    events = play.tick_to_deadline()
    ended = [event.seat_id for event in events if isinstance(event, e.TurnClosed | e.SeatAbsent)]
    absent = [
        isinstance(event, e.SeatAbsent) for event in events if isinstance(event, e.TurnClosed | e.SeatAbsent)
    ]
    assert ended == [KIM, human(3), LEE, LEE], "turns first, then seats"
    assert absent == [False, False, True, False], "whose turn is given up when the grace is over"


def test_the_earliest_of_all_counts_once_somebody_is_nearly_gone() -> None:
    play = asked(attrs.evolve(ONE, disconnect_grace_ms=Millis(ALLOWANCE_MS + 5)))
    play.away(LEE)
    assert kind(play) is DeadlineKind.TURN


def test_a_turn_whose_owner_is_away_runs_out_later_by_what_is_left_of_the_cap() -> None:
    play = asked()
    turn = play.turn(KIM)
    play.after(10_000).away()
    assert turn_deadline(play.room, play.turn(KIM)) == turn.deadline + ONE.disconnect_cap_ms  # type: ignore[operator]
    play.after(20_000).back()
    play.after(1_000).away()
    expected = turn.deadline + ONE.disconnect_cap_ms  # type: ignore[operator]
    assert turn_deadline(play.room, play.turn(KIM)) == expected


def test_a_speech_is_not_held_up_by_anybody_being_away() -> None:
    play = asked(ai=1)
    play.serve(WriteAnswer)
    play.away(KIM)
    turn = play.turn(ai())
    assert turn_deadline(play.room, turn) == turn.deadline


def test_nothing_is_owed_to_who_is_there_or_whose_turn_has_not_begun() -> None:
    play = asked()
    kim, lee = play.room.seat(KIM), play.room.seat(LEE)
    assert kim is not None
    assert lee is not None
    assert time_owed(play.room, play.turn(KIM), kim, play.now + 99) == 0
    play.away(LEE)
    lee = play.room.seat(LEE)
    assert lee is not None
    assert time_owed(play.room, play.turn(LEE), lee, play.now + 99) == 0


def test_who_left_is_not_waited_for() -> None:
    play = asked()
    play.away(LEE)
    play.do(c.LeaveRoom(**play.of(LEE)))
    play.answer(KIM)
    assert kind(play) is not DeadlineKind.SEAT_GRACE
