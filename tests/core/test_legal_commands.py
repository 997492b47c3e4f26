from __future__ import annotations

import attrs
import pytest

from interview_engine.core import commands as c
from interview_engine.core.decide import Refused, take
from interview_engine.core.effects import WriteAnswer
from interview_engine.core.legal_commands import legal_commands
from interview_engine.core.legality import LEGAL_STAGES
from interview_engine.core.refusals import RefusalCode
from interview_engine.core.stages import Stage
from interview_engine.ids import SeatId
from interview_engine.testing.rooms import ai, interviewer
from tests.core.play import ALLOWANCE_MS, KIM, LEE, Play, asked, started, waiting
from tests.core.rooms_of_every_stage import GUEST, room_in, suitable

PAUSABLE = [stage for stage in Stage if stage in LEGAL_STAGES[c.PauseInterview]]
ROOMS = [*((stage, False) for stage in Stage), *((stage, True) for stage in PAUSABLE)]


@pytest.mark.parametrize("stage, paused", ROOMS, ids=str)
def test_the_host_may_do_exactly_what_is_listed(stage: Stage, paused: bool) -> None:
    play = room_in(stage, paused=paused)
    listed = legal_commands(play.room, KIM)
    for command in LEGAL_STAGES:
        if issubclass(command, c.Report) or command is c.JoinRoom:
            continue
        whoever = suitable(command, play)
        if isinstance(whoever, c.LeaveRoom):
            whoever = attrs.evolve(whoever, seat_id=KIM)
        refused = isinstance(take(play.room, whoever).outcome, Refused)
        assert refused is (command not in listed), command.__name__


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage is not Stage.FINISHED])
def test_a_free_place_may_be_taken(stage: Stage) -> None:
    play = room_in(stage)
    assert legal_commands(play.room, GUEST) == (c.JoinRoom,)


def test_after_the_end_nobody_joins() -> None:
    assert legal_commands(room_in(Stage.FINISHED).room, GUEST) == ()


def test_who_is_not_host_operates_nothing() -> None:
    listed = legal_commands(asked().room, LEE)
    assert not any(issubclass(command, c.OperatorCommand) for command in listed)
    assert c.SubmitAnswer not in listed, "it is somebody else's turn"


def test_who_left_may_do_nothing() -> None:
    play = asked()
    play.do(c.LeaveRoom(**play.of(LEE)))
    assert legal_commands(play.room, LEE) == ()


@pytest.mark.parametrize("seat_id", [ai(), interviewer()])
def test_who_is_no_person_may_answer_nothing_and_not_leave(seat_id: SeatId) -> None:
    listed = legal_commands(asked(ai=1).room, seat_id)
    assert c.LeaveRoom not in listed
    assert c.SubmitAnswer not in listed


def test_an_observer_may_leave_and_talk() -> None:
    play = waiting()
    play.do(c.JoinRoom(**play.of(GUEST), name="방청객", observer=True))
    assert legal_commands(play.room, GUEST) == (c.LeaveRoom, c.SendChat)


def test_nobody_starts_before_everybody_is_ready() -> None:
    play = waiting()
    assert c.StartInterview in legal_commands(play.room, KIM)
    play.do(c.SetReady(**play.of(LEE), ready=False))
    assert c.StartInterview not in legal_commands(play.room, KIM)


def test_a_speech_may_be_skipped_by_who_has_not_voted() -> None:
    play = asked(ai=1)
    play.serve(WriteAnswer)
    assert c.SkipSpeech in legal_commands(play.room, KIM)
    play.do(c.SkipSpeech(**play.of(KIM), turn_id=play.turn(ai()).turn_id))
    assert c.SkipSpeech not in legal_commands(play.room, KIM)
    assert c.SkipSpeech in legal_commands(play.room, LEE)


def test_a_lone_host_hands_over_to_nobody() -> None:
    play = asked(humans=1, ai=1)
    listed = legal_commands(play.room, KIM)
    assert c.HandOverHost not in listed
    assert c.KickSeat not in listed


def test_between_questions_nothing_is_skipped() -> None:
    listed = legal_commands(started().room, KIM)
    assert c.SkipQuestion not in listed
    assert c.SkipCandidate not in listed
    assert c.SendChat in listed


def test_a_draft_may_be_saved_late_in_a_pause() -> None:
    play: Play = asked()
    play.do(c.PauseInterview(**play.by()))
    play.after(2 * ALLOWANCE_MS).away(LEE)
    assert c.SaveDraft in legal_commands(play.room, KIM)


def test_chat_that_comes_too_fast_is_not_listed() -> None:
    play = waiting()
    for _ in range(5):
        play.do(c.SendChat(**play.of(KIM), text="안녕하세요"))
    assert c.SendChat not in legal_commands(play.room, KIM)
    assert play.refused(c.SendChat(**play.of(KIM), text="또")) is RefusalCode.CHAT_TOO_FAST
