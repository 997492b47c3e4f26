from __future__ import annotations

import typing

import attrs
import pytest

from interview_engine.core import commands as c
from interview_engine.core.decide import _RULES, Committed, Duplicate, Refused, decide, take
from interview_engine.core.legality import LEGAL_STAGES
from interview_engine.core.refusals import CommandRefused, RefusalCode
from interview_engine.core.transition import Transition
from interview_engine.ids import CommandId, Millis, SeatId, TurnId
from interview_engine.testing.rooms import START
from tests.core.play import ALLOWANCE_MS, KIM, LEE, asked, waiting
from tests.core.test_commands import COMMANDS

WITHOUT_RULE = {c.CreateRoom, c.Tick}


@pytest.mark.parametrize("cls", COMMANDS, ids=lambda cls: cls.__name__)
def test_every_command_has_a_rule_that_takes_it(cls: type[c.Command]) -> None:
    if cls in WITHOUT_RULE:
        assert cls not in _RULES
        return
    hints = typing.get_type_hints(_RULES[cls])
    assert hints["t"] is Transition
    taken = typing.get_args(hints["command"]) or (hints["command"],)
    assert cls in taken
    assert hints["return"] is type(None)


def test_every_command_but_the_first_has_a_row_in_the_table() -> None:
    assert set(LEGAL_STAGES) == set(COMMANDS) - {c.CreateRoom}
    assert set(_RULES) == set(COMMANDS) - WITHOUT_RULE


class TestOutcomes:
    def test_a_committed_command_names_the_seq_of_its_first_event(self) -> None:
        play = asked()
        step = take(play.room, c.SkipTurn(**play.of(KIM), turn_id=TurnId("r1-1")))
        assert step.outcome == Committed(seq=play.room.seq + 1)  # type: ignore[arg-type]
        assert step.room is not None
        assert step.room.seq == play.room.seq + len(step.events)

    def test_with_missed_deadlines_before_it_too(self) -> None:
        play = asked()
        play.after(ALLOWANCE_MS)
        step = take(play.room, c.SkipTurn(**play.of(LEE), turn_id=TurnId("r1-2")))
        own = next(index for index, event in enumerate(step.events, start=1) if event.cause)
        assert own > 1
        assert step.outcome == Committed(seq=play.room.seq + own)  # type: ignore[arg-type]

    def test_a_report_without_effect_names_the_latest_seq(self) -> None:
        play = asked()
        step = take(play.room, c.Tick(now=play.now))
        assert (step.outcome, step.events) == (Committed(seq=play.room.seq), ())

    def test_a_repeated_command_is_a_duplicate_for_ever(self) -> None:
        play = asked()
        command = c.SubmitAnswer(**play.of(KIM), turn_id=TurnId("r1-1"), text="답변입니다.")
        seq = play.room.seq + 1
        play.do(command)
        play.to_the_end()
        step = take(play.room, command)
        assert (step.outcome, step.events) == (Duplicate(seq=seq), ())  # type: ignore[arg-type]
        assert step.room is play.room
        assert decide(play.room, command) == ()

    def test_a_repeated_id_commits_nothing_else(self) -> None:
        play = asked()
        first = c.PauseInterview(**play.by())
        play.do(first)
        other = c.ResumeInterview(now=play.now, id=first.id, by=KIM)
        assert isinstance(take(play.room, other).outcome, Duplicate)

    def test_a_refused_command_may_be_sent_again(self) -> None:
        play = waiting()
        unready = c.SetReady(**play.of(LEE), ready=False)
        play.do(unready)
        start = c.StartInterview(**play.by())
        assert play.refused(start) is RefusalCode.NOT_EVERYONE_READY
        play.do(c.SetReady(**play.of(LEE)))
        assert play.do(start)

    def test_decide_raises_what_take_returns(self) -> None:
        play = asked()
        command = c.StartInterview(**play.by())
        with pytest.raises(CommandRefused, match="wrong_stage") as caught:
            decide(play.room, command)
        step = take(play.room, command)
        assert step.outcome == Refused(code=caught.value.code, detail=caught.value.detail)

    def test_decide_returns_what_happens(self) -> None:
        play = asked()
        command = c.SkipTurn(**play.of(KIM), turn_id=TurnId("r1-1"))
        assert decide(play.room, command) == take(play.room, command).events

    def test_a_repeated_creation_is_a_duplicate(self) -> None:
        play = waiting()
        again = c.CreateRoom(
            now=START, id=CommandId("create"), room_id=play.room.room_id, seed=play.room.seed
        )
        assert take(play.room, again).outcome == Duplicate(seq=1)  # type: ignore[arg-type]


class TestNoRoom:
    @pytest.mark.parametrize(
        "command",
        [
            c.Tick(now=Millis(1)),
            c.PauseInterview(now=Millis(1), id=CommandId("x")),
            c.LeaveRoom(now=Millis(1), id=CommandId("x"), seat_id=KIM),
        ],
    )
    def test_nothing_happens_in_a_room_that_was_never_created(self, command: c.Command) -> None:
        step = take(None, command)
        assert step == attrs.evolve(step, outcome=Refused(code=RefusalCode.NO_ROOM), events=(), room=None)


class TestTime:
    def test_event_time_never_goes_back(self) -> None:
        play = asked()
        play.after(9_000).away(LEE)
        play.now = Millis(play.now - 5_000)
        (noted,) = play.back(LEE)
        assert noted.at == START + 9_000

    def test_a_clock_that_went_back_fires_nothing_early(self) -> None:
        play = asked()
        assert play.do(c.Tick(now=Millis(0))) == ()


class TestWho:
    @pytest.mark.parametrize("seat_id", [LEE, SeatId("nobody"), SeatId("panel-1")])
    def test_only_the_host_or_a_moderator_operates(self, seat_id: SeatId) -> None:
        play = asked()
        assert play.refused(c.EndEarly(**play.by(seat_id))) is RefusalCode.NOT_HOST

    def test_a_stranger_takes_no_part(self) -> None:
        play = asked()
        command = c.SendChat(**play.of(SeatId("nobody")), text="안녕하세요")
        assert play.refused(command) is RefusalCode.UNKNOWN_SEAT
