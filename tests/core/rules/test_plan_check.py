from __future__ import annotations

import attrs
import pytest

from interview_engine.core.refusals import CommandRefused, RefusalCode
from interview_engine.core.rules.plan_check import MOST_SLOTS, check_settings
from interview_engine.core.settings import Asked, OrderPolicy, Settings, Slot
from interview_engine.core.stages import Stage
from interview_engine.ids import Millis
from interview_engine.vocabulary import QuestionKind

LIMITS = {
    "difficulty": (1, 5),
    "follow_up_budget": (0, 10),
    "reading_ms": (0, 120_000),
    "disconnect_grace_ms": (0, 3_600_000),
    "disconnect_cap_ms": (0, 600_000),
    "question_patience_ms": (1_000, 600_000),
    "answer_patience_ms": (1_000, 600_000),
    "judging_patience_ms": (1_000, 3_600_000),
    "dormant_ms": (60_000, 2_592_000_000),
    "comparison_budget": (0, 66),
}
SLOT = Slot(stage=Stage.COMMON, kind=QuestionKind.COMMON)


def with_value(name: str, value: int) -> Settings:
    return attrs.evolve(Settings(), **{name: value})  # type: ignore[arg-type]


def refused(settings: Settings) -> str:
    with pytest.raises(CommandRefused) as caught:
        check_settings(settings)
    assert caught.value.code is RefusalCode.BAD_VALUE
    return caught.value.detail


def test_every_number_in_the_settings_has_limits() -> None:
    numbers = {field.name for field in attrs.fields(Settings) if type(field.default) is int}
    assert numbers == set(LIMITS)


@pytest.mark.parametrize("name", LIMITS)
def test_a_setting_may_touch_its_limits_and_not_pass_them(name: str) -> None:
    low, high = LIMITS[name]
    for value in (low, high):
        check_settings(with_value(name, value))
    for value in (low - 1, high + 1):
        assert refused(with_value(name, value)) == f"{name} is {low:,} to {high:,}"


def test_a_plan_has_at_most_its_limit_of_slots() -> None:
    check_settings(Settings(plan=(SLOT,) * MOST_SLOTS))
    assert "plan" in refused(Settings(plan=(SLOT,) * (MOST_SLOTS + 1)))


@pytest.mark.parametrize("answer_ms", [4_999, 1_800_001])
def test_answer_time_has_limits(answer_ms: int) -> None:
    assert "answer_ms" in refused(Settings(plan=(attrs.evolve(SLOT, answer_ms=Millis(answer_ms)),)))


@pytest.mark.parametrize("stage", [stage for stage in Stage if not stage.asking])
def test_nothing_is_asked_in_a_quiet_stage(stage: Stage) -> None:
    assert stage.value in refused(Settings(plan=(attrs.evolve(SLOT, stage=stage),)))


def test_a_plan_holds_no_follow_ups() -> None:
    assert "follow-ups" in refused(Settings(plan=(attrs.evolve(SLOT, kind=QuestionKind.FOLLOW_UP),)))


def test_an_individual_order_needs_one_candidate() -> None:
    assert "individual" in refused(Settings(order=OrderPolicy.INDIVIDUAL))
    lone = attrs.evolve(SLOT, order=OrderPolicy.INDIVIDUAL)
    assert "individual" in refused(Settings(plan=(lone,)))
    check_settings(Settings(plan=(attrs.evolve(lone, asked=Asked.EACH),)))
