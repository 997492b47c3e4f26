from __future__ import annotations

import pytest

from interview_engine.core import commands as c
from interview_engine.core.decide import Committed, Duplicate, Refused
from interview_engine.core.effects import Effect
from interview_engine.core.log import decode_log, encode_log
from interview_engine.core.refusals import CommandRefused, RefusalCode
from interview_engine.core.settings import Preset, Settings, Visibility
from interview_engine.core.stages import Stage
from interview_engine.core.turns import Outcome
from interview_engine.core.verifying import verify
from interview_engine.ids import CommandId, Millis, Salt
from interview_engine.offline import Interview
from interview_engine.offline.interview import ME
from interview_engine.personas.catalogue import Catalogue
from interview_engine.scoring import Board
from interview_engine.vocabulary import Language

ANSWER = "검색 서버가 느려졌을 때 지표로 원인을 좁혔고, 색인을 나눠 응답 시간을 40% 줄였습니다."
SHORT = Settings(preset=Preset.SHORT)


def begun(seed: str = "s1", settings: Settings = SHORT) -> Interview:
    return Interview.begin(seed=seed, name="김하늘", rivals=("naver", "toss"), settings=settings)


def played(seed: str = "s1", settings: Settings = SHORT) -> Interview:
    interview = begun(seed, settings)
    while interview.wait() is not None:
        interview.answer(ANSWER)
    return interview


@pytest.fixture(scope="module")
def whole() -> Interview:
    return played()


def test_a_whole_interview_ends_with_a_ranking_and_feedback(whole: Interview) -> None:
    assert whole.room.stage is Stage.FINISHED
    assert {row.seat_id for row in whole.board().rows} == {ME, "ai-1", "ai-2"}
    feedback = whole.feedback()
    assert feedback is not None
    assert feedback.drill
    assert whole.wait() is None


def test_its_log_verifies_and_comes_back_from_a_file(whole: Interview) -> None:
    assert verify(tuple(whole.log)).sound
    again = Interview(salt=Salt("another salt 1234"), log=decode_log(encode_log(whole.log).splitlines()))
    assert again.room == whole.room
    assert again.now == whole.room.now


def test_the_same_seed_and_answers_give_the_same_interview(whole: Interview) -> None:
    assert played().log[-1].hash == whole.log[-1].hash
    assert played("s2").log[-1].hash != whole.log[-1].hash


def test_every_answer_of_every_candidate_is_judged(whole: Interview) -> None:
    turns = [turn for home in whole.room.rounds for turn in home.turns if turn.outcome is Outcome.ANSWERED]
    assert len(turns) > 8
    assert all(turn.score is not None and turn.score.total is not None for turn in turns)


def test_it_speaks_english_too() -> None:
    interview = begun(settings=Settings(preset=Preset.SHORT, language=Language.EN))
    assert interview.wait() is not None
    assert not any("가" <= letter <= "힣" for letter in interview.question())


def test_a_log_that_stops_midway_is_gone_on_with() -> None:
    first = begun()
    assert first.wait() is not None
    again = Interview(salt=Salt("0123456789abcdef"), log=first.log)
    again.now = first.now
    assert again.my_turn() == first.my_turn()
    again.answer(ANSWER)
    assert again.room.rounds or again.room.current is not None
    assert verify(tuple(again.log)).sound


def test_time_passes_with_every_deadline_on_the_way() -> None:
    interview = begun()
    turn = interview.wait()
    assert turn is not None
    interview.advance(Millis(interview.now + 10 * 60_000))
    ended = interview.room.turn(turn.turn_id)
    assert ended is not None
    assert ended.outcome is Outcome.TIMED_OUT
    interview.advance(Millis(0))
    assert interview.now >= 10 * 60_000


def test_outcomes_are_told() -> None:
    interview = begun()
    pause = c.PauseInterview(now=interview.now, id=CommandId("p"), by=ME)
    assert isinstance(interview.send(pause), Committed)
    assert isinstance(interview.send(pause), Duplicate)
    assert interview.do(pause) > 0
    other = c.PauseInterview(now=interview.now, id=CommandId("q"), by=ME)
    refused = interview.send(other)
    assert isinstance(refused, Refused)
    with pytest.raises(CommandRefused) as caught:
        interview.do(other)
    assert caught.value.code is RefusalCode.PAUSED


def test_nobody_answers_out_of_turn() -> None:
    interview = begun()
    assert interview.wait() is not None
    interview.answer(ANSWER)
    while interview.my_turn() is not None:
        interview.answer(ANSWER)
    with pytest.raises(ValueError, match="not the turn"):
        interview.answer(ANSWER)


def test_before_the_room_there_is_nothing() -> None:
    empty = Interview(salt=Salt("0123456789abcdef"))
    with pytest.raises(ValueError, match="has not been created"):
        _ = empty.room


def test_the_public_board_follows_the_visibility() -> None:
    interview = begun(settings=Settings(preset=Preset.SHORT, visibility=Visibility.END))
    interview.wait()
    interview.answer(ANSWER)
    assert interview.board() == Board()
    assert interview.feedback() is None


def test_bad_settings_are_refused_at_the_beginning() -> None:
    with pytest.raises(CommandRefused, match="difficulty"):
        begun(settings=Settings(difficulty=9))


def test_an_interview_ends_although_every_effect_fails() -> None:
    def dead(effect: Effect, catalogue: Catalogue, now: Millis) -> c.Report:
        return c.EffectFailed(now=now, effect_id=effect.effect_id, attempt=effect.attempt, code="down")

    interview = begun()
    interview._performer = dead
    while interview.wait() is not None:
        interview.answer(ANSWER)
    assert interview.room.stage is Stage.FINISHED
    assert interview.feedback() is None
    assert interview.question() == ""
