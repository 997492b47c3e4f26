from __future__ import annotations

import attrs
import pytest

from interview_engine.core import commands as c
from interview_engine.core import events as e
from interview_engine.core.effects import JudgeAnswer, WriteQuestion, pending_effects
from interview_engine.core.refusals import RefusalCode
from interview_engine.core.wellformed import LARGEST_COMMAND, malformed
from interview_engine.ids import CommandId, EffectId, Millis, RoomId, SeatId, Seed
from interview_engine.testing.stub_performer import perform_stub
from tests.core.play import KIM, Play, asked, started


def submit(play: Play) -> c.SubmitAnswer:
    return c.SubmitAnswer(**play.of(KIM), turn_id=play.turn(KIM).turn_id, text="제 답변입니다.")


def test_what_a_stub_reports_is_well_formed() -> None:
    play = asked()
    for effect in pending_effects(play.room):
        assert malformed(perform_stub(effect, play.now)) is None


@pytest.mark.parametrize("text", [None, 5, ["답변"], "반쪽 \ud800 글자", "가" * LARGEST_COMMAND])
def test_an_answer_that_is_no_text_is_refused_and_nothing_happens(text: object) -> None:
    play = asked()
    before = play.room
    command = attrs.evolve(submit(play), text=text)  # type: ignore[arg-type]
    assert play.refused(command) is RefusalCode.BAD_VALUE
    assert play.room == before


@pytest.mark.parametrize("name", ["반쪽 \udfff", None])
def test_a_name_that_is_no_text_is_refused(name: str) -> None:
    play = asked()
    command = c.JoinRoom(now=play.now, id=CommandId("j"), seat_id=SeatId("x"), name=name, observer=True)
    assert play.refused(command) is RefusalCode.BAD_VALUE


def test_a_room_needs_settings_of_the_declared_types() -> None:
    command = c.CreateRoom(
        now=Millis(0),
        id=CommandId("c"),
        room_id=RoomId("r"),
        seed=Seed("s"),
        settings=None,  # type: ignore[arg-type]
    )
    assert malformed(command) is not None


@pytest.mark.parametrize("level", [99, "5", None])
def test_evidence_with_a_level_that_does_not_exist_counts_as_a_failed_attempt(level: object) -> None:
    play = asked()
    play.answer(KIM)
    effect = next(one for one in pending_effects(play.room) if isinstance(one, JudgeAnswer))
    report = perform_stub(effect, play.now)
    assert isinstance(report, c.EvaluationWritten)
    first = attrs.evolve(report.evaluation.evidence[0], level=level)  # type: ignore[arg-type]
    evaluation = attrs.evolve(report.evaluation, evidence=(first,))
    play.do(attrs.evolve(report, evaluation=evaluation))
    (troubled,) = play.happened(e.EffectTroubled)
    assert (troubled.effect_id, troubled.code) == (effect.effect_id, "unusable")
    assert not play.happened(e.EvaluationRecorded)


@pytest.mark.parametrize("changes", [{"text": None}, {"text": 5}, {"difficulty": "3"}, {"key_points": None}])
def test_a_question_of_other_types_counts_as_a_failed_attempt(changes: dict[str, object]) -> None:
    play = started()
    effects = [one for one in pending_effects(play.room) if isinstance(one, WriteQuestion)]
    report = perform_stub(effects[0], play.now)
    assert isinstance(report, c.QuestionWritten)
    play.do(attrs.evolve(report, question=attrs.evolve(report.question, **changes)))  # type: ignore[arg-type]
    assert play.happened(e.EffectTroubled)[-1].code == "unusable"


def test_a_malformed_report_of_unwanted_work_changes_nothing() -> None:
    play = asked()
    report = c.AnswerWritten(now=play.now, effect_id=EffectId("answer:nobody"), text=None)  # type: ignore[arg-type]
    before = len(play.events)
    play.do(report)
    assert len(play.events) == before
