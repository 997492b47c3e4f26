from __future__ import annotations

import attrs
import pytest

from interview_engine.core.rules.plan_check import check_settings
from interview_engine.core.settings import PLANS, Preset, Settings, Slot
from interview_engine.core.stages import Stage
from interview_engine.ids import Millis
from interview_engine.vocabulary import QuestionKind


@pytest.mark.parametrize("preset", Preset)
def test_every_preset_begins_with_the_self_introduction_and_ends_with_the_closing(preset: Preset) -> None:
    plan = PLANS[preset]
    assert plan[0].kind is QuestionKind.SELF_INTRODUCTION
    assert plan[-1].kind is QuestionKind.CLOSING
    check_settings(Settings(preset=preset))


@pytest.mark.parametrize(
    "kind, seconds",
    [
        (QuestionKind.SELF_INTRODUCTION, 90),
        (QuestionKind.MOTIVATION, 120),
        (QuestionKind.PRESSURE, 60),
        (QuestionKind.CLOSING, 60),
    ],
)
def test_default_answer_times(kind: QuestionKind, seconds: int) -> None:
    times = {slot.answer_ms for plan in PLANS.values() for slot in plan if slot.kind is kind}
    assert times == {seconds * 1_000}


def test_a_longer_preset_asks_more() -> None:
    assert len(PLANS[Preset.SHORT]) < len(PLANS[Preset.STANDARD]) < len(PLANS[Preset.FULL])


def test_the_rooms_own_plan_goes_before_the_presets() -> None:
    own = (Slot(stage=Stage.COMMON, kind=QuestionKind.COMMON, answer_ms=Millis(10_000)),)
    assert Settings(plan=own).slots == own
    assert attrs.evolve(Settings(), preset=Preset.FULL).slots == PLANS[Preset.FULL]
