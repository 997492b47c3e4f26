from __future__ import annotations

import attrs

from interview_engine.core import events as e
from interview_engine.core.effects import WriteQuestion
from interview_engine.core.evolve import evolve
from interview_engine.core.settings import OrderPolicy
from interview_engine.core.turns import Outcome
from interview_engine.ids import Millis, RoundId, SeatId
from tests.core.play import KIM, ONE, TWO, asked, started


def test_dropping_a_round_ends_the_wait_for_it_and_no_other() -> None:
    room = started().room
    other = evolve(room, e.RoundDropped(at=room.now, round_id=RoundId("r9"), code="no_question"))
    assert other.wait == room.wait
    own = evolve(room, e.RoundDropped(at=room.now, round_id=RoundId("r1"), code="no_question"))
    assert own.wait is None
    assert own.upcoming == ()


def test_a_round_that_somebody_unknown_leads_is_counted_for_nobody() -> None:
    play = started(attrs.evolve(ONE, order=OrderPolicy.ROTATING))
    planned = attrs.evolve(play.room.upcoming[0], candidates=(SeatId("stranger"),))
    after = evolve(play.room, e.RoundOpened(at=play.now, round=planned))
    assert after.led == play.room.led


def test_a_question_forgets_the_trouble_with_it() -> None:
    play = started()
    play.fail(play.effect(WriteQuestion))
    assert len(play.room.troubles) == 1
    play.serve(WriteQuestion, most=1)
    assert len(play.room.troubles) == 0


def test_a_closed_turn_gets_no_time() -> None:
    play = asked(TWO)
    play.answer(KIM)
    turn = play.turn(KIM)
    given = e.TimeGiven(at=play.now, seat_id=KIM, turn_id=turn.turn_id, ms=Millis(5_000))
    assert evolve(play.room, given).turn(turn.turn_id).deadline == turn.deadline  # type: ignore[union-attr]


def test_only_an_answer_waits_for_its_judges() -> None:
    play = asked(TWO)
    for outcome in Outcome:
        turn = play.turn(KIM)
        closed = e.TurnClosed(at=play.now, seat_id=KIM, turn_id=turn.turn_id, outcome=outcome)
        unjudged = evolve(play.room, closed).unjudged
        assert unjudged == ((turn.turn_id,) if outcome is Outcome.ANSWERED else ())
