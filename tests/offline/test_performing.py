from __future__ import annotations

import attrs
import pytest

from interview_engine.core import commands as c
from interview_engine.core.effects import (
    ComparePair,
    Effect,
    JudgeAnswer,
    WriteAnswer,
    WriteFeedback,
    WriteQuestion,
    pending_effects,
)
from interview_engine.core.settings import Preset, Settings
from interview_engine.core.stages import Stage
from interview_engine.ids import EffectId, Millis, PersonaId
from interview_engine.offline import Interview, perform
from interview_engine.personas.catalogue import Catalogue, default_catalogue
from interview_engine.scoring import plain_text
from interview_engine.vocabulary import Language, QuestionKind

REPORTS: dict[type[Effect], type[c.Report]] = {
    WriteQuestion: c.QuestionWritten,
    WriteAnswer: c.AnswerWritten,
    JudgeAnswer: c.EvaluationWritten,
    ComparePair: c.ComparisonWritten,
    WriteFeedback: c.FeedbackWritten,
}


@pytest.fixture(scope="module")
def performed() -> tuple[tuple[Effect, c.Report], ...]:
    """Return every effect of a whole interview with its report."""
    done: list[tuple[Effect, c.Report]] = []

    def keeping(effect: Effect, catalogue: Catalogue, now: Millis) -> c.Report:
        report = perform(effect, catalogue, now)
        done.append((effect, report))
        return report

    interview = Interview.begin(seed="s3", settings=Settings(preset=Preset.STANDARD))
    interview._performer = keeping
    while interview.wait() is not None:
        interview.answer("배포 절차를 정리해 되돌리는 시간을 두 시간에서 십 분으로 줄였습니다.")
    assert interview.room.stage is Stage.FINISHED
    assert pending_effects(interview.room) == ()
    return tuple(done)


def test_every_kind_of_work_is_done(performed: tuple[tuple[Effect, c.Report], ...]) -> None:
    assert {effect.__class__ for effect, _ in performed} == set(REPORTS)
    for effect, report in performed:
        assert isinstance(report, REPORTS[effect.__class__])
        assert report.effect_id == effect.effect_id  # type: ignore[attr-defined]


def test_the_same_work_gives_the_same_result(performed: tuple[tuple[Effect, c.Report], ...]) -> None:
    for effect, report in performed[:60]:
        assert perform(effect, default_catalogue(), report.now) == report


def test_a_judges_quotes_are_in_the_answer(performed: tuple[tuple[Effect, c.Report], ...]) -> None:
    for effect, report in performed:
        if isinstance(effect, JudgeAnswer) and isinstance(report, c.EvaluationWritten):
            for found in report.evaluation.evidence:
                assert plain_text(found.quote) in plain_text(effect.answer)


def test_a_cross_reference_is_about_what_was_said(performed: tuple[tuple[Effect, c.Report], ...]) -> None:
    crossing = [
        e for e, _ in performed if isinstance(e, WriteAnswer) and e.kind is QuestionKind.CROSS_REFERENCE
    ]
    asked = [
        e for e, _ in performed if isinstance(e, WriteQuestion) and e.kind is QuestionKind.CROSS_REFERENCE
    ]
    assert len(asked) == 1
    assert asked[0].parent_answer
    assert all(effect.parent_answer for effect in crossing)


def first(performed: tuple[tuple[Effect, c.Report], ...], kind: type[Effect]) -> Effect:
    return next(effect for effect, _ in performed if isinstance(effect, kind))


def test_a_bank_without_questions_fails_with_a_code(performed: tuple[tuple[Effect, c.Report], ...]) -> None:
    bare = attrs.evolve(default_catalogue(), questions=())
    report = perform(first(performed, WriteQuestion), bare, Millis(1))
    assert isinstance(report, c.EffectFailed)
    assert (report.code, report.attempt) == ("bank_exhausted", 1)


def test_a_persona_that_is_not_in_the_catalogue_fails_with_a_code(
    performed: tuple[tuple[Effect, c.Report], ...],
) -> None:
    effect = first(performed, WriteAnswer)
    assert isinstance(effect, WriteAnswer)
    stranger = attrs.evolve(
        effect, candidate=attrs.evolve(effect.candidate, persona_id=PersonaId("stranger"))
    )
    report = perform(stranger, default_catalogue(), Millis(1))
    assert isinstance(report, c.EffectFailed)
    assert report.code == "unknown_persona"


def test_a_cross_reference_to_an_ai_is_answered_about_its_parent(
    performed: tuple[tuple[Effect, c.Report], ...],
) -> None:
    effect = first(performed, WriteAnswer)
    assert isinstance(effect, WriteAnswer)
    crossing = attrs.evolve(
        effect,
        kind=QuestionKind.CROSS_REFERENCE,
        parent_question="협업에서 무엇이 가장 중요합니까?",
        parent_answer="저는 기준을 먼저 맞추는 일이 가장 중요하다고 생각합니다.",
        parent_speaker="김하늘",
    )
    report = perform(crossing, default_catalogue(), Millis(1))
    assert isinstance(report, c.AnswerWritten)
    assert report.text


def test_an_effect_of_an_unknown_class_is_a_bug() -> None:
    odd = Effect(effect_id=EffectId("x"), attempt=1, not_before=Millis(0), offline=True, language=Language.KO)
    with pytest.raises(AssertionError, match="unknown class"):
        perform(odd, default_catalogue(), Millis(1))
