"""Settings are checked once, where they enter: rules may then trust them."""

from __future__ import annotations

from interview_engine.core.refusals import RefusalCode
from interview_engine.core.settings import Asked, OrderPolicy, Settings, Slot
from interview_engine.core.transition import refuse
from interview_engine.vocabulary import QuestionKind

MOST_SLOTS = 200


def check_settings(settings: Settings) -> None:
    """Refuse settings that no interview could be held with.

    Raises:
        CommandRefused: `bad_value`; the detail names the setting and its limits.
    """
    _check_range("difficulty", settings.difficulty, 1, 5)
    _check_range("follow_up_budget", settings.follow_up_budget, 0, 10)
    _check_range("reading_ms", settings.reading_ms, 0, 120_000)
    _check_range("disconnect_grace_ms", settings.disconnect_grace_ms, 0, 3_600_000)
    _check_range("disconnect_cap_ms", settings.disconnect_cap_ms, 0, 600_000)
    _check_range("question_patience_ms", settings.question_patience_ms, 1_000, 600_000)
    _check_range("answer_patience_ms", settings.answer_patience_ms, 1_000, 600_000)
    _check_range("judging_patience_ms", settings.judging_patience_ms, 1_000, 3_600_000)
    _check_range("dormant_ms", settings.dormant_ms, 60_000, 30 * 86_400_000)
    _check_range("comparison_budget", settings.comparison_budget, 0, 66)
    _check_range("plan", len(settings.plan), 0, MOST_SLOTS)
    if settings.order is OrderPolicy.INDIVIDUAL:
        refuse(RefusalCode.BAD_VALUE, "order: individual is for single slots of a plan")
    for slot in settings.slots:
        _check_slot(slot)


def _check_slot(slot: Slot) -> None:
    _check_range("answer_ms", slot.answer_ms, 5_000, 1_800_000)
    if not slot.stage.asking:
        refuse(RefusalCode.BAD_VALUE, f"plan: nothing is asked in stage {slot.stage.value}")
    if slot.kind is QuestionKind.FOLLOW_UP:
        refuse(RefusalCode.BAD_VALUE, "plan: follow-ups are asked by themselves")
    if slot.order is OrderPolicy.INDIVIDUAL and slot.asked is Asked.ALL:
        refuse(RefusalCode.BAD_VALUE, "plan: order individual needs asked each or one")


def _check_range(name: str, value: int, low: int, high: int) -> None:
    if not low <= value <= high:
        refuse(RefusalCode.BAD_VALUE, f"{name} is {low:,} to {high:,}")
