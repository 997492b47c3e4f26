"""What goes wrong, or is done wrongly, in simulated interviews: every kind by its name, and counted."""

from __future__ import annotations

import enum
from collections.abc import Iterable

import attrs


class FaultKind(enum.Enum):
    """One way in which an interview doesn't go smoothly."""

    EFFECT_FAILED = "effect_failed"
    EFFECT_DEAD = "effect_dead"
    """No report ever comes."""
    REPORT_SLOW = "report_slow"
    REPORT_LATE = "report_late"
    """It comes long after the room has stopped waiting."""
    REPORT_TWICE = "report_twice"
    REPORT_GARBAGE = "report_garbage"
    REPORT_FOREIGN = "report_foreign"
    """It answers what nobody asked."""
    SERVICES_DEAD = "services_dead"
    """No writer and no judge works for the whole interview."""
    ANSWER_AT_DEADLINE = "answer_at_deadline"
    ANSWER_AFTER_DEADLINE = "answer_after_deadline"
    SILENCE = "silence"
    DRAFT_ONLY = "draft_only"
    DRAFT_FLOOD = "draft_flood"
    CHAT_FLOOD = "chat_flood"
    WRONG_COMMAND = "wrong_command"
    DUPLICATE_COMMAND = "duplicate_command"
    DISCONNECT = "disconnect"
    STAYS_AWAY = "stays_away"
    LEAVE = "leave"
    KICK = "kick"
    PAUSE = "pause"
    PAUSE_FOR_EVER = "pause_for_ever"
    ADD_TIME = "add_time"
    HAND_OVER = "hand_over"
    SKIP_CANDIDATE = "skip_candidate"
    SKIP_QUESTION = "skip_question"
    END_EARLY = "end_early"
    OUTAGE = "outage"
    CLOCK_JUMP = "clock_jump"
    CLOCK_BACK = "clock_back"
    CRASH_FOLD = "crash_fold"
    CRASH_SNAPSHOT = "crash_snapshot"


@attrs.frozen(kw_only=True)
class FaultCount:
    """How often a kind of fault happened."""

    kind: FaultKind
    count: int


def counted(faults: Iterable[FaultKind]) -> tuple[FaultCount, ...]:
    """Return how often each kind stands among the faults, also those that don't, in their fixed order."""
    numbers = dict.fromkeys(FaultKind, 0)
    for kind in faults:
        numbers[kind] += 1
    return tuple(FaultCount(kind=kind, count=number) for kind, number in numbers.items())
